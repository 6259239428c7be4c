import Algebra
import Matrices
import Presentation

/// What is said of an answer.
public struct Judgement: Sendable {
  public let verdict: Verdict
  /// What was judged, where it was an expression, and what it comes to.
  public let understood: Expression?
  public let value: Matrix<Double>?
  /// The choices that were taken, counted from 0 in the author's order.
  public var choices: [Int] = []
  /// Whether the question was about the lesson's own numbers, since it has no
  /// single answer at the learner's.
  public let usesLessonNumbers: Bool

  public enum Verdict: Sendable {
    /// Right, with the author's sentence on why.
    case right(why: [Inline]?)
    /// A slip that the author expected, with what is said to it.
    case expected(reply: [Inline], place: Int)
    /// Another slip, and what can be said without giving the answer away.
    case wrong(Remark)
    /// Nothing that could be judged: it counts as no attempt.
    case unreadable(Diagnostic)
    /// What the learner is to bring about does not hold yet.
    case notYet
    /// The question has no answer, at these numbers or at all.
    case unanswerable
  }

  public var isRight: Bool {
    if case .right = verdict { true } else { false }
  }
}
