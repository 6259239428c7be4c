extension Matrix {
  /// Returns the sum, entry by entry.
  ///
  /// Shapes: `(m, n) + (m, n) → (m, n)`.
  /// Backward: `dA = dY`, `dB = dY`.
  ///
  /// - Parameters:
  ///   - right: A matrix of the same shape.
  ///   - arithmetic: What adds.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)``.
  @inlinable
  public func adding<A: Arithmetic>(
    _ right: Matrix, in arithmetic: inout A
  ) throws(ShapeError) -> Matrix where Element == A.Number {
    try zipped(with: right, operation: "+") { arithmetic.add($0, $1) }
  }

  /// Returns the difference, entry by entry.
  ///
  /// Shapes: `(m, n) − (m, n) → (m, n)`.
  /// Backward: `dA = dY`, `dB = −dY`.
  ///
  /// - Parameters:
  ///   - right: A matrix of the same shape.
  ///   - arithmetic: What subtracts.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)``.
  @inlinable
  public func subtracting<A: Arithmetic>(
    _ right: Matrix, in arithmetic: inout A
  ) throws(ShapeError) -> Matrix where Element == A.Number {
    try zipped(with: right, operation: "−") { arithmetic.subtract($0, $1) }
  }

  /// Returns the product, entry by entry.
  ///
  /// Shapes: `(m, n) ⊙ (m, n) → (m, n)`.
  /// Backward: `dA = dY ⊙ B`, `dB = dY ⊙ A`.
  ///
  /// - Parameters:
  ///   - right: A matrix of the same shape.
  ///   - arithmetic: What multiplies.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)``.
  @inlinable
  public func hadamard<A: Arithmetic>(
    _ right: Matrix, in arithmetic: inout A
  ) throws(ShapeError) -> Matrix where Element == A.Number {
    try zipped(with: right, operation: "⊙") { arithmetic.multiply($0, $1) }
  }

  /// Returns the quotient, entry by entry.
  ///
  /// Shapes: `(m, n) ⊘ (m, n) → (m, n)`.
  /// Backward: `dA = dY ⊘ B`, `dB = −dY ⊙ A ⊘ B²`.
  ///
  /// - Parameters:
  ///   - right: A matrix of the same shape.
  ///   - arithmetic: What divides.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/entrywise(left:right:operation:)``, and what the
  ///   arithmetic throws.
  @inlinable
  public func divided<A: Arithmetic>(
    by right: Matrix, in arithmetic: inout A
  ) throws -> Matrix where Element == A.Number {
    try zipped(with: right, operation: "./") { (left, right) throws in
      try arithmetic.divide(left, right)
    }
  }

  /// Returns every entry times a number.
  ///
  /// Shapes: `(1, 1) · (m, n) → (m, n)`.
  /// Backward: `dA = k dY`, `dk = Σ dY ⊙ A`.
  ///
  /// - Parameters:
  ///   - factor: The number.
  ///   - arithmetic: What multiplies.
  /// - Returns: A new matrix.
  @inlinable
  public func scaled<A: Arithmetic>(
    by factor: Element, in arithmetic: inout A
  ) -> Matrix where Element == A.Number {
    map { arithmetic.multiply(factor, $0) }
  }

  /// Returns every entry with its sign changed.
  ///
  /// - Parameter arithmetic: What negates.
  /// - Returns: A new matrix.
  @inlinable
  public func negated<A: Arithmetic>(
    in arithmetic: inout A
  ) -> Matrix where Element == A.Number {
    map { arithmetic.negate($0) }
  }

  /// Returns the sum of every column and one column, which is a bias.
  ///
  /// Shapes: `(m, n) + (m, 1) → (m, n)`.
  /// Backward: `dA = dY`, `db` = the row sums of `dY`.
  ///
  /// - Parameters:
  ///   - column: One column of the same height.
  ///   - arithmetic: What adds.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/columnDiffers(matrix:column:operation:)``.
  @inlinable
  public func addingColumn<A: Arithmetic>(
    _ column: Matrix, in arithmetic: inout A
  ) throws(ShapeError) -> Matrix where Element == A.Number {
    try zippedColumns(with: column, operation: "+") { arithmetic.add($0, $1) }
  }

  /// Returns the difference of every column and one column.
  ///
  /// Shapes: `(m, n) − (m, 1) → (m, n)`.
  /// Backward: `dA = dY`, `db` = minus the row sums of `dY`.
  ///
  /// - Parameters:
  ///   - column: One column of the same height.
  ///   - arithmetic: What subtracts.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/columnDiffers(matrix:column:operation:)``.
  @inlinable
  public func subtractingColumn<A: Arithmetic>(
    _ column: Matrix, in arithmetic: inout A
  ) throws(ShapeError) -> Matrix where Element == A.Number {
    try zippedColumns(with: column, operation: "−") {
      arithmetic.subtract($0, $1)
    }
  }
}
