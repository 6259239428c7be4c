extension Matrix {
  /// Returns the sum of each row.
  ///
  /// Shapes: `(m, n) → (m, 1)`.
  /// Backward: `dA` repeats `dY` in every column.
  ///
  /// - Parameter arithmetic: What adds, from the first column on.
  /// - Returns: One column.
  @inlinable
  public func rowSums<A: Arithmetic>(
    in arithmetic: inout A
  ) -> Matrix where Element == A.Number {
    var sums = Array(storage[0..<rows])
    for start in stride(from: rows, to: storage.count, by: rows) {
      for row in 0..<rows {
        sums[row] = arithmetic.add(sums[row], storage[start + row])
      }
    }
    return Matrix(shape: Shape(rows: rows, columns: 1), columnMajor: sums)
  }

  /// Returns the sum of each column.
  ///
  /// Shapes: `(m, n) → (1, n)`.
  /// Backward: `dA` repeats `dY` in every row.
  ///
  /// - Parameter arithmetic: What adds, from the first row on.
  /// - Returns: One row.
  @inlinable
  public func columnSums<A: Arithmetic>(
    in arithmetic: inout A
  ) -> Matrix where Element == A.Number {
    var sums: [Element] = []
    for start in stride(from: 0, to: storage.count, by: rows) {
      var sum = storage[start]
      for row in 1..<rows {
        sum = arithmetic.add(sum, storage[start + row])
      }
      sums.append(sum)
    }
    return Matrix(shape: Shape(rows: 1, columns: columns), columnMajor: sums)
  }

  /// Returns the sum of all entries, column after column.
  ///
  /// Shapes: `(m, n) → (1, 1)`.
  /// Backward: `dA` is `dY` everywhere.
  ///
  /// - Parameter arithmetic: What adds.
  /// - Returns: The sum.
  @inlinable
  public func total<A: Arithmetic>(
    in arithmetic: inout A
  ) -> Element where Element == A.Number {
    var sum = storage[0]
    for index in 1..<storage.count {
      sum = arithmetic.add(sum, storage[index])
    }
    return sum
  }
}
