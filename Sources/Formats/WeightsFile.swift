import Algebra
import Matrices
import Networks
import Presentation

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The weights of a network as NumPy reads them.
///
/// There is an array for each under its name: `W1`, `b1`.
public enum WeightsFile {
  /// The bytes of a `.npz` file.
  ///
  /// - Parameter weights: The arrays; they come in the order of their names.
  /// - Returns: The file, the same for the same weights.
  public static func npz(_ weights: [Name: Matrix<Double>]) -> Data {
    let entries = weights.keys.sorted().compactMap { name in
      weights[name].map {
        ("\(name.ascii).npy", Array(NumPyArray.bytes(of: $0)))
      }
    }
    return Data(ZipArchive.bytes(of: entries))
  }

  /// Reads the parameters of a worksheet.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds: `.npz`, or what else holds claims.
  ///   - file: Its name.
  ///   - shapes: The parameters that it should hold, and their shapes.
  /// - Returns: A value for each of them.
  /// - Throws: ``FormatFault`` where one is missing, is there twice, has
  ///   another shape or was not asked for.
  public static func weights(
    _ bytes: Data, named file: String, for shapes: [Name: Shape]
  ) throws(FormatFault) -> [Name: Matrix<Double>] {
    var weights: [Name: Matrix<Double>] = [:]
    let known = shapes.keys.sorted().map(\.ascii)
    for claim in try ClaimFile(bytes, named: file).claims {
      let name = Name(claim.name)
      guard let shape = shapes[name] else {
        let nearest = NearestName.nearest(to: claim.name, among: known)
        throw FormatFault(
          .unknownKey(claim.name, nearest: nearest, known: known),
          at: .key(claim.name))
      }
      guard weights[name] == nil else {
        throw FormatFault(.arrayTwice(claim.name), in: file)
      }
      // A list stands for a column as NumPy writes a bias.
      let isTurned =
        claim.isFlat && claim.matrix.shape != shape
        && claim.matrix.transposed.shape == shape
      let value = isTurned ? claim.matrix.transposed : claim.matrix
      guard value.shape == shape else {
        throw FormatFault(
          .shape(expected: shape, found: value.shape, .parameter(name.ascii)),
          at: .key(name.ascii))
      }
      weights[name] = value
    }
    for name in shapes.keys.sorted() where weights[name] == nil {
      throw FormatFault(
        .noArray(name.ascii, known: weights.keys.sorted().map(\.ascii)),
        in: file)
    }
    return weights
  }
}
