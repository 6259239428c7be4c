import Matrices

extension Function {
  /// The sum of all entries.
  public static let sum = Function(
    "sum", summary: "The sum of all entries.", example: "sum([1 2; 3 4])",
    body: SumOfAll(isMean: false))

  /// The sum of all entries by their number.
  public static let mean = Function(
    "mean", spellings: ["average"],
    summary: "The sum of all entries by their number.",
    example: "mean([1 2; 3 4])", body: SumOfAll(isMean: true))

  /// The sum of each row, as a column.
  public static let rowSum = Function(
    "rowsum", spellings: ["rowsums"], spoken: "row sum",
    summary: "The sum of each row, as a column.",
    example: "rowsum([1 2; 3 4])", body: RowSum())

  /// The sum of each column, as a row.
  public static let columnSum = Function(
    "colsum", spellings: ["colsums"], spoken: "column sum",
    summary: "The sum of each column, as a row.",
    example: "colsum([1 2; 3 4])", body: ColumnSum())
}

/// The sum of all entries, or their mean.
struct SumOfAll: FunctionBody {
  let isMean: Bool
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape { .scalar }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    let argument = try arguments.only()
    let total = argument.total(in: &arithmetic)
    guard isMean else { return Matrix(scalar: total) }
    let count = arithmetic.number(Double(argument.storage.count))
    return Matrix(scalar: try arithmetic.divide(total, count))
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    guard isMean else {
      return [passage.scalarContribution(passage.adjoint, rule: .sum)]
    }
    let shape = passage.argumentShape
    let axes = [shape.rows, shape.columns].filter { $0 != .one }
    guard let first = axes.first else {
      return [passage.scalarContribution(passage.adjoint, rule: .mean)]
    }
    let count = axes.dropFirst().reduce(first.expression) {
      $0.times($1.expression)
    }
    let share = Expression(1).over(count)
    let adjoint = passage.adjoint
    return [
      passage.scalarContribution(
        adjoint.constant == 1 ? share : share.times(adjoint),
        rule: .mean)
    ]
  }
}

/// The sum of each row.
///
/// Shapes: `(n, m) → (n, 1)`.
/// Backward: the slope stands in every column.
struct RowSum: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    let shape = try arguments.matrix(of: "rowsum")
    return .column(shape.rows)
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    try arguments.only().rowSums(in: &arithmetic)
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    let rule = Rule.sum
    let columns = passage.argumentShape.columns
    if passage.adjointShape.isScalar {
      return [passage.scalarContribution(passage.adjoint, rule: rule)]
    }
    if columns == .one {
      return [passage.contribution(passage.adjoint, rule: rule)]
    }
    return [
      passage.contribution(
        passage.adjoint.matmul(.ones(.one, columns)), rule: rule)
    ]
  }
}

/// The sum of each column.
///
/// Shapes: `(n, m) → (1, m)`.
/// Backward: the slope stands in every row.
struct ColumnSum: FunctionBody {
  let arity = 1...1

  func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    let shape = try arguments.matrix(of: "colsum")
    return .matrix(rows: .one, columns: shape.columns)
  }

  func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    try arguments.only().columnSums(in: &arithmetic)
  }

  func pullback(_ passage: Passage) -> [Contribution?] {
    let rule = Rule.sum
    let rows = passage.argumentShape.rows
    if passage.adjointShape.isScalar {
      return [passage.scalarContribution(passage.adjoint, rule: rule)]
    }
    if rows == .one {
      return [passage.contribution(passage.adjoint, rule: rule)]
    }
    return [
      passage.contribution(
        Expression.ones(rows, .one).matmul(passage.adjoint), rule: rule)
    ]
  }
}
