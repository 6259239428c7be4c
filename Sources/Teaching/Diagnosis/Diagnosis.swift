import Algebra
import Matrices

/// What is wrong with a line, or with plain numbers, that a learner gives for
/// a quantity.
///
/// The shape is looked at first; then the slips that learners make, one at a
/// time and then two, by what they come to and not by how they are written;
/// then the gap itself.
public struct Diagnosis: Sendable {
  public let outcome: Outcome
  /// What keeps the line from having a value at all.
  public let fault: ExpressionFault?
  /// How typed numbers lie, compared with what is asked.
  public let arrangement: Arrangement
  /// The parts of the line to underline.
  public let blame: [Path]
  let surroundings: Surroundings

  /// How numbers lie, compared with what is asked.
  public enum Arrangement: Hashable, Sendable {
    case asAsked
    /// Rows and columns are changed over.
    case transposed
    /// In one row or column, row after row.
    case flattenedByRows
    /// In one row or column, column after column.
    case flattenedByColumns
  }

  public enum Outcome: Hashable, Sendable {
    /// Nothing is wrong.
    case right
    /// The slips that were made.
    case slips([Deed])
    /// Slips that cannot be told apart here, each way with what was done.
    case ambiguous([[Deed]])
    case gap(Discrepancy)
    /// The shape is another one, and nothing more can be said.
    case shape(found: String, wanted: String)
    /// It would be right if its shapes did fit.
    case shapesOnly
    /// It is wrong, and nothing that is known explains it.
    case unexplained
    /// Nothing can be said: there is nothing to compare it with, or it has no
    /// value anywhere.
    case undecided
  }
}

extension Diagnosis {
  /// Whether nothing at all is wrong.
  public var isRight: Bool { outcome == .right && arrangement == .asAsked }

  /// The slips that were found, each way in which the line may have come
  /// about being a list.
  public var ways: [[Deed]] {
    switch outcome {
    case .slips(let deeds): [deeds]
    case .ambiguous(let ways): ways
    default: []
    }
  }
}
