import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Numbers separated by commas, one example a line.
///
/// A first line that holds anything but numbers is a header. Blank lines are
/// passed over.
///
/// Shapes: a line is an example and becomes a column, so that the matrix is
/// the table turned over.
///
/// Source: RFC 4180, for quotation marks.
public struct CSVTable: Sendable {
  /// The names of the fields, where the file gives them.
  public let header: [String]?
  /// The numbers, line by line.
  public let rows: [[Double]]

  /// Reads a table.
  ///
  /// - Throws: ``FormatFault`` with the line.
  public init(_ bytes: Data) throws(FormatFault) {
    if let place = bytes.firstNotUTF8 {
      throw FormatFault(.notUTF8, at: .byte(place))
    }
    var fields = CSVFields(bytes)
    var header: [String]?
    var rows: [[Double]] = []
    var width: Int?
    while let (line, record) = try fields.next() {
      let wanted = width ?? record.count
      guard record.count == wanted else {
        throw FormatFault(
          .fieldCount(found: record.count, first: wanted),
          at: .line(line, column: nil))
      }
      let isFirst = width == nil
      width = wanted
      if isFirst, record.contains(where: { Self.number($0) == nil }) {
        header = record
        continue
      }
      rows.append(try Self.numbers(record, line: line))
    }
    guard !rows.isEmpty else { throw FormatFault(.noEntries) }
    self.header = header
    self.rows = rows
  }

  /// The examples as columns.
  public func matrix() throws(FormatFault) -> Matrix<Double> {
    try DataFile.matrix(
      rows: rows[0].count, columns: rows.count, storage: rows.flatMap { $0 })
  }

  private static func numbers(
    _ record: [String], line: Int
  ) throws(FormatFault) -> [Double] {
    var numbers: [Double] = []
    for (place, field) in record.enumerated() {
      guard let number = number(field) else {
        throw FormatFault(
          .fieldIsNoNumber(field, field: place + 1),
          at: .line(line, column: nil))
      }
      numbers.append(number)
    }
    return numbers
  }

  /// A finite decimal number; `nan`, `inf` and `0x10` are none.
  private static func number(_ field: String) -> Double? {
    let isDecimal = field.utf8.allSatisfy {
      (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0)
    }
    guard isDecimal, let number = Double(field), number.isFinite else {
      return nil
    }
    return number
  }
}
