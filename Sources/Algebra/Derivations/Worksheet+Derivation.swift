/// How the slope of the cost in a matrix is derived.
public enum DerivationMethod: Hashable, Sendable {
  /// Through sums over indices, which are then read as rows and columns.
  case sums
  /// By moving factors from one side of an inner product to the other.
  case moves
}

extension Worksheet {
  /// The lines that lead to a slope of the cost.
  ///
  /// - Parameters:
  ///   - adjoint: The name of the slope, as `dW1` or `δ1`.
  ///   - method: The kind of step.
  /// - Returns: Nothing where the name is no slope of this worksheet.
  public func derivation(
    of adjoint: Name, by method: DerivationMethod
  ) -> Derivation? {
    guard equation(adjoint)?.role == .backward else { return nil }
    switch method {
    case .sums: return derivationInSums(of: adjoint)
    case .moves: return derivationByMoves(of: adjoint)
    }
  }
}
