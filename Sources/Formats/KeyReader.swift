import Presentation

/// Any key of an object.
struct AnyKey: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
  init(stringLiteral value: String) { self.init(stringValue: value) }
}

/// An object of which every key must be known.
struct KeyReader {
  private let keys: KeyedDecodingContainer<AnyKey>

  init(_ decoder: any Decoder, known: [String]) throws {
    keys = try decoder.container(keyedBy: AnyKey.self)
    let found = keys.allKeys.map(\.stringValue).sorted()
    if let stranger = found.first(where: { !known.contains($0) }) {
      throw FormatFault(
        .unknownKey(
          stranger,
          nearest: NearestName.nearest(to: stranger, among: known),
          known: known),
        at: .key(decoder.codingPath.written(then: stranger)))
    }
  }

  func value<Value: Decodable>(
    _ key: AnyKey, as type: Value.Type = Value.self
  ) throws -> Value {
    guard keys.contains(key) else {
      throw FormatFault(
        .missing(key: keys.codingPath.written(then: key.stringValue)))
    }
    return try keys.decode(Value.self, forKey: key)
  }

  /// The value of a key, or nothing where it is absent or null.
  func optional<Value: Decodable>(_ key: AnyKey) throws -> Value? {
    try keys.decodeIfPresent(Value.self, forKey: key)
  }
}

extension [any CodingKey] {
  /// The way to a value, counted from 1: `W[1], row 2, entry 3`.
  func written(then last: String? = nil) -> String {
    var text = ""
    var below: [Int] = []
    for key in self {
      if let index = key.intValue {
        below.append(index + 1)
      } else {
        text += text.isEmpty ? key.stringValue : "." + key.stringValue
      }
    }
    if let last { text += text.isEmpty ? last : "." + last }
    guard !below.isEmpty else { return text }
    if text == "x" || text == "y" { return text + Self.entry(below) }
    return text + "[\(below[0])]" + Self.entry(Array<Int>(below.dropFirst()))
  }

  private static func entry(_ below: [Int]) -> String {
    zip(["row", "entry"], below).map { ", \($0) \($1)" }.joined()
  }
}
