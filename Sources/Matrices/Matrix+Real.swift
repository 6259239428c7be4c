/// The operations in the arithmetic of doubles.
extension Matrix where Element == Double {
  /// Returns the matrix product.
  ///
  /// Shapes: `(m, n) · (n, p) → (m, p)`.
  ///
  /// - Parameter right: The right-hand factor.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/innerDimensionsDiffer(left:right:)`` or
  ///   ``ShapeError/tooLarge(_:bytes:)``.
  @inlinable
  public func multiplied(by right: Matrix) throws(ShapeError) -> Matrix {
    var real = RealArithmetic()
    return try multiplied(by: right, in: &real)
  }

  /// Returns the sum, entry by entry.
  ///
  /// - Parameter right: A matrix of the same shape.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)``.
  @inlinable
  public func adding(_ right: Matrix) throws(ShapeError) -> Matrix {
    var real = RealArithmetic()
    return try adding(right, in: &real)
  }

  /// Returns the difference, entry by entry.
  ///
  /// - Parameter right: A matrix of the same shape.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)``.
  @inlinable
  public func subtracting(_ right: Matrix) throws(ShapeError) -> Matrix {
    var real = RealArithmetic()
    return try subtracting(right, in: &real)
  }

  /// Returns the product, entry by entry.
  ///
  /// - Parameter right: A matrix of the same shape.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)``.
  @inlinable
  public func hadamard(_ right: Matrix) throws(ShapeError) -> Matrix {
    var real = RealArithmetic()
    return try hadamard(right, in: &real)
  }

  /// Returns the quotient, entry by entry; a division by zero gives an
  /// infinity or NaN.
  ///
  /// - Parameter right: A matrix of the same shape.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)``.
  @inlinable
  public func divided(by right: Matrix) throws(ShapeError) -> Matrix {
    try zipped(with: right, operation: "./") { $0 / $1 }
  }

  /// Returns every entry times a number.
  @inlinable
  public func scaled(by factor: Double) -> Matrix { map { factor * $0 } }

  /// The matrix with the sign of every entry changed.
  @inlinable
  public var negated: Matrix { map { -$0 } }

  /// Returns the sum of every column and one column, which is a bias.
  ///
  /// - Parameter column: One column of the same height.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/columnDiffers(matrix:column:operation:)``.
  @inlinable
  public func addingColumn(_ column: Matrix) throws(ShapeError) -> Matrix {
    var real = RealArithmetic()
    return try addingColumn(column, in: &real)
  }

  /// Returns the difference of every column and one column.
  ///
  /// - Parameter column: One column of the same height.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/columnDiffers(matrix:column:operation:)``.
  @inlinable
  public func subtractingColumn(_ column: Matrix) throws(ShapeError) -> Matrix {
    var real = RealArithmetic()
    return try subtractingColumn(column, in: &real)
  }

  /// The sum of each row, as one column.
  @inlinable
  public var rowSums: Matrix {
    var real = RealArithmetic()
    return rowSums(in: &real)
  }

  /// The sum of each column, as one row.
  @inlinable
  public var columnSums: Matrix {
    var real = RealArithmetic()
    return columnSums(in: &real)
  }

  /// The sum of all entries.
  @inlinable
  public var total: Double {
    var real = RealArithmetic()
    return total(in: &real)
  }
}
