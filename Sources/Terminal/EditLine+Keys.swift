import CLineEditor

/// What libedit calls for a key that is answered here.
func editLineAnswer(
  context: UnsafeMutableRawPointer?, key: LineEditorKey
) -> LineEditorAnswer {
  guard let context else { return .beep }
  let editor = Unmanaged<EditLine>.fromOpaque(context).takeUnretainedValue()
  return editor.answer(to: key)
}

extension EditLine {
  /// A line that is being typed.
  struct Line: Hashable {
    var beforeCursor: String
    var afterCursor: String

    var text: String { beforeCursor + afterCursor }
  }

  func answer(to key: LineEditorKey) -> LineEditorAnswer {
    guard let editor else { return .beep }
    let line = line(in: editor)
    switch key {
    case .complete:
      return complete(line, in: editor)
    case .older:
      let found = search.older(
        line: line.text, beforeCursor: line.beforeCursor, in: history.lines)
      return show(found, for: line, in: editor)
    case .newer:
      let found = search.newer(
        line: line.text, beforeCursor: line.beforeCursor, in: history.lines)
      return show(found, for: line, in: editor)
    case .search:
      return searchBackwards(from: line, in: editor)
    case .paste:
      return paste(into: line, in: editor)
    case .pageDown:
      return isUntouched(line) ? .submit : .beep
    case .pageUp:
      return isUntouched(line) ? submit("back", for: line, in: editor) : .beep
    case .right:
      return line.afterCursor.isEmpty && isUntouched(line)
        ? .submit : move(1, in: editor)
    case .left:
      return line.text.isEmpty
        ? submit("back", for: line, in: editor) : move(-1, in: editor)
    case .blank:
      guard !line.text.isEmpty else {
        return submit(".", for: line, in: editor)
      }
      return line_editor_insert(editor, ".") ? .refresh : .beep
    }
  }

  /// Whether nothing was typed yet.
  private func isUntouched(_ line: Line) -> Bool {
    line.text.isEmpty || line.text == prepared
  }

  private func move(
    _ scalars: Int32, in editor: OpaquePointer
  ) -> LineEditorAnswer {
    line_editor_move(editor, scalars)
    return .refresh
  }

  private func submit(
    _ text: String, for line: Line, in editor: OpaquePointer
  ) -> LineEditorAnswer {
    let new = Line(beforeCursor: text, afterCursor: "")
    return replace(line, by: new, in: editor) ? .submit : .beep
  }

  func line(in editor: OpaquePointer) -> Line {
    var length = 0
    var cursor = 0
    let start = line_editor_line(editor, &length, &cursor)
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    return Line(
      beforeCursor: String(decoding: bytes.prefix(cursor), as: UTF8.self),
      afterCursor: String(decoding: bytes.dropFirst(cursor), as: UTF8.self))
  }
}

// MARK: - History

extension EditLine {
  private func show(
    _ found: String?, for line: Line, in editor: OpaquePointer
  ) -> LineEditorAnswer {
    guard let found else { return .beep }
    let new = Line(beforeCursor: found, afterCursor: "")
    return replace(line, by: new, in: editor) ? .refresh : .beep
  }

  func replace(
    _ line: Line, by new: Line, in editor: OpaquePointer
  ) -> Bool {
    line_editor_move(editor, scalarCount(line.afterCursor))
    line_editor_delete(editor, scalarCount(line.text))
    guard line_editor_insert(editor, new.text) else { return false }
    line_editor_move(editor, -scalarCount(new.afterCursor))
    return true
  }

  private func scalarCount(_ text: String) -> Int32 {
    Int32(clamping: text.unicodeScalars.count)
  }
}

// MARK: - Completion

extension EditLine {
  private func complete(
    _ line: Line, in editor: OpaquePointer
  ) -> LineEditorAnswer {
    guard let completer else { return .beep }
    let cursor = line.beforeCursor.count
    let completion = completer(line.text, cursor)
    let start = min(max(completion.replaceFrom, 0), cursor)
    let typed = String(line.beforeCursor.dropFirst(start))
    let isAgain = hesitation == line
    hesitation = nil
    switch completion.effect(on: typed, again: isAgain) {
    case .replace(let text):
      line_editor_delete(editor, scalarCount(typed))
      return line_editor_insert(editor, text) ? .refresh : .beep
    case .list:
      hesitation = line
      list(completion.candidates, below: line)
      return .redraw
    case .nothing:
      hesitation = line
      return .beep
    }
  }

  /// Writes below the line, however many rows of the screen it takes.
  private func list(_ candidates: [String], below line: Line) {
    let width = TerminalWidth.current(environment: [:])
    let rows =
      (prompt.count + line.text.count - 1) / width
      - (prompt.count + line.beforeCursor.count) / width
    let feeds = String(repeating: "\n", count: max(rows, 0) + 1)
    let erasing = knowsTerminal ? "\u{1B}[J" : ""
    let columns = Completion.columns(candidates, width: width)
    try? Output.standard.write(feeds + erasing + columns)
  }
}

// MARK: - Paste

extension EditLine {
  /// Puts in the first of the pasted lines.
  ///
  /// If there are more, it is as if Enter had been typed after each but the
  /// last.
  private func paste(
    into line: Line, in editor: OpaquePointer
  ) -> LineEditorAnswer {
    let pieces = pastedPieces(from: editor)
    guard pieces.count > 1 else {
      return line_editor_insert(editor, pieces[0]) ? .refresh : .beep
    }
    line_editor_move(editor, scalarCount(line.afterCursor))
    line_editor_delete(editor, scalarCount(line.afterCursor))
    pending = Array(pieces[1..<(pieces.count - 1)])
    unfinished = pieces[pieces.count - 1] + line.afterCursor
    return line_editor_insert(editor, pieces[0]) ? .submit : .beep
  }

  private func pastedPieces(from editor: OpaquePointer) -> [String] {
    var paste = Paste()
    while !paste.isComplete {
      let next = line_editor_next(editor)
      guard next >= 0 else { break }
      if let scalar = Unicode.Scalar(UInt32(next)) { paste.take(scalar) }
    }
    return paste.pieces
  }
}
