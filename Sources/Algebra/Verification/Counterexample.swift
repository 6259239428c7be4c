import Matrices

/// Values at which the two sides of an equality differ.
public struct Counterexample: Hashable, Sendable {
  /// What is given there, and is used by one of the sides.
  public let givens: [Name: Matrix<Double>]
  public let left: Matrix<Double>
  public let right: Matrix<Double>
  public let origin: Origin

  /// Where the numbers come from.
  public enum Origin: Hashable, Sendable {
    /// They were handed in.
    case given
    /// The smallest case of small whole numbers that was found.
    case small
    case drawn
  }

  /// Whether these are the numbers that were handed in.
  public var isOwnNumbers: Bool { origin == .given }

  /// The row and the column, counted from 0, where the sides differ most.
  public var place: (row: Int, column: Int) {
    guard left.shape == right.shape else { return (0, 0) }
    let gaps = zip(left.storage, right.storage).map { ($0 - $1).magnitude }
    let worst = gaps.indices.max { gaps[$0] < gaps[$1] } ?? 0
    return (worst % left.rows, worst / left.rows)
  }
}
