import Presentation
import Teaching
import Terminal

/// A conversation with somebody at a terminal.
struct Attendance {
  let conversation: Conversation
  let edits: Bool
  let runsInit: Bool

  init(_ conversation: Conversation, edits: Bool, runsInit: Bool) {
    self.conversation = conversation
    self.edits = edits
    self.runsInit = runsInit
  }

  /// Greets, and answers lines until `quit` or Ctrl-D.
  ///
  /// - Parameter choice: What to open instead of a greeting.
  /// - Throws: ``OutputError`` when nobody reads any more.
  func run(opening choice: LessonChoice?) throws {
    if let notice = conversation.progress?.notice { conversation.say(notice) }
    if runsInit { try runInit() }
    if let choice {
      let line = choice.screen.map { "goto \($0)" } ?? "open \(choice.id)"
      try conversation.answer(ScriptLines([line]), .attended)
    } else {
      try conversation.show(conversation.session.opening)
    }
    let history = History(
      path: conversation.progress == nil ? nil : UserFile.history.path)
    let reader = terminalReader(
      history: history, edits: edits, environment: environment)
    if let editor = reader as? EditLine { prepare(editor) }
    try conversation.answer(reader, .attended)
  }

  private func prepare(_ editor: EditLine) {
    editor.completer = { [conversation] line, cursor in
      let found = conversation.session.completions(of: line, cursor: cursor)
      return Completion(
        replaceFrom: found.replaceFrom, candidates: found.candidates,
        suffix: found.replaceFrom == 0 ? suffix(found.candidates) : "")
    }
    if !editor.knowsTerminal {
      conversation.say(
        "The terminal \(environment["TERM"] ?? "") is not known here: lines "
          + "are edited without moving about.")
    }
  }

  /// A space behind a command's word that wants more.
  private func suffix(_ words: [String]) -> String {
    let command = words.first.flatMap(Command.named)
    return command.map { $0.form == .nothing ? "" : " " } ?? ""
  }

  /// Runs the lines of the init file; only what goes wrong is shown.
  private func runInit() throws {
    guard let path = UserFile.startup.path else { return }
    let text: String
    do throws(FileTrouble) {
      text = try backstep.text(of: path, limit: ScriptLines.limit)
    } catch {
      if error != .missing { conversation.say(error.headline(path) + ".") }
      return
    }
    for (number, line) in text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      try conversation.prepare(String(line), from: "init:\(number + 1)")
    }
  }
}

extension Conversation {
  /// Answers a line of the init file.
  fileprivate func prepare(_ line: String, from place: String) throws {
    guard !line.saysNothing else { return }
    let reply = session.reply(to: line)
    guard reply.failed else { return }
    say("\(place): \(line)")
    try display.show(reply.text)
  }
}
