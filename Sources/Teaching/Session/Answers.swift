/// What the learner did at the questions, by lesson, screen and place.
public struct QuestionID: Hashable, Sendable {
  public let lesson: String
  /// The id of the screen, which stays when others are put before it.
  public let screen: String
  /// How many questions stand before it on its screen.
  public let place: Int
}

/// How far a learner came with a question.
public struct Attempt: Hashable, Sendable {
  public var outcome: Outcome = .open
  /// How many answers were judged.
  public var answers = 0
  /// How many hints were shown.
  public var hints = 0

  public init() {}

  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case open
    case right
    case revealed
    case skipped
  }
}
