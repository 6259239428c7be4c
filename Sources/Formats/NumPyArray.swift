import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An array as NumPy saves it.
///
/// Shapes: an array of two dimensions is a matrix as it stands, its columns
/// the examples; one of one dimension, such as m labels, is a row 1×m; one of
/// none is 1×1.
///
/// Source: NumPy, *NEP 1: A simple file format for NumPy arrays*.
public struct NumPyArray: Sendable {
  /// The sizes, as NumPy's `shape` gives them.
  public let dimensions: [Int]
  /// The entries of a matrix, column after column; those of an array with
  /// more dimensions in the order of the file.
  public let values: [Double]

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads a `.npy` file of version 1, 2 or 3.
  ///
  /// - Throws: ``FormatFault`` for other types than numbers of 1, 2, 4 or 8
  ///   bytes, and where the header and the length disagree.
  public init(_ bytes: Data) throws(FormatFault) {
    self.init(
      try ByteStream(bytes).read(
        isPacked: false, by: Self.reader(size: bytes.count, Room())))
  }

  init(_ reader: ArrayReader) {
    dimensions = reader.header?.dimensions ?? []
    values = reader.values
  }

  /// The array as a matrix.
  public func matrix() throws(FormatFault) -> Matrix<Double> {
    guard dimensions.count <= 2 else {
      throw FormatFault(.tooManyDimensions(dimensions.count))
    }
    let columns = dimensions.last ?? 1
    let rows = dimensions.count == 2 ? dimensions[0] : 1
    return try DataFile.matrix(rows: rows, columns: columns, storage: values)
  }
}

// MARK: - The header, a dictionary as Python writes it

extension NumPyArray {
  /// The longest header that is read; NumPy's own have some hundred bytes.
  private static let longestHeader = 1 << 16

  /// What reads a `.npy` file as its bytes come in.
  static func reader(size: Int?, _ room: Room) -> ArrayReader {
    ArrayReader(size: size, room) { bytes, isWhole throws(FormatFault) in
      guard let (header, start) = try header(bytes, isWhole, size: size) else {
        return nil
      }
      let isColumnMajor = try order(header)
      let dimensions = try dimensions(header)
      return ArrayReader.Header(
        entries: try entries(header), dimensions: dimensions, start: start,
        isTurned: !isColumnMajor && dimensions.count == 2)
    }
  }

  /// The text of the header and where it ends; nothing where it goes on.
  private static func header(
    _ bytes: [UInt8], _ isWhole: Bool, size: Int?
  ) throws(FormatFault) -> (text: String, end: Int)? {
    guard bytes.count >= 12 || isWhole else { return nil }
    guard bytes.starts(with: magic) else {
      throw FormatFault(.wrongMagic(expected: "a .npy file"), at: .byte(0))
    }
    guard bytes.count >= 10 else {
      throw FormatFault(.truncated(expected: 10, found: bytes.count))
    }
    let version = bytes[6]
    guard (1...3).contains(version) else {
      throw FormatFault(.badHeader("version"), at: .byte(6))
    }
    let start = version == 1 ? 10 : 12
    guard bytes.count >= start else {
      throw FormatFault(.truncated(expected: start, found: bytes.count))
    }
    let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    let end = start + length
    if let size, size < end {
      throw FormatFault(.truncated(expected: end, found: size))
    }
    guard length <= longestHeader else {
      throw FormatFault(.badHeader("length"), at: .byte(8))
    }
    guard bytes.count >= end else {
      guard isWhole else { return nil }
      throw FormatFault(.truncated(expected: end, found: bytes.count))
    }
    return (String(decoding: bytes[start..<end], as: UTF8.self), end)
  }

  private static func order(_ header: String) throws(FormatFault) -> Bool {
    guard
      let match = header.firstMatch(
        of: /['"]fortran_order['"]\s*:\s*(True|False)/)
    else { throw FormatFault(.badHeader("fortran_order")) }
    return match.1 == "True"
  }

  private static func dimensions(
    _ header: String
  ) throws(FormatFault) -> [Int] {
    guard
      let match = header.firstMatch(of: /['"]shape['"]\s*:\s*\(([0-9, ]*)\)/)
    else { throw FormatFault(.badHeader("shape")) }
    var sizes: [Int] = []
    for part in match.1.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let size = Int(part) else {
        throw FormatFault(.tooLarge(bytes: nil))
      }
      sizes.append(size)
    }
    return sizes
  }

  private static func entries(
    _ header: String
  ) throws(FormatFault) -> BinaryEntries {
    guard
      let match = header.firstMatch(of: /['"]descr['"]\s*:\s*['"]([^'"]*)['"]/)
    else { throw FormatFault(.badHeader("descr")) }
    let type = String(match.1)
    guard let parts = type.wholeMatch(of: /([<>|=])([fiub])([1248])/),
      let size = Int(parts.3)
    else { throw FormatFault(.unreadType(type)) }
    let kind: BinaryEntries.Kind =
      parts.2 == "f" ? .float : parts.2 == "i" ? .signed : .unsigned
    guard kind != .float || size >= 4 else {
      throw FormatFault(.unreadType(type))
    }
    return BinaryEntries(kind: kind, size: size, isBigEndian: parts.1 == ">")
  }
}

// MARK: - Writing

extension NumPyArray {
  /// The bytes of a `.npy` file that holds a matrix, in NumPy's Fortran
  /// order, in which our entries stand already.
  public static func bytes(of matrix: Matrix<Double>) -> Data {
    var header =
      "{'descr': '<f8', 'fortran_order': True, "
      + "'shape': (\(matrix.rows), \(matrix.columns)), }"
    let length = (10 + header.utf8.count + 1 + 63) / 64 * 64 - 10
    header += String(
      repeating: " ", count: length - header.utf8.count - 1)
    header += "\n"
    var bytes = Data(magic + [1, 0])
    bytes.append(contentsOf: [UInt8(length & 0xff), UInt8(length >> 8)])
    bytes.append(contentsOf: header.utf8)
    for value in matrix.storage {
      withUnsafeBytes(of: value.bitPattern.littleEndian) {
        bytes.append(contentsOf: $0)
      }
    }
    return bytes
  }
}
