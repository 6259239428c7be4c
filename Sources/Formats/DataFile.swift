import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file of numbers: `.npy`, `.csv` or IDX, each of them gzipped or not.
public enum DataFile {
  /// The bytes that the numbers of one matrix may take.
  static var limit: Int { Matrix<Double>.limit }

  /// Reads a matrix with one column for each example.
  ///
  /// The ending of the name decides between `.npy` and `.csv`; anything else
  /// has to begin as an IDX file does. A file that begins as gzip does is
  /// inflated, and its name counts without `.gz`.
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
    try matrix(Source(bytes, named: name), white: white)
  }

  /// Reads a matrix from a file, piece by piece.
  static func matrix(
    _ file: Source, white: Double
  ) throws(FormatFault) -> Matrix<Double> {
    try inFile(file.name) { () throws(FormatFault) in
      let (stream, form) = try file.opened()
      return try stream.read(
        isPacked: form.isPacked,
        by: DataReader(form, room: file.room, white: white)
      ).matrix()
    }
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
