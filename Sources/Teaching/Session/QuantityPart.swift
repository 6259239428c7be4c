import Algebra

/// A quantity, or the rows and columns of it that numbers name.
struct QuantityPart: Hashable, Sendable {
  let name: Name
  /// Counted as the notation counts; nothing for all of them.
  var rows: ClosedRange<Int>?
  var columns: ClosedRange<Int>?

  /// The whole quantity.
  init(_ name: Name) { self.name = name }

  /// One entry, its places counted from 0.
  init(_ name: Name, row: Int, column: Int, in notation: Notation) {
    self.name = name
    let first = notation.firstPlace(of: .name(name))
    rows = (row + first.row)...(row + first.row)
    columns = (column + first.column)...(column + first.column)
  }

  /// Reads what stands between square brackets behind a name; a place that
  /// is no number may be any.
  init(_ name: Name, _ places: [Expression.Subscript], of shape: SymbolicShape?)
  {
    self.name = name
    let ranges = places.map(\.numbers)
    if ranges.count == 2 {
      (rows, columns) = (ranges[0], ranges[1])
    } else if case .matrix(.one, _)? = shape {
      columns = ranges.first ?? nil
    } else {
      rows = ranges.first ?? nil
    }
    // The one column of a vector need not be named.
    if case .matrix(_, .one)? = shape { columns = nil }
    if case .matrix(.one, _)? = shape { rows = nil }
  }

  /// Whether all of another part is in this one.
  func holds(_ other: QuantityPart) -> Bool {
    name == other.name && rows.holds(other.rows)
      && columns.holds(other.columns)
  }

  /// Whether the two have an entry in common.
  func meets(_ other: QuantityPart) -> Bool {
    name == other.name && rows.meets(other.rows)
      && columns.meets(other.columns)
  }

  /// The same part of another quantity.
  func renamed(_ name: Name) -> QuantityPart {
    var part = QuantityPart(name)
    (part.rows, part.columns) = (rows, columns)
    return part
  }
}

extension Expression {
  /// The parts of quantities that stand in it; `dC/dz1` holds `C` and `z1`,
  /// not `δ1`.
  func quantityParts(in scope: Scope) -> [QuantityPart] {
    switch self {
    case .name(let name): return [QuantityPart(name)]
    case .entry(let base, let places):
      guard case .name(let name) = base.ungrouped else { break }
      return [QuantityPart(name, places, of: scope.shape(of: name))]
        + children.dropFirst().flatMap { $0.quantityParts(in: scope) }
    default: break
    }
    return children.flatMap { $0.quantityParts(in: scope) }
  }
}

extension Expression.Subscript {
  /// The places that numbers name, or nothing where it may be any.
  fileprivate var numbers: ClosedRange<Int>? {
    switch self {
    case .all: nil
    case .at(let place): place.wholeNumber.map { $0...$0 }
    case .range(let first, let last):
      if let low = first.wholeNumber, let high = last.wholeNumber, low <= high {
        low...high
      } else {
        nil
      }
    }
  }
}

extension Expression {
  fileprivate var wholeNumber: Int? { constant.flatMap { Int(exactly: $0) } }
}

extension ClosedRange<Int>? {
  fileprivate func holds(_ other: ClosedRange<Int>?) -> Bool {
    guard let own = self else { return true }
    return other.map {
      own.contains($0.lowerBound) && own.contains($0.upperBound)
    }
      ?? false
  }

  fileprivate func meets(_ other: ClosedRange<Int>?) -> Bool {
    guard let own = self, let other else { return true }
    return own.overlaps(other)
  }
}
