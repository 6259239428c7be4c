import Foundation

/// The files of networks with all their quantities, which were computed with
/// 60 digits and rounded once.
enum OracleFile {
  static func objects(_ name: String) throws -> [[String: Any]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Oracles/\(name).json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return value as? [[String: Any]] ?? []
  }

  static func decoded<Value: Decodable>(_ name: String) throws -> [Value] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Oracles/\(name).json")
    return try JSONDecoder().decode(
      [Value].self, from: Data(contentsOf: file))
  }
}
