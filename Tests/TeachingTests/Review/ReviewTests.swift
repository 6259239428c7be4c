import Algebra
import Presentation
import Testing

@testable import Teaching

/// Slips made in one visit and looked at in another.
@Suite struct ReviewTests {
  /// The same learner, back another day.
  private func later(_ session: Session) throws -> Session {
    Session(
      library: session.library,
      progress: try ProgressRecord(reading: session.progress.text))
  }

  private func slipped() -> Session {
    var session = QuestionTests.atQuestion()
    session.type("(z1 - y)^2")
    return session
  }

  @Test func aForeseenSlipGetsTheNameOfTheEngine() {
    let session = slipped()
    #expect(
      session.slips.entries.keys.map(\.text) == ["factor-of-two"])
    let places = session.slips.entries.values.first?.places
    #expect(places?.map(\.lesson) == ["straight"])
  }

  @Test func anUnforeseenSlipIsNotedToo() {
    var session = QuestionTests.atQuestion()
    session.type("-½(z1 - y)^2")
    #expect(session.slips.entries.keys.map(\.text) == ["sign-turned"])
  }

  @Test func progressNamesTheSlips() {
    var session = slipped()
    session.type("(z1 - y)^2")
    let text = session.type("progress").text.plain
    #expect(
      text.contains(
        "a factor of 2 is too many or too few: twice in straight; due next"))
  }

  @Test func whatNobodyRecognisesIsNoSlip() {
    var session = QuestionTests.atQuestion()
    session.type("17.25")
    #expect(session.attempts.values.first?.answers == 1)
    #expect(session.slips.entries.isEmpty)
  }

  @Test func aChoiceWithAReplyIsNotedByItsQuestion() {
    var session = QuestionTests.atQuestion()
    session.type("skip", "goto slope", "next 9")
    let order = session.openQuestion.map {
      session.order(of: $0.question, at: $0.piece)
    }
    session.type("\((order?.firstIndex(of: 1) ?? 0) + 1)")
    #expect(session.slips.entries.keys.map(\.text) == ["straight/slope/0"])
  }

  @Test func nothingIsDueInTheVisitOfTheSlip() {
    var session = slipped()
    let before = session.standing
    #expect(session.type("review").text.plain.contains("the next visit"))
    #expect(session.standing == before)
  }

  @Test func aLaterVisitSaysWhatIsDueAndAsks() throws {
    var session = try later(slipped())
    #expect(session.opening.plain.contains("1 slip to look at again: review"))
    #expect(session.type("lessons").text.plain.contains("1 slip"))
    let reply = session.type("review")
    #expect(!reply.failed)
    #expect(session.prompt == "answer> ")
    #expect(reply.text.plain.contains("A square"))
    #expect(session.type("hint").text.plain.contains("hint 1 of 2"))
    #expect(session.type("").text.lines.count == 1)
  }

  @Test func theReviewLosesNothingOfTheLesson() throws {
    var session = slipped()
    session.type("1/2", "next", "set w1 = 2.5", "goto slope")
    session = try later(session)
    session.type("again")
    let before = session.standing
    let record = session.progress
    session.type("review", "set W1 = 2*W1")
    var during = session.progress
    during.slips = record.slips
    #expect(during == record)
    session.type("reveal")
    let text = session.type("").text.plain
    #expect(text.contains("You are back"))
    #expect(session.standing == before)
    var after = session.progress
    after.slips = record.slips
    #expect(after == record)
  }

  @Test func whoLeavesAReviewForALessonKeepsWhatIsDue() throws {
    var session = try later(slipped())
    session.type("review", "open matrices")
    #expect(session.lesson?.id == "matrices")
    #expect(session.slips.due.count == 1)
    session.type("review", "new")
    #expect(session.review == nil && session.bench != nil)
  }

  @Test func aReviewFromABenchGoesBackToTheBench() throws {
    var session = try later(slipped())
    session.type("new", "given a: number", "s = a^2", "review", "reveal", "")
    #expect(session.bench?.sheet.isEmpty == false)
    #expect(session.type("s").text.plain.contains("s ="))
  }

  @Test func oneEnterLeadsFromAQuestionOfAReviewToTheNext() throws {
    var record = ProgressRecord()
    record.slips.visit = 1
    for slip in ["sign-turned", "cube", "exponent-kept"] {
      record.slips.note(.named(slip), at: nil)
    }
    var session = Session(library: SmallLessons.library, progress: record)
    session.type("review", "reveal", "")
    #expect(session.prompt == "answer> " && session.place.screen == 1)
    session.type("skip")
    #expect(session.review == nil)
    #expect(session.place == Place())
  }

  @Test func aRightAnswerPutsTheSlipOff() throws {
    var session = try later(slipped())
    session.type("review", "2*(a1 - y)")
    #expect(session.slips.due.isEmpty)
    #expect(session.type("").text.plain.contains("1 of 1 right at once"))
    session = try later(session)
    #expect(session.slips.due.isEmpty)
    session = try later(session)
    #expect(session.slips.due.count == 1)
  }

  @Test func aWrongAnswerBringsItBackAndSaysWhatWasDone() throws {
    var session = try later(slipped())
    session.type("review")
    let text = session.type("a1 - y").text.plain
    #expect(text.contains("half as large"))
    session.type("2*(a1 - y)", "")
    #expect(session.slips.entries.values.first?.times == 2)
    session = try later(session)
    #expect(session.slips.due.count == 1)
  }

  @Test func aQuestionOfALessonIsAskedAgainWithOtherNumbers() throws {
    var session = QuestionTests.atQuestion()
    session.type("skip", "goto slope", "next 9")
    let order = session.openQuestion.map {
      session.order(of: $0.question, at: $0.piece)
    }
    session.type("\((order?.firstIndex(of: 1) ?? 0) + 1)")
    let own = session.live?.lesson.givens
    session = try later(session)
    let text = session.type("review").text.plain
    #expect(text.contains("Which way does C go when"))
    #expect(session.live?.lesson.givens.keys == own?.keys)
    #expect(session.live?.lesson.givens != own)
    #expect(session.prompt == "answer> ")
  }

  @Test func aSlipWithoutAQuestionOfItsKindGoesBackToWhereItWasMade() throws {
    var record = ProgressRecord()
    record.lesson = "straight"
    record.slips.visit = 1
    record.slips.note(
      .named("other-quantity"),
      at: QuestionID(lesson: "straight", screen: "straight", place: 0))
    record.slips.note(
      .question(QuestionID(lesson: "gone", screen: "x", place: 0)), at: nil)
    var session = Session(library: SmallLessons.library, progress: record)
    #expect(session.opening.plain.contains("1 slip to look at again"))
    #expect(session.type("review").text.plain.contains("What is C here?"))
    session.type("½(z1 - y)^2")
    #expect(session.type("").text.plain.contains("1 of 1"))
  }

  /// Every question of the course can come back, with other numbers or its
  /// own, and has its right answers there.
  @Test(arguments: CourseLibrary.lessons.ids)
  func everyQuestionOfTheCourseCanBeAskedAgain(_ id: String) throws {
    let lesson = try CourseLibrary.lessons.lesson(id)
    let session = Session(library: CourseLibrary.lessons, opening: id)
    for screen in lesson.screens {
      let questions = screen.pieces.filter(\.isQuestion)
      for place in questions.indices {
        let key = QuestionID(lesson: id, screen: screen.id, place: place)
        let again = try #require(session.screen(asking: key, seed: 1))
        let question = try #require(again.question)
        switch question.kind {
        case .answer(let answers):
          for answer in answers {
            let judgement = question.judgement(
              of: answer.text(.ascii), on: again.bench, at: nil)
            #expect(judgement.isRight, "\(key): \(answer.text())")
          }
        case .choice:
          #expect(!question.rightChoices(on: again.bench, at: nil).isEmpty)
        case .until: break
        }
      }
    }
  }

  @Test func mostQuestionsComeBackWithOtherNumbers() throws {
    let session = Session(library: CourseLibrary.lessons)
    var fresh = 0
    var asked = 0
    for id in CourseLibrary.parts[0].ids {
      let lesson = try CourseLibrary.lessons.lesson(id)
      for screen in lesson.screens {
        let questions = screen.pieces.filter(\.isQuestion)
        for place in questions.indices {
          let key = QuestionID(lesson: id, screen: screen.id, place: place)
          let again = session.screen(asking: key, seed: 2)
          guard case .answer? = again?.question?.kind else { continue }
          asked += 1
          fresh += again?.bench?.givens == screen.bench?.givens ? 0 : 1
        }
      }
    }
    #expect(fresh * 10 > asked * 7, "\(fresh) of \(asked)")
  }

  @Test func noMoreThanAFewAreAskedAtATime() throws {
    var record = ProgressRecord()
    record.slips.visit = 1
    for entry in ReviewQuestion.all {
      record.slips.note(.named(entry.slip), at: nil)
    }
    var session = Session(library: SmallLessons.library, progress: record)
    session.type("review")
    #expect(session.lesson?.screens.count == Review.most)
  }

  /// Every question can be answered, hinted at and revealed in a session, on
  /// pages of every width and in every notation.
  @Test(arguments: ReviewQuestionTests.slips)
  func everyQuestionCanBeAskedInASession(_ slip: String) throws {
    var record = ProgressRecord()
    record.slips.visit = 1
    record.slips.note(.named(slip), at: nil)
    for width in [40, 80] {
      var session = Session(
        library: SmallLessons.library, page: Page(width: width),
        progress: record)
      let text = session.type("review").text
      #expect(text.lines.allSatisfy { $0.width <= width }, "\(text.plain)")
      #expect(text.lines.count <= (width == 80 ? 23 : 60), "\(text.plain)")
      let question = try #require(session.openQuestion?.question)
      guard case .answer(let answers) = question.kind else { continue }
      #expect(session.type("hint").text.plain.contains("hint 1 of"))
      let reply = session.type(answers[0].text())
      #expect(reply.text.plain.contains("Right."), "\(reply.text.plain)")
    }
    for lens in ["numpy", "theta"] {
      var session = Session(library: SmallLessons.library, progress: record)
      session.type("lens \(lens)", "review")
      #expect(session.prompt == "answer> ", "\(lens)")
      #expect(!session.type("reveal").failed, "\(lens)")
    }
  }
}
