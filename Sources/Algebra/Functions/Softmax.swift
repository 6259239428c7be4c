import Matrices

extension Function {
  /// Each column as shares of its sum, after exp.
  public static let softmax = Function(
    "softmax",
    summary: "Each column as shares of its sum, after exp.",
    example: "softmax([1; 2; 3])",
    source: "Bridle, *Probabilistic Interpretation of Feedforward "
      + "Classification Network Outputs* (1990)",
    body: Softmax())

  /// The logarithm of softmax, z - lse(z) in each column.
  public static let logSoftmax = Function(
    "logsoftmax", spellings: ["log_softmax"], spoken: "log softmax",
    summary: "The logarithm of softmax: z - lse(z) in each column.",
    example: "logsoftmax([1; 2; 3])",
    body: LogSoftmax())

  /// The logarithm of the sum of exp, for each column.
  public static let lse = Function(
    "lse", spellings: ["logsumexp"], spoken: "log sum exp",
    summary: "The logarithm of the sum of exp, for each column.",
    example: "lse([1; 2; 3])",
    body: LogSumExp())
}

/// Each column as shares of its sum, after exp.
///
/// Shapes: `(n, m) → (n, m)`.
/// Units: probabilities; every column sums to 1.
/// Backward: `dZ = a ⊙ (G − 1·colsum(a ⊙ G))`.
struct Softmax: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    try arguments.matrix(of: "softmax")
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let powers = try PowersByColumn(arguments.only(), in: &arithmetic).powers
    return try powers.mapColumns { column in
      var sum = arithmetic.zero
      for power in column { sum = arithmetic.add(sum, power) }
      return try column.map { try arithmetic.divide($0, sum) }
    }
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    let shares = passage.output
    let slope = passage.spreadAdjoint
    let mean = passage.inEveryRow(
      .call("colsum", shares.hadamard(slope)))
    let others = slope.hadamard(.call("sumothers", shares))
      .minus(.call("sumothers", shares.hadamard(slope)))
    return [
      passage.contribution(
        shares.hadamard(slope.minus(mean)), rule: .softmax,
        stable: shares.hadamard(others))
    ]
  }
}

/// The logarithm of softmax.
///
/// Shapes: `(n, m) → (n, m)`.
/// Backward: `dZ = G − a ⊙ (1·colsum(G))`, where a = softmax(z).
struct LogSoftmax: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    try arguments.matrix(of: "logsoftmax")
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let powers = try PowersByColumn(arguments.only(), in: &arithmetic)
    // The winner's own z - lse would be the small difference of large
    // numbers; less the shift it is the logarithm alone.
    let rest = try powers.logarithms(in: &arithmetic)
    var column = 0
    return try powers.shifted.mapColumns { entries in
      defer { column += 1 }
      return entries.map { arithmetic.subtract($0, rest[0, column]) }
    }
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    let shares = Expression.call("softmax", passage.argument)
    let slope = passage.spreadAdjoint
    let isColumn = passage.argumentShape.columns == .one
    let total = passage.inEveryRow(.call("colsum", slope))
    let shown = slope.minus(
      isColumn ? total.times(shares) : shares.hadamard(total))
    let stable = slope.hadamard(.call("sumothers", shares))
      .minus(shares.hadamard(.call("sumothers", slope)))
    return [
      passage.contribution(shown, rule: .logSoftmax, stable: stable)
    ]
  }
}

/// The logarithm of the sum of exp, for each column.
///
/// Shapes: `(n, m) → (1, m)`.
/// Backward: `dZ = softmax(z) ⊙ (1·G)`.
struct LogSumExp: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    let shape = try arguments.matrix(of: "lse")
    return .matrix(rows: .one, columns: shape.columns)
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let powers = try PowersByColumn(arguments.only(), in: &arithmetic)
    let rest = try powers.logarithms(in: &arithmetic)
    return try arithmetic.join(.add, powers.shifts, rest)
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    let shares = Expression.call("softmax", passage.argument)
    let isScalar = passage.adjointShape.isScalar
    let slope =
      isScalar
      ? passage.adjoint.joined(.scalar, to: shares, passage.argumentShape)
      : shares.hadamard(passage.inEveryRow(passage.adjoint))
    return [passage.contribution(slope, rule: .logSumExp)]
  }
}
