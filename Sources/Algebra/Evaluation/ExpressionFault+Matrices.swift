import Matrices

extension SymbolicShape {
  /// The shape of a matrix that is there.
  public init(_ shape: Shape) {
    self = .matrix(
      rows: .written(shape.rows), columns: .written(shape.columns))
  }
}

extension ExpressionFault {
  /// What a mismatch of matrices is in an expression.
  ///
  /// - Parameters:
  ///   - error: What the matrices refused.
  ///   - sign: The operator between them.
  init(_ error: ShapeError, joinedBy sign: BinaryOperator) {
    self.init(ExpressionFault.problem(error, sign))
  }

  private static func problem(
    _ error: ShapeError, _ sign: BinaryOperator
  ) -> Problem {
    switch error {
    case .innerDimensionsDiffer(let left, let right):
      .innerDimensions(left: SymbolicShape(left), right: SymbolicShape(right))
    case .entrywise(let left, let right, _),
      .columnDiffers(let left, let right, _):
      .entrywise(
        sign, left: SymbolicShape(left), right: SymbolicShape(right))
    case .besideDiffers(let left, let right):
      .blocksDiffer(
        axis: .rows, first: .written(left.rows), other: .written(right.rows))
    case .aboveDiffers(let upper, let lower):
      .blocksDiffer(
        axis: .columns, first: .written(upper.columns),
        other: .written(lower.columns))
    case .ragged(_, let length, let first):
      .blocksDiffer(
        axis: .columns, first: .written(first), other: .written(length))
    case .tooLarge(let shape, _), .noEntries(let shape):
      .tooLarge(rows: shape.rows, columns: shape.columns)
    case .countDiffers(let shape, let count):
      .shapesDiffer(
        left: SymbolicShape(shape), right: .column(.written(count)))
    case .noEntry(let row, _, let shape):
      .subscriptOutOfRange(row + 1, first: 1, last: shape.rows)
    case .noRows(let rows, let shape):
      .subscriptOutOfRange(rows.lowerBound + 1, first: 1, last: shape.rows)
    case .noColumns(let columns, let shape):
      .subscriptOutOfRange(
        columns.lowerBound + 1, first: 1, last: shape.columns)
    }
  }
}
