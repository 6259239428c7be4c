/// What a learner did in one lesson.
public struct LessonAccount: Hashable, Sendable {
  public let id: String
  public let isFinished: Bool
  /// The screen that was reached, counted from 1; 0 where none was.
  public let screen: Int
  public let screens: Int
  /// How many questions the lesson asks.
  public let questions: Int
  /// Units: seconds.
  public let seconds: Int
  /// The questions that were come to, in the lesson's order.
  public let answers: [Answer]

  /// How it went at a question.
  public struct Answer: Hashable, Sendable {
    public let question: QuestionID
    public let attempt: Attempt
    /// Units: seconds.
    public let seconds: Int
  }

  /// How many questions came out so.
  public func count(_ outcome: Attempt.Outcome) -> Int {
    answers.count { $0.attempt.outcome == outcome }
  }

  /// How many answers were judged.
  public var attempts: Int { answers.reduce(0) { $0 + $1.attempt.answers } }

  public var hints: Int { answers.reduce(0) { $0 + $1.attempt.hints } }
}

extension Session {
  /// What was done in each lesson that was begun, in the order of the course.
  public var accounts: [LessonAccount] { library.ids.compactMap(account) }

  /// What was done in a lesson; nothing where it was not begun.
  func account(of id: String) -> LessonAccount? {
    guard let outline = library.outline(id) else { return nil }
    let standing = standing(of: id, outline)
    let answers = answers(in: id, outline)
    guard standing != .untouched || !answers.isEmpty else { return nil }
    return LessonAccount(
      id: id, isFinished: standing == .finished,
      screen: standing.screen(of: outline), screens: outline.screens.count,
      questions: outline.questions,
      seconds: Int((times.lessons[id] ?? 0).rounded()), answers: answers)
  }

  private func answers(
    in id: String, _ outline: LessonOutline
  ) -> [LessonAccount.Answer] {
    let known = Set(attempts.keys).union(times.questions.keys)
    let order = { (id: QuestionID) in
      (outline.screens.firstIndex(of: id.screen) ?? .max, id.place)
    }
    return known.filter { $0.lesson == id }.sorted { order($0) < order($1) }
      .map { question in
        LessonAccount.Answer(
          question: question, attempt: attempts[question] ?? Attempt(),
          seconds: Int((times.questions[question] ?? 0).rounded()))
      }
  }
}

extension Standing {
  fileprivate func screen(of outline: LessonOutline) -> Int {
    switch self {
    case .finished: outline.screens.count
    case .begun(let screen, _): screen
    case .untouched: 0
    }
  }
}
