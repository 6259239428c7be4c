import CLineEditor

extension EditLine {
  /// Reads keys until the search ends; the line is shown meanwhile under a
  /// prompt that says what is looked for.
  func searchBackwards(
    from line: Line, in editor: OpaquePointer
  ) -> LineEditorAnswer {
    let usual = prompt
    var search = ReverseSearch(from: line, in: history.lines)
    var missed = false
    while true {
      show(search, missed: missed, in: editor)
      let next = line_editor_next(editor)
      guard next >= 0, let scalar = Unicode.Scalar(UInt32(next)) else { break }
      guard case .shown(let nothing) = search.take(scalar) else {
        finish(search, with: scalar, in: editor)
        break
      }
      missed = nothing
    }
    showAnew(search.found, prompt: usual, in: editor)
    return .refresh
  }

  private func show(
    _ search: ReverseSearch, missed: Bool, in editor: OpaquePointer
  ) {
    let pattern = search.pattern.filter(\.isASCII)
    let said = missed ? "not found" : "find"
    showAnew(
      search.found, prompt: "(\(said): \(pattern)) ", in: editor)
  }

  /// Any other key ends the search, and then does what it always does.
  private func finish(
    _ search: ReverseSearch, with key: Unicode.Scalar,
    in editor: OpaquePointer
  ) {
    if key != "\u{7}" { line_editor_type(editor, String(key)) }
  }

  /// libedit draws a changed prompt only where it believes to begin anew.
  private func showAnew(
    _ new: Line, prompt newPrompt: String, in editor: OpaquePointer
  ) {
    let old = line(in: editor)
    let width = TerminalWidth.current(environment: [:])
    let row = (prompt.count + old.beforeCursor.count) / width
    let climb = row > 0 ? "\u{1B}[\(row)A" : ""
    try? Output.standard.write("\r" + climb + (knowsTerminal ? "\u{1B}[J" : ""))
    _ = replace(old, by: new, in: editor)
    prompt = newPrompt
    line_editor_show(editor, newPrompt)
  }
}
