import Algebra
import Presentation
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
    if let choice { try conversation.go(to: choice) }
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
  /// Goes to the screen that was named on the command line, saying nothing.
  func go(to choice: LessonChoice) throws {
    guard let screen = choice.screen,
      session.reply(to: "goto \(screen)").failed
    else { return }
    let ids = session.lesson?.screens.map(\.id) ?? []
    let nearest = NearestName.nearest(to: screen, among: ids)
    throw Refusal(
      "\(choice.id) has no screen \(screen)", .usage,
      notes: ["its screens are \(ids.joined(separator: ", "))"],
      try: choice.opener + (nearest.map { "#" + $0 } ?? ""))
  }
}
