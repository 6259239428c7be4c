import Testing

@testable import Teaching

struct QuestionTests {
  static func atQuestion() -> Session {
    var session = SmallLessons.session()
    session.type("next 9")
    return session
  }

  @Test(arguments: ["8", "½", "0.5", "½(z1 - y)^2", "1/2"])
  func rightAnswersAreRightInAnyForm(_ answer: String) {
    var session = Self.atQuestion()
    // C is ½ here: z1 is 6 and y is 7.
    let reply = session.type(answer)
    #expect(reply.failed == (answer == "8"))
    #expect(reply.text.plain.contains("Right.") == (answer != "8"))
  }

  @Test func whatWasJudgedIsEchoed() {
    var session = Self.atQuestion()
    let text = session.type("(z1 - y)^2").text.plain
    #expect(text.contains("(z₁ - y)² = 1"))
    #expect(text.contains("You left out the half."))
  }

  @Test func aNameIsLookedUpAtNoCost() {
    var session = Self.atQuestion()
    let reply = session.type("z1")
    #expect(reply.text.plain.contains("z₁ = 6"))
    #expect(session.attempts.isEmpty)
  }

  @Test func commandsStayCommands() {
    var session = Self.atQuestion()
    #expect(!session.type("print z1 - y").failed)
    #expect(!session.type("where").failed)
    #expect(session.attempts.isEmpty)
    #expect(session.prompt == "answer> ")
  }

  @Test func enterAsksAgainInOneLine() {
    var session = Self.atQuestion()
    let text = session.type("").text
    #expect(text.lines.count == 1)
    #expect(text.plain.contains("hint"))
  }

  /// A misspelt name is not talk.
  @Test(arguments: [
    ("yes", true), ("I don't know", true), ("twenty-eight", true),
    ("no idea?", true), ("sigmod", false), ("zz1", false), ("yes + 1", false),
  ])
  func wordsAreToldWhatIsWanted(_ line: String, _ isTalk: Bool) {
    var session = Self.atQuestion()
    let reply = session.type(line)
    #expect(reply.failed)
    #expect(reply.text.plain.contains("A number in digits") == isTalk)
    #expect(reply.text.plain.contains("help.") == isTalk)
    #expect(session.attempts.isEmpty)
  }

  @Test func hintsAreCounted() {
    var session = Self.atQuestion()
    #expect(session.type("hint").text.plain.contains("hint 1 of 2"))
    #expect(session.type("hint").text.plain.contains("hint 2 of 2"))
    #expect(session.type("hint").text.plain.contains("last hint"))
  }

  /// A question that wants a deed counts deeds, and not that it was shown.
  @Test func toBeShownAQuestionIsNoAttempt() {
    var session = Self.atQuestion()
    session.type("skip", "goto slope", "next 9", "skip")
    let id = session.openQuestion?.id
    #expect(id?.place == 1)
    #expect(id.flatMap { session.attempts[$0] } == nil)
    session.type("set w1 = 2.1")
    #expect(id.flatMap { session.attempts[$0] }?.answers == 1)
    session.type("set w1 = 7/3")
    #expect(id.flatMap { session.attempts[$0] }?.answers == 2)
    #expect(id.flatMap { session.attempts[$0] }?.outcome == .right)
  }

  @Test func attemptsAreCounted() {
    var session = Self.atQuestion()
    session.type("3", "4", "1/2")
    let attempt = session.attempts.values.first
    #expect(attempt?.answers == 3)
    #expect(attempt?.outcome == .right)
    #expect(session.prompt.hasPrefix("straight 1/3"))
  }

  @Test func whatCannotBeReadIsNoAttempt() {
    var session = Self.atQuestion()
    #expect(session.type("½(z1 -").failed)
    #expect(session.type("hnit").text.plain.contains("try: hint"))
    #expect(session.attempts.isEmpty)
  }

  @Test func revealingShowsTheWorking() {
    var session = Self.atQuestion()
    let text = session.type("reveal").text.plain
    #expect(text.contains("½(z₁ - y)² = 0.5"))
    #expect(text.contains("It is half a square."))
    #expect(session.attempts.values.first?.outcome == .revealed)
    #expect(session.prompt != "answer> ")
  }

