import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Numbers separated by commas, one example a line.
///
/// Blank lines are passed over. The file is read once and where it stands;
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
    if let place = bytes.firstNotUTF8 {
      throw FormatFault(.notUTF8, at: .byte(place))
    }
    self = try bytes.withBytes { buffer throws(FormatFault) in
      try CSVTable(buffer, columns)
    }
  }

  private init(
    _ bytes: UnsafeRawBufferPointer, _ columns: TableColumns
  ) throws(FormatFault) {
    var source = CSVFields(bytes)
    var fields: [CSVFields.Field] = []
    guard try source.next(into: &fields) else {
      throw FormatFault(.noEntries)
    }
    let length = fields.count
    var labels = LabelColumn(classes: columns.classes)
    if try begin(source, fields, columns) {
      try append(source, fields, &labels)
    }
    while try source.next(into: &fields) {
      guard fields.count == length else {
        throw FormatFault(
          .fieldCount(found: fields.count, first: length),
          at: source.position(of: fields[0].range.lowerBound))
      }
      try append(source, fields, &labels)
      try refuseTooMany(after: source.place, of: bytes.count)
    }
    guard count > 0 else { throw FormatFault(.noEntries) }
    if places.label != nil { (self.labels, classes) = labels.sorted() }
  }

  /// The examples as columns.
  public func matrix() throws(FormatFault) -> Matrix<Double> {
    try DataFile.matrix(rows: width, columns: count, storage: inputs)
  }
}

// MARK: - Line by line

extension CSVTable {
  /// Finds the columns; true where the first line is an example.
  private mutating func begin(
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

  private mutating func append(
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

  /// The size that the whole would need is the size so far, in proportion.
  private func refuseTooMany(
    after place: Int, of length: Int
  ) throws(FormatFault) {
    let size = 8 * inputs.count
    guard size > Matrix<Double>.limit else { return }
    let whole = Double(size) * Double(length) / Double(place)
    throw FormatFault(.tooLarge(bytes: Int(whole)))
  }
}
