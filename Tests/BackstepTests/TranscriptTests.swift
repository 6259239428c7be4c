import Lessons
import Presentation
import Teaching
import TestSupport
import Testing

@testable import backstep

/// Whole conversations: one file, answered once in process and typed once at
/// a terminal, so that a difference can only be the terminal's.
@Suite(.serialized) struct TranscriptTests {
  static let lessons = lessonNames
  static let widths = [80, 40]

  @Test(arguments: lessons, widths)
  func everyLessonIsWalkedToItsEnd(lesson: String, columns: Int) throws {
    let walk = LessonWalk.recorded(lesson, columns: columns)
    try Snapshot.check(
      walk.text, against: "Transcripts/\(lesson)-\(columns).txt")
    let replies = walk.exchanges.map(\.reply)
    #expect(replies.contains { $0.hasPrefix(" End of ") })
    #expect(walk.exchanges.contains { $0.line.hasPrefix("set ") })
    let tooWide = replies.flatMap { $0.split(separator: "\n") }
      .filter { StyledText(String($0)).width > columns }
    #expect(tooWide.isEmpty)
  }

  /// Whoever reads 200 words a minute and takes 20 seconds for a question
  /// needs as long as the lesson says; the core takes an hour and a half.
  @Test func lessonsTakeAsLongAsTheySay() throws {
    for file in LessonCatalog.all {
      let lesson = try Course.own.library.lesson(file.id)
      let words = try transcript("\(file.id)-80").exchanges.map(\.reply)
        .joined(separator: "\n").split { !$0.isLetter }.filter { $0.count > 1 }
      let questions = lesson.screens.flatMap(\.pieces).filter {
        if case .question = $0.content { true } else { false }
      }
      let needed = Double(words.count) / 200 + Double(questions.count) / 3
      let stated = Double(try #require(lesson.minutes))
      #expect((needed - 1...needed + 1).contains(stated), "\(file.id)")
    }
    let core = try LessonCatalog.parts[0].lessons.compactMap {
      try Course.own.library.lesson($0.id).minutes
    }
    #expect((80...100).contains(core.reduce(0, +)))
  }

  /// The lessons in which nothing is trained; on a terminal a training says
  /// how long it took.
  static let timeless = LessonCatalog.all.filter {
    !$0.text.contains("answer: train") && !$0.text.contains("\ntrain ")
  }.map(\.id)

  @Test(arguments: timeless, widths)
  func theTerminalShowsTheSame(lesson: String, columns: Int) throws {
    let walk = try transcript("\(lesson)-\(columns)")
    let home = try Home()
    let shown = try walk.typed(
      at: home.backstep([lesson]), columns: columns)
    #expect(shown == walk.screen(columns: columns))
  }

  @Test(arguments: widths)
  func theFirstVisitIsTheSameOnATerminal(columns: Int) throws {
    var session = Session(
      library: Course.own.library, page: Page(width: columns))
    var console = ConsoleText(
      command: ["backstep"], opening: session.opening.plain + "\n")
    for line in Self.firstVisit {
      console.exchanges.append(
        ConsoleText.Exchange(
          prompt: session.prompt, line: line,
          reply: LessonWalk.ended(session.reply(to: line))))
    }
    try Snapshot.check(
      console.text, against: "Transcripts/first-visit-\(columns).txt")
    let home = try Home()
    let shown = try console.typed(at: home.backstep(), columns: columns)
    #expect(shown == console.screen(columns: columns))
  }

  /// A beginner who looks at everything.
  static let firstVisit = [
    "set w1 = 1", "undo", "", "", "back", "why C", "w1, 3*x", "3*x", "hint",
    "help", "help set", "info C", "set z1 = 3", "sett w1 = 2", "print [1 2]]",
    "print w1 +", "dw1", "lessons", "list", "goto slope", "where", "quit",
  ]

  private func transcript(_ name: String) throws -> ConsoleText {
    let text = try file("Transcripts/\(name).txt")
    return try #require(ConsoleText.all(in: text).first)
  }
}
