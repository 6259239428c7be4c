/// What a learner did in a course, for the teacher.
///
/// Nothing in it tells who the learner is or when it was done: no name, no
/// machine, no path, no date.
public struct ProgressReport: Hashable, Sendable {
  public var lessons: [Lesson]
  /// The slips that were made, the commonest first.
  public var slips: [Slip]

  public init(lessons: [Lesson], slips: [Slip]) {
    self.lessons = lessons
    self.slips = slips
  }

  /// A lesson that was begun.
  public struct Lesson: Hashable, Sendable {
    public var id: String
    public var isFinished: Bool
    /// The screen that was reached, counted from 1; 0 where none was.
    public var screen: Int
    public var screens: Int
    /// How many questions the lesson asks.
    public var questions: Int
    /// Units: seconds.
    public var seconds: Int
    /// The questions that were come to.
    public var answers: [Answer]

    public init(
      id: String, isFinished: Bool, screen: Int, screens: Int, questions: Int,
      seconds: Int, answers: [Answer]
    ) {
      self.id = id
      self.isFinished = isFinished
      self.screen = screen
      self.screens = screens
      self.questions = questions
      self.seconds = seconds
      self.answers = answers
    }
  }

  /// How it went at a question.
  public struct Answer: Hashable, Sendable {
    /// The screen, as in `one-weight#slope`.
    public var screen: String
    /// Which question of the screen, counted from 1.
    public var question: Int
    public var outcome: Outcome
    public var attempts: Int
    public var hints: Int
    /// Units: seconds.
    public var seconds: Int

    public init(
      screen: String, question: Int, outcome: Outcome, attempts: Int,
      hints: Int, seconds: Int
    ) {
      self.screen = screen
      self.question = question
      self.outcome = outcome
      self.attempts = attempts
      self.hints = hints
      self.seconds = seconds
    }
  }

  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case open
    case right
    case revealed
    case skipped
  }

  /// A mistake that was recognised.
  public struct Slip: Hashable, Sendable {
    /// What the program calls it, or the question whose author foresaw it.
    public var name: String
    public var times: Int
    /// Where it was made, as in `one-weight#slope`.
    public var screens: [String]

    public init(name: String, times: Int, screens: [String]) {
      self.name = name
      self.times = times
      self.screens = screens
    }
  }
}
