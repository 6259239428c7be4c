import Algebra
import Matrices
import Presentation

/// One number written out in the entries that it is computed from.
public struct EntryReading: Sendable {
  /// The entry, as `z2[1]`.
  public let target: Expression
  /// What it is made of; a long sum stands under the sum sign.
  public let form: Expression
  public let value: Double
  /// What is read of each quantity, in the order of the formula.
  public let reads: [Read]

  /// The entries of one quantity that a formula reads.
  public struct Read: Hashable, Sendable {
    public let name: Name
    public let part: Part
    public let entries: Set<MatrixPicture.Entry>
  }

  /// Which part of a matrix a set of entries is; rows and columns are
  /// counted from 0.
  public enum Part: Hashable, Sendable {
    case number
    case whole
    case row(Int)
    case column(Int)
    case entry(row: Int, column: Int)
    case entries(Int)
  }

  /// How many terms of a sum are printed.
  public static let termLimit = 8
}

extension EntryReading {
  /// Reads an expression of one number.
  init(
    _ target: Expression, form: Expression, in valuation: Valuation
  ) throws(ExplanationFault) {
    self.target = target
    self.form = form
    value = try valuation.number(form).storage.first ?? .nan
    reads = try Self.reads(of: form, valuation)
  }

  /// Writes out one entry of what an equation computes.
  init(
    _ key: EntryKey, of equation: Equation, in valuation: Valuation
  ) throws(ExplanationFault) {
    let rows = valuation.values[key.name]?.rows ?? 1
    let form: Expression
    do {
      form = try equation.expression.entry(
        key.offset % rows, key.offset / rows,
        in: valuation.scope, termLimit: Self.termLimit)
    } catch { throw .expression(error) }
    try self.init(valuation.expression(key), form: form, in: valuation)
  }

  private static func reads(
    of form: Expression, _ valuation: Valuation
  ) throws(ExplanationFault) -> [Read] {
    var order: [Name] = []
    var found: [Name: Set<MatrixPicture.Entry>] = [:]
    for part in form.readParts {
      guard let name = part.baseName, let value = valuation.values[name] else {
        continue
      }
      if found[name] == nil { order.append(name) }
      let offsets =
        part.isOfFixedPlace
        ? try valuation.places(of: part).map(\.offset)
        : part.offsets(value, valuation.scope.notation)
      found[name, default: []].formUnion(
        offsets.map {
          MatrixPicture.Entry(row: $0 % value.rows, column: $0 / value.rows)
        })
    }
    return order.map { name in
      let entries = found[name] ?? []
      return Read(
        name: name,
        part: Part(entries, of: valuation.values[name], name, valuation),
        entries: entries)
    }
  }
}

extension EntryReading.Part {
  init(
    _ entries: Set<MatrixPicture.Entry>, of value: Matrix<Double>?,
    _ name: Name, _ valuation: Valuation
  ) {
    guard let value else {
      self = .number
      return
    }
    let rows = Set(entries.map(\.row))
    let columns = Set(entries.map(\.column))
    let fills = entries.count == rows.count * columns.count
    if valuation.scope.shape(of: name)?.isScalar == true {
      self = .number
    } else if entries.count == value.storage.count {
      self = .whole
    } else if entries.count == 1, let entry = entries.first {
      self = .entry(row: entry.row, column: entry.column)
    } else if rows.count == 1, fills, columns.count == value.columns,
      let row = rows.first
    {
      self = .row(row)
    } else if columns.count == 1, fills, rows.count == value.rows,
      let column = columns.first
    {
      self = .column(column)
    } else {
      self = .entries(entries.count)
    }
  }
}

extension Expression {
  /// The names and entries that a form reads, from left to right; what
  /// stands below a slope is moved, not read.
  fileprivate var readParts: [Expression] {
    switch self {
    case .name: [self]
    case .entry(let base, _):
      if case .name = base { [self] } else { children.flatMap(\.readParts) }
    case .derivative, .differential: []
    default: children.flatMap(\.readParts)
    }
  }

  /// Whether the places of an entry are numbers and not indices of a sum.
  fileprivate var isOfFixedPlace: Bool {
    children.dropFirst().allSatisfy { $0.names.isEmpty }
  }

  /// The entries that an index of a sum runs over; a place that is a number
  /// stays.
  fileprivate func offsets(
    _ value: Matrix<Double>, _ notation: Notation
  ) -> [Int] {
    guard case .entry(let base, let places) = self else { return [] }
    let first = notation.firstPlace(of: base)
    let isRow = value.rows == 1 && places.count == 1
    let firsts =
      places.count == 2
      ? [first.row, first.column] : [isRow ? first.column : first.row]
    var ranges = zip(places, firsts).map { place, first -> Int? in
      guard case .at(.number(let numeral)) = place else { return nil }
      return Int(exactly: numeral.value).map { $0 - first }
    }
    if ranges.count == 1 { ranges = isRow ? [0, ranges[0]] : [ranges[0], 0] }
    guard ranges.count == 2 else { return [] }
    let rows = ranges[0].map { [$0] } ?? Array(0..<value.rows)
    let columns = ranges[1].map { [$0] } ?? Array(0..<value.columns)
    return columns.flatMap { column in
      rows.map { column * value.rows + $0 }
    }
  }
}
