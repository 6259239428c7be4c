import Matrices

extension Function {
  /// The root of the sum of all squares.
  public static let norm = Function(
    "norm", symbol: "‖·‖", spoken: "norm",
    summary: "The root of the sum of all squares.",
    example: "norm([3; 4])",
    source: "Goodfellow et al., *Deep Learning* (2016), section 2.5",
    body: Norm())

  /// The sum of the entries on the diagonal.
  public static let trace = Function(
    "trace", spellings: ["tr"],
    summary: "The sum of the entries on the diagonal.",
    example: "trace([1 2; 3 4])", body: Trace())

  /// The diagonal of a square matrix as a column, or the square matrix with a
  /// vector on its diagonal.
  public static let diag = Function(
    "diag", spoken: "diagonal",
    summary: "The diagonal of a square matrix as a column, or the square "
      + "matrix with a vector on its diagonal.",
    example: "diag([1; 2])", body: Diagonal())
}

/// The root of the sum of all squares.
///
/// Backward: `dA = (G/‖A‖) A`.
struct Norm: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape { .scalar }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let argument = try arguments.only()
    let total = argument.map { arithmetic.multiply($0, $0) }
      .total(in: &arithmetic)
    return try arithmetic.apply(
      .sqrt, primes: 0, toEach: Matrix(scalar: total))
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    [
      passage.contribution(
        passage.adjoint.over(passage.output).times(passage.argument),
        rule: .norm)
    ]
  }
}

/// The sum of the entries on the diagonal.
///
/// Shapes: `(n, n) → (1, 1)`.
/// Backward: `dA = G I`.
struct Trace: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    let shape = try arguments.matrix(of: "trace")
    guard shape.rows == shape.columns else {
      throw ExpressionFault(.squareWanted("trace", found: shape), at: [0])
    }
    return .scalar
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let argument = try arguments.only()
    return Matrix(
      scalar: try argument.diagonal(for: "trace").total(in: &arithmetic))
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    let unit = Expression.call("eye", passage.argumentShape.rows.expression)
    return [
      passage.contribution(
        passage.adjoint.joined(.scalar, to: unit, passage.argumentShape),
        rule: .trace)
    ]
  }
}

/// The diagonal of a matrix, or the matrix with a diagonal.
///
/// Shapes: `(n, n) → (n, 1)`, `(n, 1) → (n, n)`.
/// Backward: the other of the two.
struct Diagonal: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    let shape = try arguments.matrix(of: "diag")
    if shape.columns == .one {
      return .matrix(rows: shape.rows, columns: shape.rows)
    }
    if shape.rows == .one {
      return .matrix(rows: shape.columns, columns: shape.columns)
    }
    guard shape.rows == shape.columns else {
      throw ExpressionFault(.squareWanted("diag", found: shape), at: [0])
    }
    return .column(shape.rows)
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let argument = try arguments.only()
    guard argument.rows == 1 || argument.columns == 1 else {
      return try argument.diagonal(for: "diag")
    }
    let entries = argument.storage
    let zero = arithmetic.zero
    return try Matrix(rows: entries.count, columns: entries.count) {
      $0 == $1 ? entries[$0] : zero
    }
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    let rule = Rule.trace
    let shape = passage.argumentShape
    guard shape.rows == .one || shape.columns == .one else {
      return [
        passage.contribution(
          .call("diag", passage.spreadAdjoint), rule: rule)
      ]
    }
    if passage.adjointShape.isScalar {
      return [passage.scalarContribution(passage.adjoint, rule: rule)]
    }
    let diagonal = Expression.call("diag", passage.adjoint)
    return [
      passage.contribution(
        shape.columns == .one ? diagonal : .transpose(diagonal), rule: rule)
    ]
  }
}

extension Matrix {
  /// The entries on the diagonal, as a column.
  fileprivate func diagonal(for name: Name) throws -> Matrix {
    guard rows == columns else {
      throw ExpressionFault(
        .squareWanted(name, found: SymbolicShape(shape)), at: [0])
    }
    return try Matrix(rows: rows, columns: 1) { row, _ in self[row, row] }
  }
}
