import Formats
import Teaching

extension ProgressReport {
  /// What was done in the lessons of a session.
  init(_ session: Session) {
    self.init(
      lessons: session.accounts.map(Lesson.init),
      slips: session.slips.counts.map {
        Slip(name: $0.name, times: $0.times, screens: $0.screens)
      })
  }

  /// Reads the report of a learner.
  init(path: String) throws(FormatFault) {
    try self.init(json: NetworkFile.bytes(of: path, named: path))
  }
}

extension ProgressReport.Lesson {
  fileprivate init(_ account: LessonAccount) {
    self.init(
      id: account.id, isFinished: account.isFinished, screen: account.screen,
      screens: account.screens, questions: account.questions,
      seconds: account.seconds, answers: account.answers.map { .init($0) })
  }
}

extension ProgressReport.Answer {
  fileprivate init(_ answer: LessonAccount.Answer) {
    self.init(
      screen: "\(answer.question.lesson)#\(answer.question.screen)",
      question: answer.question.place + 1,
      outcome: ProgressReport.Outcome(answer.attempt.outcome),
      attempts: answer.attempt.answers, hints: answer.attempt.hints,
      seconds: answer.seconds)
  }
}

extension ProgressReport.Outcome {
  fileprivate init(_ outcome: Attempt.Outcome) {
    switch outcome {
    case .open: self = .open
    case .right: self = .right
    case .revealed: self = .revealed
    case .skipped: self = .skipped
    }
  }
}
