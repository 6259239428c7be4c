import Matrices

extension Function {
  /// For each entry the logarithm of the sum of exp of the others.
  public static let lseOthers = Function(
    "lseothers", spoken: "log sum exp others",
    summary:
      "For each entry the logarithm of the sum of exp of the others in its "
      + "column.",
    example: "lseothers([1; 2; 3])", body: LogSumOthers())

  /// What a slope in each value of `lseothers` sends to the other entries.
  public static let passOthers = Function(
    "passothers", spoken: "pass others",
    summary:
      "For each entry the slopes in lseothers of the others that reach it.",
    example: "passothers([1; 2; 3], [1; 0; 0])", body: PassOthers())
}

/// For each entry the logarithm of the sum of exp of the others.
///
/// With it ln(1 − softmax(z)) is −softplus(z − lseothers(z)), which is right
/// also where the softmax is rounded to 1.
///
/// Shapes: `(n, m) → (n, m)`.
/// Backward: `dZ[j] = Σ_{i≠j} G[i]·exp(z[j] − lseothers(z)[i])`.
struct LogSumOthers: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    try arguments.matrix(of: "lseothers")
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    try arguments.only().mapColumns { column in
      try LogSumOthers.values(Array(column), in: &arithmetic)
    }
  }

  /// One entry for each of a column, from those that remain without it.
  static func values<A: ElementaryArithmetic>(
    _ column: [A.Number], in arithmetic: inout A
  ) throws -> [A.Number] {
    try column.indices.map { place in
      var others = column
      others.remove(at: place)
      guard !others.isEmpty else { return arithmetic.number(-.infinity) }
      let rest = try Matrix(rows: others.count, columns: 1, storage: others)
      let sum = try Function.lse.body.value(
        [rest], of: .lse, in: &arithmetic)
      return sum[0, 0]
    }
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    [
      passage.contribution(
        .call("passothers", passage.argument, passage.spreadAdjoint),
        rule: .logSumExp)
    ]
  }
}

/// The way back through `lseothers`, in one step: taken apart, it would
/// multiply numbers that overflow by numbers that vanish.
///
/// Shapes: `(n, m), (n, m) → (n, m)`.
struct PassOthers: FunctionBody {
  let arity = 2...2
  let passesSlopes = false

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    let shape = try arguments.matrix(of: "passothers")
    guard arguments.count == 2, arguments[1] == shape else {
      throw ExpressionFault(
        .shapesDiffer(left: shape, right: arguments.last ?? .scalar), at: [1])
    }
    return shape
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let sums: Matrix<A.Number> = try arguments.only()
    guard let slopes = arguments.last, slopes.shape == sums.shape else {
      throw Function.noArgument
    }
    var column = 0
    return try sums.mapColumns { entries in
      defer { column += 1 }
      return try passed(
        Array(entries), Array(slopes.entries(ofColumn: column)),
        in: &arithmetic)
    }
  }

  private func passed<A: ElementaryArithmetic>(
    _ sums: [A.Number], _ slopes: [A.Number], in arithmetic: inout A
  ) throws -> [A.Number] {
    let others = try LogSumOthers.values(sums, in: &arithmetic)
    return try sums.indices.map { place in
      var total = arithmetic.zero
      for other in sums.indices where other != place {
        let gap = arithmetic.subtract(sums[place], others[other])
        let share = try arithmetic.apply(.exp, primes: 0, to: gap)
        total = arithmetic.add(
          total, arithmetic.multiply(slopes[other], share))
      }
      return total
    }
  }

  func pullback(_ passage: Passage) -> [Contribution?] { [] }
}
