extension Matrix {
  /// Returns the matrix of what a function makes of each entry.
  ///
  /// - Parameter transform: Applied to every entry, column after column.
  /// - Returns: A matrix of the same shape.
  /// - Throws: What `transform` throws.
  @inlinable
  public func map<Result: Sendable, Failure: Error>(
    _ transform: (Element) throws(Failure) -> Result
  ) throws(Failure) -> Matrix<Result> {
    Matrix<Result>(
      shape: shape, columnMajor: try storage.map(transform))
  }

  /// The matrix with rows and columns exchanged.
  ///
  /// Shapes: `(m, n) → (n, m)`.
  /// Backward: `dA = dYᵀ`.
  @inlinable
  public var transposed: Matrix {
    // One row or one column is stored alike lying and standing.
    guard rows > 1, columns > 1 else {
      return Matrix(shape: shape.transposed, columnMajor: storage)
    }
    var entries: [Element] = []
    entries.reserveCapacity(storage.count)
    for row in 0..<rows {
      for column in 0..<columns { entries.append(self[row, column]) }
    }
    return Matrix(shape: shape.transposed, columnMajor: entries)
  }

  /// Returns the entries where some rows and some columns cross.
  ///
  /// - Parameters:
  ///   - rows: The rows, counted from 0; at least one.
  ///   - columns: The columns, counted from 0; at least one.
  /// - Returns: A matrix of `rows.count` rows and `columns.count` columns.
  /// - Throws: ``ShapeError/noRows(_:shape:)``,
  ///   ``ShapeError/noColumns(_:shape:)`` or ``ShapeError/noEntries(_:)``.
  public func block(
    rows: Range<Int>, columns: Range<Int>
  ) throws(ShapeError) -> Matrix {
    guard rows.lowerBound >= 0, rows.upperBound <= self.rows else {
      throw .noRows(rows, shape: shape)
    }
    guard columns.lowerBound >= 0, columns.upperBound <= self.columns else {
      throw .noColumns(columns, shape: shape)
    }
    return try Matrix(rows: rows.count, columns: columns.count) {
      self[rows.lowerBound + $0, columns.lowerBound + $1]
    }
  }

  /// Returns one row as a matrix.
  ///
  /// Shapes: `(m, n) → (1, n)`.
  ///
  /// - Parameter row: The row, counted from 0.
  /// - Returns: The row.
  /// - Throws: ``ShapeError/noRows(_:shape:)``.
  public func row(_ row: Int) throws(ShapeError) -> Matrix {
    guard (0..<rows).contains(row) else {
      throw .noRows(Self.only(row), shape: shape)
    }
    return try block(rows: row..<(row + 1), columns: 0..<columns)
  }

  /// Returns one column as a matrix.
  ///
  /// Shapes: `(m, n) → (m, 1)`.
  ///
  /// - Parameter column: The column, counted from 0.
  /// - Returns: The column.
  /// - Throws: ``ShapeError/noColumns(_:shape:)``.
  public func column(_ column: Int) throws(ShapeError) -> Matrix {
    guard (0..<columns).contains(column) else {
      throw .noColumns(Self.only(column), shape: shape)
    }
    return try block(rows: 0..<rows, columns: column..<(column + 1))
  }

  /// The range of one index, also of the largest `Int`, which has no
  /// successor.
  private static func only(_ index: Int) -> Range<Int> {
    index == .max ? index..<index : index..<(index + 1)
  }

  /// Returns the block matrix `[self right]`.
  ///
  /// Shapes: `(m, n), (m, p) → (m, n + p)`.
  ///
  /// - Parameter right: What stands to the right.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/besideDiffers(left:right:)`` or
  ///   ``ShapeError/tooLarge(_:bytes:)``.
  public func beside(_ right: Matrix) throws(ShapeError) -> Matrix {
    guard rows == right.rows else {
      throw .besideDiffers(left: shape, right: right.shape)
    }
    return try Matrix(
      rows: rows, columns: columns + right.columns,
      storage: storage + right.storage)
  }

  /// Returns the block matrix `[self; lower]`.
  ///
  /// Shapes: `(m, n), (p, n) → (m + p, n)`.
  ///
  /// - Parameter lower: What stands below.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/aboveDiffers(upper:lower:)`` or
  ///   ``ShapeError/tooLarge(_:bytes:)``.
  public func above(_ lower: Matrix) throws(ShapeError) -> Matrix {
    guard columns == lower.columns else {
      throw .aboveDiffers(upper: shape, lower: lower.shape)
    }
    return try Matrix(rows: rows + lower.rows, columns: columns) {
      $0 < rows ? self[$0, $1] : lower[$0 - rows, $1]
    }
  }

  /// Returns the matrix of what a function makes of two entries each.
  ///
  /// Nothing is repeated to make shapes agree.
  ///
  /// - Parameters:
  ///   - right: A matrix of the same shape.
  ///   - operation: How the operation is written, for the message.
  ///   - combine: Applied to every pair of entries, column after column.
  /// - Returns: A matrix of the same shape.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)`` when the
  ///   shapes differ, and what `combine` throws.
  @inlinable
  public func zipped<Other, Result: Sendable>(
    with right: Matrix<Other>, operation: String,
    _ combine: (Element, Other) throws -> Result
  ) throws -> Matrix<Result> {
    try requireSameShape(as: right.shape, operation: operation)
    var entries: [Result] = []
    entries.reserveCapacity(storage.count)
    for index in storage.indices {
      entries.append(try combine(storage[index], right.storage[index]))
    }
    return Matrix<Result>(shape: shape, columnMajor: entries)
  }

  /// Returns the matrix of what a total function makes of two entries each.
  ///
  /// - Parameters:
  ///   - right: A matrix of the same shape.
  ///   - operation: How the operation is written, for the message.
  ///   - combine: Applied to every pair of entries, column after column.
  /// - Returns: A matrix of the same shape.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)`` when the
  ///   shapes differ.
  @inlinable
  public func zipped<Other, Result: Sendable>(
    with right: Matrix<Other>, operation: String,
    _ combine: (Element, Other) -> Result
  ) throws(ShapeError) -> Matrix<Result> {
    try requireSameShape(as: right.shape, operation: operation)
    var entries: [Result] = []
    entries.reserveCapacity(storage.count)
    for index in storage.indices {
      entries.append(combine(storage[index], right.storage[index]))
    }
    return Matrix<Result>(shape: shape, columnMajor: entries)
  }

  @inlinable
  func requireSameShape(
    as right: Shape, operation: String
  ) throws(ShapeError) {
    guard shape == right else {
      throw .entrywise(left: shape, right: right, operation: operation)
    }
  }
}
