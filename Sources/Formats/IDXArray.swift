import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An array as the MNIST digits are published.
///
/// Shapes: the first size counts the examples. Each becomes a column: an
/// image of 28×28 one of 784 entries, row after row; a label a single entry.
///
/// Source: LeCun, Cortes and Burges, *The MNIST database*, "File formats".
public struct IDXArray: Sendable {
  public let dimensions: [Int]
  /// The entries in the order of the file, example after example.
  public let values: [Double]

  /// Whether the entries are grey values: bytes with two dimensions or more
  /// for each example.
  public let isImages: Bool

  /// Reads an IDX file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - white: The grey value that becomes 1, where the entries are images.
  /// - Throws: ``FormatFault`` for an unknown type of number, and where the
  ///   header and the length disagree.
  public init(_ bytes: Data, white: Double = 1) throws(FormatFault) {
    self.init(
      try ByteStream(bytes).read(
        isPacked: false,
        by: Self.reader(size: bytes.count, Room(), white: white)))
  }

  init(_ reader: ArrayReader) {
    dimensions = reader.header?.dimensions ?? []
    isImages =
      dimensions.count > 2 && reader.header?.entries.kind == .unsigned
    values = reader.values
  }

  /// What reads an IDX file as its bytes come in.
  static func reader(
    size: Int?, _ room: Room, white: Double
  ) -> ArrayReader {
    ArrayReader(size: size, room) { bytes, isWhole throws(FormatFault) in
      try header(bytes, isWhole, white: white)
    }
  }

  private static func header(
    _ bytes: [UInt8], _ isWhole: Bool, white: Double
  ) throws(FormatFault) -> ArrayReader.Header? {
    guard bytes.count >= 4 || isWhole else { return nil }
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0, bytes[3] > 0 else {
      throw FormatFault(.wrongMagic(expected: "an IDX file"), at: .byte(0))
    }
    let entries = try Self.entries(ofType: bytes[2])
    let start = 4 + 4 * Int(bytes[3])
    guard bytes.count >= start else {
      guard isWhole else { return nil }
      throw FormatFault(.truncated(expected: start, found: bytes.count))
    }
    let dimensions = stride(from: 4, to: start, by: 4).map { place in
      bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    let isImages = bytes[2] == 0x08 && dimensions.count > 2
    return ArrayReader.Header(
      entries: entries, dimensions: dimensions, start: start,
      divisor: isImages ? white : 1)
  }

  private static func entries(
    ofType type: UInt8
  ) throws(FormatFault) -> BinaryEntries {
    let (kind, size): (BinaryEntries.Kind, Int)
    switch type {
    case 0x08: (kind, size) = (.unsigned, 1)
    case 0x09: (kind, size) = (.signed, 1)
    case 0x0b: (kind, size) = (.signed, 2)
    case 0x0c: (kind, size) = (.signed, 4)
    case 0x0d: (kind, size) = (.float, 4)
    case 0x0e: (kind, size) = (.float, 8)
    default:
      throw FormatFault(
        .unreadType("0x" + String(type, radix: 16)), at: .byte(2))
    }
    return BinaryEntries(kind: kind, size: size, isBigEndian: true)
  }

  /// The examples as columns.
  public func matrix() throws(FormatFault) -> Matrix<Double> {
    let examples = dimensions.first ?? 1
    return try DataFile.matrix(
      rows: values.count / max(examples, 1), columns: examples,
      storage: values)
  }
}
