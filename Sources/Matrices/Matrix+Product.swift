extension Matrix {
  /// Returns the matrix product.
  ///
  /// Every entry is summed in the order of the inner index, starting from
  /// the first product, so that the same factors always give the same bits.
  ///
  /// Shapes: `(m, n) · (n, p) → (m, p)`.
  /// Backward: `dA = dY · Bᵀ`, `dB = Aᵀ · dY`.
  ///
  /// Source: Goodfellow et al., *Deep Learning* (2016), equation 2.5.
  ///
  /// - Parameters:
  ///   - right: The right-hand factor.
  ///   - arithmetic: What adds and multiplies.
  /// - Returns: A new matrix.
  /// - Throws: ``ShapeError/innerDimensionsDiffer(left:right:)`` when
  ///   `columns` differs from `right.rows`, and
  ///   ``ShapeError/tooLarge(_:bytes:)``.
  @inlinable
  public func multiplied<A: Arithmetic>(
    by right: Matrix, in arithmetic: inout A
  ) throws(ShapeError) -> Matrix where Element == A.Number {
    guard columns == right.rows else {
      throw .innerDimensionsDiffer(left: shape, right: right.shape)
    }
    let result = Shape(rows: rows, columns: right.columns)
    var entries: [Element] = []
    entries.reserveCapacity(try Self.checkedCount(of: result))
    // Down the columns of the left factor and of the result, which are
    // contiguous; the inner index in the middle.
    for column in 0..<right.columns {
      let start = column * rows
      let first = right.storage[column * columns]
      for row in 0..<rows {
        entries.append(arithmetic.multiply(storage[row], first))
      }
      for inner in 1..<columns {
        let factor = right.storage[column * columns + inner]
        for row in 0..<rows {
          let term = arithmetic.multiply(storage[inner * rows + row], factor)
          entries[start + row] = arithmetic.add(entries[start + row], term)
        }
      }
    }
    return Matrix(shape: result, columnMajor: entries)
  }
}
