import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Numbers separated by commas, one example a line.
///
/// Blank lines are passed over. The file is read once and piece by piece;
/// what is kept is the numbers and nothing else.
///
/// Shapes: a line is an example and becomes a column, so that the matrix is
/// the table turned over.
///
/// Source: RFC 4180, for quotation marks.
public struct CSVTable: Sendable {
  /// The names of the fields, where the file gives them.
  public private(set) var header: [String]?
  public private(set) var count = 0
  /// The inputs, example after example, and their number in each.
  public private(set) var inputs: [Double] = []
  public private(set) var width = 0
  /// The targets, example after example.
  public private(set) var targets: [Double] = []
  /// The class of each example, and what the classes are called.
  public private(set) var labels: [Int] = []
  public private(set) var classes: [String] = []

  private var places = TableColumns.Places(inputs: [], targets: [], label: nil)

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - columns: What its columns are.
  /// - Throws: ``FormatFault`` with the line and the column.
  public init(
    _ bytes: Data, columns: TableColumns = TableColumns()
  ) throws(FormatFault) {
    self = try ByteStream(bytes).read(
      isPacked: false,
      by: CSVReader(columns, size: bytes.count, Room())
    ).table
  }

  init() {}

  /// The examples as columns.
  public func matrix() throws(FormatFault) -> Matrix<Double> {
    try DataFile.matrix(rows: width, columns: count, storage: inputs)
  }
}

// MARK: - Line by line

extension CSVTable {
  /// Finds the columns; true where the first line is an example.
  mutating func begin(
    _ source: CSVFields, _ fields: [CSVFields.Field], _ columns: TableColumns
  ) throws(FormatFault) -> Bool {
    let names = fields.map(source.text)
    let mayBeHeader = columns.header != .absent
    places = try columns.places(
      width: fields.count, names: mayBeHeader ? names : nil)
    width = places.inputs.count
    let isHeader =
      switch columns.header {
      case .present: true
      case .absent: false
      case .ifNotNumbers:
        columns.namesColumns
          || (places.inputs + places.targets)
            .contains { source.number(fields[$0]) == nil }
      }
    header = isHeader ? names : nil
    return !isHeader
  }

  mutating func append(
    _ source: CSVFields, _ fields: [CSVFields.Field],
    _ labels: inout LabelColumn
  ) throws(FormatFault) {
    for place in places.inputs {
      inputs.append(try Self.number(source, fields, place))
    }
    for place in places.targets {
      targets.append(try Self.number(source, fields, place))
    }
    if let place = places.label {
      do throws(FormatFault) {
        try labels.append(source.text(fields[place]))
      } catch {
        throw FormatFault(
          error.problem,
          at: source.position(of: fields[place].range.lowerBound))
      }
    }
    count += 1
  }

  private static func number(
    _ source: CSVFields, _ fields: [CSVFields.Field], _ place: Int
  ) throws(FormatFault) -> Double {
    let field = fields[place]
    guard let number = source.number(field) else {
      throw FormatFault(
        .fieldIsNoNumber(source.text(field), field: place + 1),
        at: source.position(of: field.range.lowerBound))
    }
    return number
  }

  /// Makes room for so many examples.
  mutating func reserve(_ count: Int) {
    inputs.reserveCapacity(count * places.inputs.count)
    targets.reserveCapacity(count * places.targets.count)
  }

  /// Has had the last example.
  mutating func end(_ labels: LabelColumn) throws(FormatFault) {
    guard count > 0 else { throw FormatFault(.noEntries) }
    if places.label != nil { (self.labels, classes) = labels.sorted() }
  }
}
