import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The quantities of a JSON file, alone or under `quantities` as `trace`
/// writes them.
struct ClaimFields: Decodable {
  let claims: [ClaimFile.Claim]

  static func claims(of json: Data) throws(FormatFault) -> [ClaimFile.Claim] {
    let claims = try FormatFault.decoding(json) {
      try $0.decode(ClaimFields.self, from: json).claims
    }
    guard !claims.isEmpty else { throw FormatFault(.noEntries) }
    return claims
  }

  init(from decoder: any Decoder) throws {
    guard let top = try? decoder.container(keyedBy: AnyKey.self) else {
      throw FormatFault(.noNames)
    }
    let keys =
      top.contains("quantities")
      ? try top.nestedContainer(keyedBy: AnyKey.self, forKey: "quantities")
      : top
    claims = try keys.allKeys.map(\.stringValue).sorted().map { name in
      let key = AnyKey(stringValue: name)
      if let number = try? keys.decode(Double.self, forKey: key) {
        return ClaimFile.Claim(
          name: name, matrix: Matrix(scalar: number), isFlat: true)
      }
      guard var list = try? keys.nestedUnkeyedContainer(forKey: key) else {
        throw FormatFault(.wrongKind(.list), at: .key(name))
      }
      return try Self.claim(name, &list)
    }
  }

  private static func claim(
    _ name: String, _ list: inout any UnkeyedDecodingContainer
  ) throws -> ClaimFile.Claim {
    var rows: [[Double]] = []
    var isFlat = true
    while !list.isAtEnd {
      let place = "\(name), row \(rows.count + 1)"
      if var row = try? list.nestedUnkeyedContainer() {
        // A list that begins with a number goes on with numbers.
        guard !isFlat || rows.isEmpty else {
          throw FormatFault(.wrongKind(.number), at: .key(place))
        }
        isFlat = false
        rows.append(try numbers(&row, at: place))
      } else if isFlat {
        let place = "\(name), entry \(rows.count + 1)"
        rows.append([try number(&list, at: place)])
      } else {
        throw FormatFault(.wrongKind(.list), at: .key(place))
      }
    }
    return ClaimFile.Claim(
      name: name, matrix: try Matrix(rows, at: name), isFlat: isFlat)
  }

  private static func numbers(
    _ list: inout any UnkeyedDecodingContainer, at place: String
  ) throws -> [Double] {
    var numbers: [Double] = []
    while !list.isAtEnd {
      let place = "\(place), entry \(numbers.count + 1)"
      numbers.append(try number(&list, at: place))
    }
    return numbers
  }

  private static func number(
    _ list: inout any UnkeyedDecodingContainer, at place: String
  ) throws(FormatFault) -> Double {
    guard let number = try? list.decode(Double.self) else {
      throw FormatFault(.wrongKind(.number), at: .key(place))
    }
    return number
  }
}
