import Algebra
import Teaching
import Terminal

/// Lines and files of lines to be answered; standard input where there are
/// neither.
struct Script {
  var lines: [String] = []
  var files: [String] = []
  /// Whether the first line that fails is the last.
  var bails = false

  var isEmpty: Bool { lines.isEmpty && files.isEmpty }
}

/// Lines that are answered from the beginning of a lesson, with nothing kept.
struct ScriptReading {
  let library: LessonLibrary
  let choice: LessonChoice?
  let script: Script
  let echoes: Bool
  var lens: Lens?
  var rules: ClassRules?

  /// Answers the lines.
  ///
  /// - Returns: The conversation, for more to be said.
  /// - Throws: ``ExitStatus/failed`` if a reply failed.
  func run(on display: Display) throws -> Conversation {
    var session = Session(
      library: library, page: display.page, opening: choice?.id)
    session.rules = rules
    if let lens { session.look(through: lens) }
    let conversation = Conversation(session, on: display)
    if let screen = choice?.screen { try conversation.go(to: screen) }
    let manner = Conversation.Manner.script(
      bails: script.bails, echoes: echoes)
    for reader in try readers() {
      try conversation.answer(reader, manner)
    }
    if conversation.hasFailed { throw ExitStatus.failed }
    return conversation
  }

  /// All of them are there before the first line is answered.
  private func readers() throws -> [any LineReader] {
    var readers: [any LineReader] = []
    if !script.lines.isEmpty {
      readers.append(ScriptLines(script.lines))
    }
    for file in script.files {
      try readers.append(ScriptLines.reader(of: file))
    }
    return readers.isEmpty ? [PlainReader()] : readers
  }
}

extension Conversation {
  /// Goes to a screen that was named on the command line, saying nothing.
  func go(to screen: String) throws {
    let reply = session.reply(to: "goto \(screen)")
    guard reply.failed else { return }
    let lines = reply.text.plain.split(separator: "\n").map(String.init)
    let headline = lines.first?.dropFirst("error: ".count)
    throw Refusal(
      headline.map(String.init) ?? "there is no screen \(screen)", .usage,
      notes: lines.compactMap {
        $0.hasPrefix("  = ") ? String($0.dropFirst(4)) : nil
      },
      try: "backstep \(session.lesson?.id ?? "lessons")")
  }
}
