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
  /// Whether the entries stand column after column.
  public let isColumnMajor: Bool
  /// The entries in the order of the file.
  public let values: [Double]

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads a `.npy` file of version 1, 2 or 3.
  ///
  /// - Throws: ``FormatFault`` for other types than numbers of 1, 2, 4 or 8
  ///   bytes, and where the header and the length disagree.
  public init(_ bytes: Data) throws(FormatFault) {
    let bytes = Data(bytes)
    guard bytes.starts(with: Self.magic) else {
      throw FormatFault(.wrongMagic(expected: "a .npy file"), at: .byte(0))
    }
    let (header, start) = try Self.header(bytes)
    isColumnMajor = try Self.order(header)
    dimensions = try Self.dimensions(header)
    values = try Self.entries(header).values(dimensions, in: bytes, from: start)
  }

  /// The array as a matrix.
  public func matrix() throws(FormatFault) -> Matrix<Double> {
    guard dimensions.count <= 2 else {
      throw FormatFault(.tooManyDimensions(dimensions.count))
    }
    let columns = dimensions.last ?? 1
    let rows = dimensions.count == 2 ? dimensions[0] : 1
    guard isColumnMajor || rows == 1 else {
      return try DataFile.matrix(rows: columns, columns: rows, storage: values)
        .transposed
    }
    return try DataFile.matrix(rows: rows, columns: columns, storage: values)
  }
}

// MARK: - The header, a dictionary as Python writes it

extension NumPyArray {
  private static func header(
    _ bytes: Data
  ) throws(FormatFault) -> (text: String, end: Int) {
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
    guard bytes.count >= start + length else {
      throw FormatFault(
        .truncated(expected: start + length, found: bytes.count))
    }
    let text = String(decoding: bytes[start..<start + length], as: UTF8.self)
    return (text, start + length)
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
