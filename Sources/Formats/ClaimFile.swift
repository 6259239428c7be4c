import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Numbers that somebody else computed, by the names under which they stand.
///
/// Shapes: as they stand, so that a line of a `.csv` file is a row.
public struct ClaimFile: Sendable {
  /// An array and its name.
  public struct Claim: Sendable {
    /// As it is written in the file, or as the file is called.
    public let name: String
    public let matrix: Matrix<Double>
    /// Whether it is a list, which may be a row as well as a column.
    public let isFlat: Bool
  }

  public let claims: [Claim]

  /// Reads a `.npy`, `.npz`, `.csv` or `.json` file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: Its name.
  ///   - quantity: What a file is about that holds one array and no name.
  /// - Throws: ``FormatFault`` with the line, the byte or the key.
  public init(
    _ bytes: Data, named file: String, of quantity: String? = nil
  ) throws(FormatFault) {
    let whole = quantity ?? Self.stem(of: file)
    do throws(FormatFault) {
      claims = try Self.claims(
        bytes, Kind(bytes, named: file), named: file, of: whole)
    } catch {
      throw error.named(file)
    }
  }

  /// How a file is to be read.
  private enum Kind {
    case npy, npz, csv, json

    init(_ bytes: Data, named file: String) throws(FormatFault) {
      let name = file.lowercased()
      if name.hasSuffix(".npz") || bytes.starts(with: "PK".utf8) {
        self = .npz
      } else if name.hasSuffix(".npy")
        || bytes.starts(with: NumPyArray.magic)
      {
        self = .npy
      } else if name.hasSuffix(".csv") {
        self = .csv
      } else if name.hasSuffix(".json") {
        self = .json
      } else {
        throw FormatFault(.unknownClaimFile)
      }
    }
  }

  private static func claims(
    _ bytes: Data, _ kind: Kind, named file: String, of whole: String
  ) throws(FormatFault) -> [Claim] {
    guard bytes.count <= NetworkFile.limit else {
      throw FormatFault(.tooLong(bytes: bytes.count))
    }
    guard !bytes.isEmpty else { throw FormatFault(.noEntries) }
    switch kind {
    case .npy: return [try claim(of: bytes, named: whole)]
    case .npz: return try claims(inArchive: bytes, named: file)
    case .csv: return [try claim(ofTable: bytes, named: whole)]
    case .json: return try ClaimFields.claims(of: bytes)
    }
  }

  private static func claim(
    of bytes: Data, named name: String
  ) throws(FormatFault) -> Claim {
    let array = try NumPyArray(bytes)
    return Claim(
      name: name, matrix: try array.matrix(),
      isFlat: array.dimensions.count < 2)
  }

  private static func claim(
    ofTable bytes: Data, named name: String
  ) throws(FormatFault) -> Claim {
    // A table turns its lines into columns, for elsewhere they are examples.
    let matrix = try CSVTable(bytes).matrix().transposed
    return Claim(
      name: name, matrix: matrix,
      isFlat: matrix.rows == 1 || matrix.columns == 1)
  }

  private static func claims(
    inArchive bytes: Data, named file: String
  ) throws(FormatFault) -> [Claim] {
    let archive = try ZipArchive(Array(bytes))
    guard !archive.entries.isEmpty else { throw FormatFault(.noEntries) }
    var claims: [Claim] = []
    for entry in archive.entries {
      do throws(FormatFault) {
        guard entry.name.hasSuffix(".npy") else {
          throw FormatFault(.wrongMagic(expected: "a .npy file"))
        }
        let contents = Data(try archive.contents(of: entry))
        claims.append(
          try claim(of: contents, named: String(entry.name.dropLast(4))))
      } catch {
        throw FormatFault(
          error.problem, at: error.place, in: "\(file), \(entry.name)")
      }
    }
    return claims
  }

  /// The name of a file without its folders and its ending.
  private static func stem(of file: String) -> String {
    let name = file.split { $0 == "/" || $0 == "\\" }.last ?? ""
    return String(name.prefix { $0 != "." })
  }
}

extension FormatFault {
  /// The fault with the file in which it stands.
  fileprivate func named(_ file: String) -> FormatFault {
    guard self.file == nil else { return self }
    if case .key(let key)? = place {
      return FormatFault(problem, at: .key("\(file): \(key)"))
    }
    return FormatFault(problem, at: place, in: file)
  }
}
