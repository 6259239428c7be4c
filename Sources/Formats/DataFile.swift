import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file of numbers that a network file names in place of a matrix.
public enum DataFile {
  /// Reads a matrix with one column for each example.
  ///
  /// The ending of the name decides between `.npy` and `.csv`; anything else
  /// has to begin as an IDX file does.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - name: Its name.
  /// - Returns: The matrix.
  /// - Throws: ``FormatFault`` with the line or the byte.
  public static func matrix(
    _ bytes: Data, named name: String
  ) throws(FormatFault) -> Matrix<Double> {
    do throws(FormatFault) {
      let lowercase = name.lowercased()
      if lowercase.hasSuffix(".npy") { return try NumPyArray(bytes).matrix() }
      if lowercase.hasSuffix(".csv") { return try CSVTable(bytes).matrix() }
      if bytes.starts(with: [0x1f, 0x8b]) { throw FormatFault(.compressed) }
      guard bytes.starts(with: [0, 0]) || lowercase.contains("idx") else {
        throw FormatFault(.unknownDataFile(name))
      }
      return try IDXArray(bytes).matrix()
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
