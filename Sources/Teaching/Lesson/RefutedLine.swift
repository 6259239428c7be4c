import Algebra

/// A line from a source that does not hold, and the one that should stand
/// there.
public struct RefutedLine: Sendable {
  public let left: Expression
  public let right: Expression
  /// Where it was found, in the author's words.
  public let source: String
  public let correction: Correction?
  /// Free letters beside the worksheet's quantities.
  public let letters: [Letter]

  /// The line as it should be.
  public struct Correction: Sendable {
    public let left: Expression
    public let right: Expression
  }

  /// What one Enter shows of it, beside the author's sentence on the slip.
  public enum Part: Hashable, Sendable {
    /// The line itself, marked as wrong.
    case line
    /// Values at which its sides differ.
    case counterexample
    case correction
  }
}