  @Test func skippingIsRecorded() {
    var session = Self.atQuestion()
    let text = session.type("skip").text.plain
    #expect(text.contains("½(z₁ - y)² = 0.5"))
    #expect(session.attempts.values.first?.outcome == .skipped)
    let row = session.type("progress").text.plain.split(separator: "\n").last
    #expect(
      row?.split(separator: " ").joined(separator: " ")
        == "straight screen 1 of 3 0 of 3 0 1 0 0")
  }

  @Test func aSkippedQuestionCanBeGoneBackTo() {
    var session = Self.atQuestion()
    session.type("skip", "back")
    #expect(session.prompt != "answer> ")
    let text = session.type("goto straight", "next 9").text.plain
    #expect(!text.contains("Skipped."))
    #expect(session.prompt == "answer> ")
    #expect(session.attempts.values.first?.outcome == .skipped)
    session.type("1/2")
    #expect(session.attempts.values.first?.outcome == .right)
    #expect(session.prompt != "answer> ")
  }

  @Test func aChoiceIsTakenByItsNumber() {
    var session = Self.atQuestion()
    session.type("skip", "goto slope", "next 9")
    let order = session.openQuestion.map {
      session.order(of: $0.question, at: $0.piece)
    }
    let right = (order?.firstIndex(of: 0) ?? 0) + 1
    #expect(session.type("\(3 - right)").text.plain.contains("above"))
    #expect(session.type("\(right)").text.plain.contains("Right."))
  }

  @Test func aDeedIsNoticedWhenItIsDone() {
    var session = Self.atQuestion()
    session.type("skip", "goto slope", "next 9", "skip")
    #expect(session.prompt == "answer> ")
    #expect(!session.type("set w1 = 2.1").text.plain.contains("Done."))
    #expect(session.type("set w1 = 7/3").text.plain.contains("Done."))
    #expect(session.prompt != "answer> ")
  }

  @Test func aNameOfOnesOwnMayStandInAnAnswer() {
    var session = Self.atQuestion()
    session.type("let gap = z1 - y")
    #expect(session.type("½*gap^2").text.plain.contains("Right."))
  }

  @Test func aDeedDoneBeforeItWasAskedForIsNoticed() {
    var session = Self.atQuestion()
    session.type("skip", "goto slope", "next 9")
    session.type("set w1 = 7/3")
    #expect(session.type("skip").text.plain.contains("It holds already."))
    #expect(session.prompt != "answer> ")
  }

  @Test func anAnswerMayHaveItsLeftSide() {
    var session = Self.atQuestion()
    #expect(session.type("z1 = 1/2").failed)
    let text = session.type("x = 1/2").text.plain
    #expect(text.contains("an answer is the right side alone"))
    #expect(session.attempts.isEmpty)
    #expect(session.type("C = (z1 - y)^2").text.plain.contains("the half"))
    #expect(session.type("C = ½(z1 - y)^2").text.plain.contains("Right."))
  }

  @Test func whoseNumbersAreAskedAboutIsSaidWithThePrompt() throws {
    let lesson = try SmallLessons.lesson(
      "above",
      """
      # Above

      Needs nothing. Gives a gap.

      ```worksheet
      a = 5   input
      s = a^2   cost
      ```

      The number is `a`.

      ```ask
      What is `a` taken twice?
      answer: 2*a
      when: a > 4
      ```
      """)
    let words = "This is asked about the lesson's own numbers, not yours."
    var session = Session(library: LessonLibrary([lesson]), opening: "above")
    session.type("next")
    #expect(!session.type("next 9").text.plain.contains(words))
    #expect(session.type("set a = 1").text.plain.contains(words))
    #expect(!session.type("set a = 2").text.plain.contains(words))
    #expect(session.type("again").text.plain.contains(words))
    let reply = session.type("10").text.plain
    #expect(reply.contains("Right."))
    #expect(!reply.contains(words))
  }

  @Test func backAndOnAgainAsksNothingTwice() {
    var session = Self.atQuestion()
    session.type("1/2", "back", "")
    #expect(session.prompt.hasPrefix("straight"))
  }
}
