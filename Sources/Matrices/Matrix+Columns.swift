extension Matrix {
  /// Returns the matrix of what a function makes of each entry and the entry
  /// of one column in the same row.
  ///
  /// This is how a bias joins every example, the only place where one column
  /// stands for many.
  ///
  /// Shapes: `(m, n), (m, 1) → (m, n)`.
  ///
  /// - Parameters:
  ///   - column: One column of the same height.
  ///   - operation: How the operation is written, for the message.
  ///   - combine: Applied to every entry and its partner.
  /// - Returns: A matrix of this one's shape.
  /// - Throws: ``ShapeError/columnDiffers(matrix:column:operation:)``.
  @inlinable
  public func zippedColumns<Other, Result: Sendable>(
    with column: Matrix<Other>, operation: String,
    _ combine: (Element, Other) -> Result
  ) throws(ShapeError) -> Matrix<Result> {
    guard column.columns == 1, column.rows == rows else {
      throw .columnDiffers(
        matrix: shape, column: column.shape, operation: operation)
    }
    var entries: [Result] = []
    entries.reserveCapacity(storage.count)
    for start in stride(from: 0, to: storage.count, by: rows) {
      for row in 0..<rows {
        entries.append(combine(storage[start + row], column.storage[row]))
      }
    }
    return Matrix<Result>(shape: shape, columnMajor: entries)
  }

  /// Returns a matrix in which this one column stands several times.
  ///
  /// Shapes: `(m, 1) → (m, n)`.
  ///
  /// - Parameter count: How often, at least once.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/columnDiffers(matrix:column:operation:)`` when
  ///   this is not one column, or when the size is refused.
  public func repeatedColumn(_ count: Int) throws(ShapeError) -> Matrix {
    guard columns == 1 else {
      throw .columnDiffers(
        matrix: Shape(rows: rows, columns: count), column: shape,
        operation: "from")
    }
    return try Matrix(rows: rows, columns: count) { row, _ in storage[row] }
  }
}
