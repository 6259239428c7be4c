/// A matrix one entry of which stands in a formula, and the letters of its
/// row and its column.
///
/// Nothing stands for the axis of a row, of a column or of a number that has
/// one place alone.
struct IndexedPart {
  var value: Expression
  var row: Name?
  var column: Name?

  init(_ value: Expression, row: Name? = nil, column: Name? = nil) {
    self.value = value
    self.row = row
    self.column = column
  }

  var indices: Set<Name> { Set([row, column].compactMap { $0 }) }

  var isNumber: Bool { row == nil && column == nil }

  var isMatrix: Bool { row != nil && column != nil }

  var transposed: IndexedPart {
    IndexedPart(
      value.transposedOnce, row: column, column: row)
  }

  /// The same entries with this letter for the row.
  func turned(row letter: Name?) -> IndexedPart {
    row == letter ? self : transposed
  }

  /// What makes a vector a column.
  var standing: IndexedPart { column == nil ? self : transposed }

  /// What makes a vector a row.
  var lying: IndexedPart { row == nil ? self : transposed }

  func with(_ value: Expression) -> IndexedPart {
    IndexedPart(value, row: row, column: column)
  }
}

extension Expression {
  /// The transpose, where a transpose of a transpose is nothing.
  var transposedOnce: Expression {
    switch self {
    case .transpose(let inner): inner
    case .group(let inner): inner.transposedOnce
    case .call("ones", 0, let sizes) where sizes.count == 2:
      .call("ones", primes: 0, [sizes[1], sizes[0]])
    default: .transpose(self)
    }
  }
}
