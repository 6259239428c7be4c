import Synchronization
import Testing

@testable import Teaching

/// How long the learner stayed at what.
@Suite struct TimeSpentTests {
  private final class Clock: Sendable {
    let now = Mutex(100.0)

    func pass(_ seconds: Double) { now.withLock { $0 += seconds } }

    var witness: Witness {
      Witness(clock: { self.now.withLock { $0 } }, show: { _ in })
    }
  }

  private let clock = Clock()
  private static let question = QuestionID(
    lesson: "straight", screen: "straight", place: 0)

  /// Types lines, each after some seconds.
  private func session(_ lines: [(Double, String)]) -> Session {
    var session = SmallLessons.session()
    session.witness = clock.witness
    type(lines, in: &session)
    return session
  }

  private func type(_ lines: [(Double, String)], in session: inout Session) {
    for (seconds, line) in lines {
      clock.pass(seconds)
      session.type(line)
    }
  }

  @Test func timeCountsWhereOneStood() {
    let session = session([(5, "next 9"), (20, "3"), (10, "1/2"), (4, "")])
    #expect(session.times.lessons == ["straight": 39])
    #expect(session.times.questions == [Self.question: 30])
  }

  @Test func whoWasAwayWasNotLearning() {
    let session = session([(86_400, "next 9"), (-50, "3")])
    #expect(session.times.lessons == ["straight": TimeSpent.longestPause])
  }

  @Test func aBenchIsNoLesson() {
    let session = session([(5, "new"), (60, "2 + 2"), (7, "open straight")])
    #expect(session.times.lessons == ["straight": 5])
  }

  @Test func timesAreAddedUpOverVisits() throws {
    let first = session([(5.4, "next 9"), (20.3, "3")])
    let record = try ProgressRecord(reading: first.progress.text)
    #expect(record == first.progress)
    var second = Session(library: SmallLessons.library, progress: record)
    second.witness = clock.witness
    type([(30, "1/2")], in: &second)
    #expect(second.progress.times.lessons == ["straight": 56])
    #expect(second.progress.times.questions == [Self.question: 50])
  }

  @Test func aNewBeginningForgetsTheQuestions() {
    let session = session([(5, "next 9"), (20, "3"), (1, "restart")])
    #expect(session.times.questions.isEmpty)
    #expect(session.times.lessons == ["straight": 26])
  }

  @Test func withoutAClockNothingIsCounted() {
    var session = SmallLessons.session()
    session.type("next 9", "3")
    #expect(session.times == TimeSpent())
    #expect(!session.progress.text.contains("time "))
  }

  @Test(arguments: [
    "time straight -5", "time straight x", "time", "time straight",
    "time straight slope 0", "time straight slope -1 5",
    "time straight 99999999999999999999", "time straight 5000000000",
  ])
  func strangeTimesAreLeftOut(_ line: String) throws {
    let text = "backstep progress 1\n\(line)\nend\n"
    #expect(try ProgressRecord(reading: text).times == TimeSpent())
  }
}

/// What was done in a lesson, added up.
@Suite struct LessonAccountTests {
  @Test func everyQuestionThatWasComeToIsThere() throws {
    var session = SmallLessons.session()
    #expect(session.accounts.isEmpty)
    session.type("next 9", "3", "hint", "1/2", "goto slope", "next 9", "skip")
    session.type("reveal")
    let account = try #require(session.accounts.first)
    #expect(session.accounts.count == 1)
    #expect(account.id == "straight" && !account.isFinished)
    #expect((account.screen, account.screens) == (2, 3))
    #expect(account.questions == 3)
    #expect(
      account.answers.map(\.attempt.outcome) == [.right, .skipped, .revealed])
    #expect(account.answers.map(\.question.place) == [0, 0, 1])
    #expect((account.attempts, account.hints) == (2, 1))
    #expect(account.count(.right) == 1)
  }

  @Test func theTableOfProgressSaysTheSame() {
    var session = SmallLessons.session()
    session.type("next 9", "3", "hint", "1/2")
    let text = session.type("progress").text.plain
    #expect(text.contains("1 of 3"))
    #expect(session.progressText.plain == text)
  }

  @Test func slipsAreCountedByTheirNames() {
    var log = SlipLog()
    let slope = QuestionID(lesson: "straight", screen: "slope", place: 1)
    let first = QuestionID(lesson: "straight", screen: "slope", place: 0)
    log.note(.named("cube"), at: first)
    log.note(.named("cube"), at: slope)
    log.note(.question(slope), at: slope)
    #expect(
      log.counts == [
        SlipLog.Count(name: "cube", times: 2, screens: ["straight#slope"]),
        SlipLog.Count(
          name: "straight#slope, question 2", times: 1,
          screens: ["straight#slope"]),
      ])
  }
}
