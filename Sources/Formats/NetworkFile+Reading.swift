import Algebra
import Matrices
import Networks
import Presentation

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension NetworkFile {
  /// The bytes that a network file may have: 256 MiB.
  public static var limit: Int { 1 << 28 }

  /// Reads a network file.
  ///
  /// - Parameters:
  ///   - json: The bytes of the file.
  ///   - reading: Gives the bytes of a data file that the network file names;
  ///     it is asked with the name as it is written.
  /// - Throws: ``FormatFault`` with the first thing that is wrong.
  public init(
    json: Data, reading: (String) throws -> Data
  ) throws(FormatFault) {
    try self.init(
      Self.fields(NetworkFields.self, of: json), reading: reading)
  }

  init(
    _ fields: NetworkFields, reading: (String) throws -> Data
  ) throws(FormatFault) {
    let draft = NetworkDraft(fields)
    let data = try Self.data(of: fields, reading: reading)
    try self.init(draft, input: data.input, target: data.target)
    classes = try draft.classes()
    for (name, field) in [("x", fields.input), ("y", fields.target)] {
      if case .file(let file)? = field { dataFiles[Name(name)] = file }
    }
  }

  /// Reads the keys of a file that says its format.
  static func fields<Fields: Decodable>(
    _ type: Fields.Type, of json: Data
  ) throws(FormatFault) -> Fields {
    guard json.count <= limit else {
      throw FormatFault(.tooLong(bytes: json.count))
    }
    guard !json.isEmpty else { throw FormatFault(.empty) }
    return try FormatFault.decoding(json) { decoder in
      let format = try decoder.decode(FormatField.self, from: json).format
      guard format <= newestFormat else {
        throw FormatFault(.newerFormat(format))
      }
      guard format == newestFormat else {
        throw FormatFault(.outOfRange("1"), at: .key("format"))
      }
      return try decoder.decode(type, from: json)
    }
  }

  private static func data(
    of fields: NetworkFields, reading: (String) throws -> Data
  ) throws(FormatFault) -> (input: Matrix<Double>, target: Matrix<Double>?) {
    let input = try matrix(fields.input, key: "x", reading)
    guard let target = fields.target else { return (input, nil) }
    return (input, try matrix(target, key: "y", reading))
  }

  private static func matrix(
    _ field: MatrixField, key: String, _ reading: (String) throws -> Data
  ) throws(FormatFault) -> Matrix<Double> {
    switch field {
    case .rows(let rows): return try Matrix(rows, at: key)
    case .file(let name):
      let bytes: Data
      do { bytes = try reading(name) } catch let fault as FormatFault {
        throw FormatFault(fault.problem, at: fault.place, in: name)
      } catch {
        throw FormatFault(
          .unreadable(name, reason: "\(error)"), at: .key(key), in: name)
      }
      return try DataFile.matrix(bytes, named: name)
    }
  }
}

extension Collection<UInt8> {
  /// The offset of the first byte that is no part of a character.
  var firstNotUTF8: Int? {
    guard String(validating: self, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var bytes = makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}

extension Matrix<Double> {
  /// Makes a matrix of rows that stand in a file.
  init(_ rows: [[Double]], at key: String) throws(FormatFault) {
    do throws(ShapeError) { try self.init(rows) } catch {
      throw FormatFault(FormatFault.Problem(error), at: .key(key))
    }
  }
}

extension FormatFault.Problem {
  init(_ error: ShapeError) {
    switch error {
    case .ragged(let row, let length, let first):
      self = .ragged(row: row + 1, length: length, first: first)
    case .tooLarge(_, let bytes): self = .tooLarge(bytes: bytes)
    default: self = .noEntries
    }
  }
}
