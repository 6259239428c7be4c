import Matrices

extension Function {
  /// For each entry the sum of the others in its column.
  public static let sumOthers = Function(
    "sumothers", spoken: "sum of others",
    summary: "For each entry the sum of the others in its column.",
    example: "sumothers([1; 2; 3])", body: SumOthers())
}

/// For each entry the sum of the others in its column, found without
/// subtracting.
///
/// Shapes: `(n, m) → (n, m)`.
/// Backward: the same function of the slope.
struct SumOthers: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    try arguments.matrix(of: "sumothers")
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    try arguments.only().mapColumns { column in
      let above = sumsBefore(column, in: &arithmetic)
      let below = sumsBefore(column.reversed(), in: &arithmetic).reversed()
      return zip(above, below).map { arithmetic.add($0, $1) }
    }
  }

  /// For each entry the sum of those before it.
  private func sumsBefore<A: ElementaryArithmetic>(
    _ entries: some Collection<A.Number>, in arithmetic: inout A
  ) -> [A.Number] {
    var sum = arithmetic.zero
    return entries.map { entry in
      defer { sum = arithmetic.add(sum, entry) }
      return sum
    }
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    [
      passage.contribution(
        .call("sumothers", passage.spreadAdjoint), rule: .sumOfOthers)
    ]
  }
}
