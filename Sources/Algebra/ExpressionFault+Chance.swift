extension ExpressionFault.Problem {
  /// The sizes that would have to be equal, where they are so in numbers and
  /// only by chance.
  ///
  /// In a network with as many inputs as outputs a missing transpose fits in
  /// numbers; to say "2×2 and 2×1" of it would explain nothing.
  func sizesEqualByChance(in scope: Scope) -> [Name] {
    let pairs = clashing.filter { $0 != $1 }
    let areEqual = pairs.allSatisfy { first, second in
      let count = first.count(sizes: scope.sizes)
      return count != nil && count == second.count(sizes: scope.sizes)
    }
    guard areEqual, let (first, second) = pairs.first,
      case .size(let one) = first, case .size(let other) = second
    else { return [] }
    return [one, other]
  }

  /// The pairs of sizes that have to be equal.
  private var clashing: [(Dimension, Dimension)] {
    switch self {
    case .innerDimensions(.matrix(_, let columns), .matrix(let rows, _)):
      [(columns, rows)]
    case .entrywise(_, .matrix(let rows, let columns), .matrix(let r, let c)),
      .shapesDiffer(.matrix(let rows, let columns), .matrix(let r, let c)):
      [(rows, r), (columns, c)]
    case .blocksDiffer(_, let first, let other): [(first, other)]
    default: []
    }
  }
}
