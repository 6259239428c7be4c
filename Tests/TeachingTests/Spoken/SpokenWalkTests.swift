import Lessons
import Presentation
import Testing

@testable import Teaching

/// Every lesson, gone through without seeing the screen.
@Suite struct SpokenWalkTests {
  /// A lesson on a page that is read aloud, and on one that is seen.
  struct Walk {
    var heard: Session
    var seen: Session

    init(_ id: String) throws {
      let lesson = try CourseLibrary.lessons.lesson(id)
      let library = LessonLibrary([lesson])
      heard = Session(library: library, page: Page(isPlain: true))
      seen = Session(library: library, page: Page(width: 80))
    }

    /// What both answer to a line.
    mutating func type(_ line: String) -> (heard: Reply, seen: Reply) {
      (heard.reply(to: line), seen.reply(to: line))
    }
  }

  /// Goes to the end, with every hint and every answer.
  private func go(
    through id: String,
    _ check: (_ heard: StyledText, _ seen: StyledText, _ line: String) -> Void
  ) throws {
    var walk = try Walk(id)
    func type(_ line: String) {
      let replies = walk.type(line)
      check(replies.heard.text, replies.seen.text, line)
    }
    for _ in 0..<400 {
      type("next")
      guard let question = walk.heard.openQuestion?.question else {
        if walk.heard.isAtEnd { break }
        continue
      }
      for _ in question.hints { type("hint") }
      for line in walk.heard.rightLines(of: question) { type(line) }
      guard walk.heard.openQuestion == nil else {
        Issue.record("not answered in \(id)")
        return
      }
    }
    #expect(walk.heard.isAtEnd)
  }

  /// What is read aloud has letters, digits and plain punctuation only, and
  /// whatever is drawn is said: every name and every number.
  @Test(arguments: LessonCatalog.all.map(\.id))
  func everythingDrawnIsSaidInWords(_ id: String) throws {
    try go(through: id) { heard, seen, line in
      #expect(heard.unheard.isEmpty, "\(heard.plain)")
      let told = Heard(heard)
      let drawn = Seen(seen)
      let unsaid = drawn.numbers.subtracting(told.numbers)
      #expect(
        unsaid.isEmpty, "\(id) \(line)\n\(seen.plain)\n--\n\(heard.plain)")
      for name in drawn.names {
        #expect(
          Seen.words(for: name).contains { told.holds($0) },
          "\(id) \(name)\n\(seen.plain)\n--\n\(heard.plain)")
      }
    }
  }

  static let commands = [
    "help", "help all", "help expressions", "help bench", "help set",
    "help aloud", "list", "lessons", "where", "progress", "print W1",
    "W1 @ x", "shape W1", "info", "graph", "paths dW1[1,2]", "why δ1[2]",
    "why W2'", "why dW1", "why C", "set W2[1,2] = -1", "diff", "undo",
    "nudge z1[1] 0.01", "check", "verify δ2 = a2 - y", "try dW2 = δ2 @ a1'",
    "try dW1 = x @ δ1'", "derive C wrt W1", "index dW1",
    "plot sigmoid(z) for z in -4..4", "plot heat W1", "plot network", "lens",
    "compare backstep ng", "lens nielsen", "print", "lens backstep",
    "set Q = 1", "W1 @", "x @ W1", "W1[9,9]", "nxt", "step", "given a: 2×x",
  ]

  /// Commands answer in words as well, and so do errors.
  @Test(arguments: commands)
  func everyReplyIsInWords(_ command: String) throws {
    var session = Session(
      library: CourseLibrary.lessons, page: Page(isPlain: true),
      opening: "hidden-layer")
    _ = session.reply(to: "goto columns")
    let reply = session.reply(to: command)
    #expect(!reply.text.isEmpty)
    #expect(reply.text.unheard.isEmpty, "\(reply.text.plain)")
  }

  @Test func whatIsToBeTypedStays() {
    let text =
      StyledText("Type ") + StyledText("set W2[1,2] = -δ1", .typed)
      + StyledText(" and W2[1,2] ≈ -0.5.")
    #expect(
      text.spoken().plain
        == "Type set W2[1,2] = -delta1 and row 1, column 2 of W 2 is about "
        + "minus 0.5.")
  }

  static let sentences: [(String, String)] = [
    ("W1 is 3×2 and x is 3×1", "W 1 is 3 by 2 and x is 3 by 1"),
    ("W1 @ x has no meaning", "W 1 times x has no meaning"),
    ("The layer's slope, σ'(z1)", "The layer's slope, sigma prime of z 1"),
    ("the students' last-layer", "the students' last-layer"),
    ("up to 1e-7 agrees", "up to 1 times ten to the minus 7 agrees"),
    ("dC/dW1 is δ1·xᵀ", "d C over d W 1 is delta 1 times x transpose"),
    ("0.5 → -1, 45 %", "0.5 to minus 1, 45 percent"),
    ("-softplus(-u)", "minus softplus of open bracket minus u close bracket"),
    ("z₂ ≠ ½y²", "z 2 is not one half y squared"),
    ("[2 rows]   apart", "(2 rows) apart"),
  ]

  @Test(arguments: sentences)
  func signsInASentenceAreSaid(_ written: String, _ said: String) {
    #expect(StyledText(written).spoken().plain == said)
  }

  /// What was said once can be said again.
  @Test(arguments: sentences)
  func wordsAreLeftAsTheyAre(_ written: String, _ said: String) {
    #expect(StyledText(said).spoken().plain == said)
  }
}
