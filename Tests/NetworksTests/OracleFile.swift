import Foundation

/// The files of networks with all their quantities, which were computed with
/// 60 digits and rounded once.
enum OracleFile {
  static func decoded<Value: Decodable>(_ name: String) throws -> [Value] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Oracles/\(name).json")
    return try JSONDecoder().decode(
      [Value].self, from: Data(contentsOf: file))
  }
}

/// A value as it stands in a file, to be written out again as it was.
enum JSONValue: Codable {
  case nothing
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .nothing
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .nothing: try value.encodeNil()
    case .number(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    case .list(let list): try value.encode(list)
    case .object(let object): try value.encode(object)
    }
  }
}

/// Rows of numbers or one number; null where no double can hold it.
struct TrueRows: Decodable {
  let rows: [[Double?]]

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Double.self) {
      rows = [[number]]
    } else if value.decodeNil() {
      rows = [[nil]]
    } else {
      rows = try value.decode([[Double?]].self)
    }
  }
}
