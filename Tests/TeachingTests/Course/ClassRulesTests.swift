import Presentation
import Testing

@testable import Teaching

/// What a class file forbids, and when it allows it.
@Suite struct ClassRulesTests {
  /// At the first question of a lesson, which has two hints.
  private func session(
    skip: Bool = true, attempts: Int = 0, hints: Int? = nil
  ) -> Session {
    var session = QuestionTests.atQuestion()
    session.rules = ClassRules(
      file: "class.json", maySkip: skip, attemptsBeforeReveal: attempts,
      mostHints: hints)
    return session
  }

  /// The refusal names the file, keeps the question open, and says what can
  /// be typed instead, which works.
  private func expectRefusal(
    of line: String, in session: Session, says words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var session = session
    let (attempts, standing) = (session.attempts, session.standing)
    let reply = session.type(line)
    let text = reply.text.plain.split { " \n".contains($0) }
      .joined(separator: " ")
    #expect(reply.failed, sourceLocation: sourceLocation)
    #expect(text.contains(words), "\(text)", sourceLocation: sourceLocation)
    #expect(session.attempts == attempts, sourceLocation: sourceLocation)
    #expect(session.standing == standing, sourceLocation: sourceLocation)
    #expect(!text.contains("½"), "\(text)", sourceLocation: sourceLocation)
    let remedy = reply.text.lines.last?.plain.dropFirst("try: ".count) ?? ""
    #expect(
      !session.type(String(remedy)).failed, "\(remedy)",
      sourceLocation: sourceLocation)
  }

  @Test func whereNothingIsSaidAllIsAllowed() {
    for line in ["hint", "reveal", "skip"] {
      var (free, ruled) = (QuestionTests.atQuestion(), session())
      #expect(free.type(line).text == ruled.type(line).text)
      #expect(free.attempts == ruled.attempts)
    }
  }

  @Test func restartHidesNothingFromTheTeacher() {
    var (free, ruled) = (QuestionTests.atQuestion(), session())
    for line in ["reveal", "restart"] {
      _ = free.type(line)
      _ = ruled.type(line)
    }
    #expect(free.attempts.isEmpty)
    #expect(ruled.attempts.values.map(\.outcome) == [.revealed])
    #expect(ruled.place == free.place)
  }

  @Test func skipMayBeForbidden() {
    expectRefusal(
      of: "skip", in: session(skip: false),
      says: "class.json does not allow skip")
    expectRefusal(
      of: "skip", in: session(skip: false, attempts: 2, hints: 0),
      says: "reveal shows the answer after 2 attempts")
  }

  @Test func revealComesAfterAttempts() {
    var session = session(attempts: 2)
    expectRefusal(
      of: "reveal", in: session,
      says: "after 2 attempts at a question, and "
        + "you made none")
    session.type("3", "hint", "z1")
    expectRefusal(of: "reveal", in: session, says: "you made 1")
    session.type("4")
    #expect(!session.type("reveal").failed)
    #expect(session.attempts.values.first?.outcome == .revealed)
  }

  @Test func askingForTheQuantityIsNoWayRound() {
    let session = session(attempts: 1)
    expectRefusal(of: "reveal C", in: session, says: "after 1 attempt at")
  }

  @Test func hintsMayBeForbiddenOrCounted() {
    expectRefusal(
      of: "hint", in: session(hints: 0), says: "does not allow hints")
    var session = session(attempts: 3, hints: 1)
    #expect(session.type("hint").text.plain.contains("hint 1 of 1"))
    expectRefusal(
      of: "hint", in: session, says: "allows 1 hint at a question, and you had")
    #expect(session.attempts.values.first?.hints == 1)
  }

  @Test func moreHintsThanThereAreIsNoLimit() {
    var session = session(hints: 9)
    session.type("hint")
    #expect(session.type("hint").text.plain.contains("hint 2 of 2"))
    #expect(session.type("hint").text.plain.contains("last hint"))
  }

  /// Who may not see the answer yet does not see it by going on.
  @Test func whatIsSkippedEarlyIsNotShown() {
    var session = session(attempts: 2)
    let text = session.type("skip").text.plain
    #expect(text.contains("Skipped."))
    #expect(!text.contains("This would have done"))
    #expect(!text.contains("(z₁ - y)²"), "\(text)")
    #expect(session.attempts.values.first?.outcome == .skipped)
  }

  @Test func enterNamesTheWordsThatWork() {
    func words(_ session: Session) -> String {
      var session = session
      return session.type("").text.plain
    }
    #expect(words(session()).contains("hint, reveal and skip help."))
    #expect(words(session(skip: false)).contains("hint and reveal help."))
    #expect(
      words(session(attempts: 1)).contains("please. hint and skip help."))
    #expect(
      words(session(skip: false, attempts: 1)).contains("please. hint helps."))
    #expect(
      words(session(skip: false, attempts: 1, hints: 0))
        .hasSuffix("Your answer, please."))
  }

  @Test func aWrongAnswerOffersNoHintThatIsForbidden() {
    var session = session(hints: 0)
    #expect(!session.type("3", "4").text.plain.contains("hint"))
  }

  @Test func anotherLessonIsRefusedWithTheReason() {
    var session = session()
    let text = session.type("open relu").text.plain
    #expect(text.contains("there is no lesson relu"))
    #expect(text.contains("the class file class.json chose them"))
  }

  @Test(arguments: [40, 80])
  func aLongTitleFitsTheMap(_ width: Int) throws {
    let title = String(repeating: "a very long title ", count: 9)
    let part = LessonLibrary.Part(title, ["straight"], isCore: true)
    let lessons = SmallLessons.library
    var session = Session(
      library: LessonLibrary(parts: [part]) { id throws(LessonRefusal) in
        try lessons.lesson(id)
      }, page: Page(width: width))
    let text = session.type("lessons").text
    #expect(text.lines.allSatisfy { $0.width <= width }, "\(text.plain)")
  }

  @Test func aLessonThatIsNotToBeHadIsNotNeeded() throws {
    let lesson = try SmallLessons.lesson("matrices", SmallLessons.matrices)
    var session = Session(library: LessonLibrary([lesson]))
    let text = session.type("lessons").text.plain
    #expect(!text.contains("needs"))
    #expect(session.isReady("matrices"))
  }
}
