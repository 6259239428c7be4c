extension ShapeError {
  /// What is wrong, with the sizes of both sides, counting from 1.
  public var headline: String { headline(countingFrom: 1) }

  /// Returns what is wrong, in one line without a full stop.
  ///
  /// - Parameter base: The number of the first row and of the first column.
  public func headline(countingFrom base: Int) -> String {
    switch self {
    case .innerDimensionsDiffer(let left, let right):
      "a \(left) matrix times a \(right) matrix has no meaning"
    case .entrywise(let left, let right, let operation):
      "\(left) \(operation) \(right) has no meaning entry by entry"
    case .columnDiffers(let matrix, let column, let operation):
      "\(matrix) \(operation) \(column) has no meaning column by column"
    case .besideDiffers(let left, let right):
      "\(left) and \(right) cannot stand side by side"
    case .aboveDiffers(let upper, let lower):
      "\(upper) and \(lower) cannot stand one above the other"
    case .ragged(let row, let length, let first):
      "row \(row + base) has \(entries(length)), and row \(base) has \(first)"
    case .countDiffers(let shape, let count):
      "a \(shape) matrix cannot be made of \(numbers(count))"
    case .noEntries(let shape):
      "a \(shape) matrix has no entries"
    case .tooLarge(let shape, _):
      "a \(shape) matrix is too large"
    case .noEntry, .noRows, .noColumns:
      missing(countingFrom: base)
    }
  }

  private func missing(countingFrom base: Int) -> String {
    switch self {
    case .noEntry(let row, let column, let shape):
      "a \(shape) matrix has no entry [\(row + base),\(column + base)]"
    case .noRows(let rows, let shape):
      "a \(shape) matrix has no \(naming("row", rows, base))"
    case .noColumns(let columns, let shape):
      "a \(shape) matrix has no \(naming("column", columns, base))"
    default:
      headline
    }
  }

  /// The rule that was not kept, in one line.
  public var note: String { note(countingFrom: 1) }

  /// Returns the rule that was not kept, in one line.
  ///
  /// - Parameter base: The number of the first row and of the first column.
  public func note(countingFrom base: Int) -> String {
    switch self {
    case .innerDimensionsDiffer:
      "a product (m×n)·(n×p) needs the two n to agree"
    case .entrywise:
      "entry by entry, both sides need the same shape"
    case .columnDiffers(let matrix, _, _):
      "what joins every column is one column of \(matrix.rows)"
        + (matrix.rows == 1 ? " row" : " rows")
    case .besideDiffers:
      "side by side, both need the same number of rows"
    case .aboveDiffers:
      "one above the other, both need the same number of columns"
    case .ragged:
      "every row of a matrix has the same number of entries"
    case .countDiffers(let shape, _):
      "a \(shape) matrix has \(shape.count.map(entries) ?? "too many entries")"
    case .noEntries:
      "a matrix has at least one row and one column"
    case .tooLarge(_, let bytes):
      sizeNote(bytes)
    case .noEntry(_, _, let shape):
      "rows go from \(base) to \(shape.rows - 1 + base),"
        + " columns from \(base) to \(shape.columns - 1 + base)"
    case .noRows(_, let shape):
      "rows go from \(base) to \(shape.rows - 1 + base)"
    case .noColumns(_, let shape):
      "columns go from \(base) to \(shape.columns - 1 + base)"
    }
  }

  private func sizeNote(_ bytes: Int?) -> String {
    let limit = "a matrix may take \(Matrix<Double>.limit >> 20) MiB"
    guard let bytes else {
      return "\(limit), and this one has more bytes than can be counted"
    }
    return "\(limit), and this one would take \(bytes >> 20) MiB"
  }

  private func entries(_ count: Int) -> String {
    count == 1 ? "1 entry" : "\(count) entries"
  }

  private func numbers(_ count: Int) -> String {
    count == 1 ? "1 number" : "\(count) numbers"
  }

  private func naming(
    _ noun: String, _ range: Range<Int>, _ base: Int
  ) -> String {
    range.count > 1
      ? "\(noun)s \(range.lowerBound + base) to \(range.upperBound - 1 + base)"
      : "\(noun) \(range.lowerBound + base)"
  }
}
