import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file of numbers: `.npy`, `.csv` or IDX, each of them gzipped or not.
public enum DataFile {
  /// Reads a matrix with one column for each example.
  ///
  /// The ending of the name decides between `.npy` and `.csv`; anything else
  /// has to begin as an IDX file does. A file that begins as gzip does is
  /// inflated first, and its name counts without `.gz`.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - name: Its name.
  ///   - white: The grey value that becomes 1 in IDX images of bytes.
  /// - Returns: The matrix.
  /// - Throws: ``FormatFault`` with the line or the byte.
  public static func matrix(
    _ bytes: Data, named name: String, white: Double = 1
  ) throws(FormatFault) -> Matrix<Double> {
    try inFile(name) { () throws(FormatFault) in
      let (bytes, ending) = try inflated(bytes, named: name)
      switch try Kind(bytes, named: ending) {
      case .npy: return try NumPyArray(bytes).matrix()
      case .csv: return try CSVTable(bytes).matrix()
      case .idx: return try IDXArray(bytes, white: white).matrix()
      }
    }
  }

  /// How a file is to be read.
  private enum Kind {
    case npy, csv, idx

    init(_ bytes: Data, named name: String) throws(FormatFault) {
      if name.hasSuffix(".npy") {
        self = .npy
      } else if name.hasSuffix(".csv") {
        self = .csv
      } else if bytes.starts(with: [0, 0]) || name.contains("idx") {
        self = .idx
      } else {
        throw FormatFault(.unknownDataFile(name))
      }
    }
  }

  /// The contents of a file and its name in small letters, both as they were
  /// before gzip.
  static func inflated(
    _ bytes: Data, named name: String
  ) throws(FormatFault) -> (Data, name: String) {
    let name = name.lowercased()
    guard bytes.starts(with: Gzip.magic) || name.hasSuffix(".gz") else {
      return (bytes, name)
    }
    let ending = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return (Data(try Gzip.contents(of: bytes)), ending)
  }

  /// Names the file in whatever is wrong with it.
  static func inFile<Result>(
    _ name: String, _ read: () throws(FormatFault) -> Result
  ) throws(FormatFault) -> Result {
    do throws(FormatFault) {
      return try read()
    } catch {
      throw FormatFault(error.problem, at: error.place, in: name)
    }
  }

  /// Makes a matrix of entries that a header announced.
  static func matrix(
    rows: Int, columns: Int, storage: [Double]
  ) throws(FormatFault) -> Matrix<Double> {
    do throws(ShapeError) {
      return try Matrix(rows: rows, columns: columns, storage: storage)
    } catch { throw FormatFault(FormatFault.Problem(error)) }
  }
}
