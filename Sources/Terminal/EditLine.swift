import CLineEditor

/// Lines edited at a terminal, with libedit.
///
/// The keys are those of Emacs, or what `~/.editrc` says; there the program is
/// called `backstep`, as in `backstep:bind ^T ed-transpose-chars`. A process
/// has one terminal, hence one of these.
public final class EditLine: LineReader {
  /// Answers a line and the cursor's offset in characters.
  public typealias Completer = (_ line: String, _ cursor: Int) -> Completion

  /// What Tab does; nil does nothing.
  public var completer: Completer?

  /// Whether the terminal's description is known to the system.
  ///
  /// Where it is not, lines are edited without moving the cursor about.
  public private(set) var knowsTerminal = true

  let history: History
  var search = PrefixSearch()
  /// The line at which Tab found nothing to put in.
  var hesitation: Line?
  /// What was pasted: lines still to be delivered, and text still to be typed.
  var pending: [String] = []
  var unfinished = ""
  var prompt = ""
  /// What stands in the next line already, to be altered or taken.
  public var prepared = ""
  /// Whether the line that was read last came by itself, since nothing was
  /// typed for as long as was waited.
  public private(set) var wasIdle = false

  private(set) var editor: OpaquePointer?
  /// Where pasted text cannot be taken whole it must not be marked either.
  private var takesPastes = false

  /// Opens the terminal on standard input and output; nil where libedit does
  /// not start.
  ///
  /// - Parameters:
  ///   - history: The lines that Up and Ctrl-R find.
  ///   - program: The name by which `~/.editrc` knows it.
  public init?(history: History, program: String = "backstep") {
    self.history = history
    Interrupts.install()
    _ = line_editor_use_utf8()
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard let editor = line_editor_open(program, editLineAnswer, context)
    else { return nil }
    self.editor = editor
    knowsTerminal = line_editor_can_move(editor)
    for line in history.lines { line_editor_remember(editor, line) }
    takesPastes =
      knowsTerminal && !line_editor_is_vi(editor) && !line_editor_is_off(editor)
    KeyBinding.install(in: editor)
  }

  deinit {
    if let editor { line_editor_close(editor) }
  }

  /// Takes the keys of a clicker: PageDown and Right go on from an empty
  /// line, PageUp and Left are `back`, and a full stop at its beginning is a
  /// line by itself.
  public func takeClicker() {
    guard let editor, !line_editor_is_vi(editor) else { return }
    for binding in KeyBinding.clicker {
      _ = line_editor_bind(editor, binding.key, binding.command)
    }
  }

  /// Has the next line taken as it stands if nothing is typed for so long.
  ///
  /// - Parameter seconds: 0 for as long as it takes.
  public func wait(atMost seconds: Int) {
    if let editor { line_editor_wait(editor, Int32(clamping: seconds)) }
  }

  public func read(prompt: String) throws(LineError) -> LineEvent {
    let prompt = prompt.filter(\.isASCII)
    self.prompt = prompt
    wasIdle = false
    if let line = nextPasted(prompt: prompt) { return line }
    guard let editor else { return .end }
    startOver()
    var text: UnsafePointer<CChar>?
    var length = 0
    let outcome = line_editor_read(
      editor, prompt, takesPastes, &text, &length)
    wasIdle = line_editor_was_idle(editor)
    switch outcome {
    case .line:
      return remembered(Self.line(text, length))
    case .interrupted:
      pending = []
      unfinished = ""
      try? Output.standard.write("\n")
      return .interrupted
    case .end:
      try? Output.standard.write("\n")
      return .end
    }
  }
}

extension EditLine {
  /// The next pasted line, shown as if it had been typed; Ctrl-C meanwhile
  /// drops the rest.
  private func nextPasted(prompt: String) -> LineEvent? {
    let wasInterrupted = Interrupts.takeRaised()
    guard !pending.isEmpty else { return nil }
    if wasInterrupted {
      pending = []
      unfinished = ""
      return .interrupted
    }
    let line = pending.removeFirst()
    try? Output.standard.write(prompt + line + "\n")
    return remembered(line)
  }

  private func startOver() {
    search = PrefixSearch()
    hesitation = nil
    if let editor { line_editor_type(editor, prepared + unfinished) }
    unfinished = ""
  }

  private func remembered(_ line: String) -> LineEvent {
    if history.add(line), let editor { line_editor_remember(editor, line) }
    return .line(line)
  }

  private static func line(
    _ text: UnsafePointer<CChar>?, _ length: Int
  ) -> String {
    let bytes = UnsafeRawBufferPointer(start: text, count: length)
    var line = String(decoding: bytes, as: UTF8.self)
    if line.last?.isNewline == true { line.removeLast() }
    return line
  }
}
