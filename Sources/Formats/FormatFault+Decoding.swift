import Foundation

extension FormatFault {
  /// What Foundation's reader of JSON stumbled over.
  ///
  /// - Parameters:
  ///   - error: What the reader says.
  ///   - json: What it read.
  init(_ error: DecodingError, in json: Data) {
    switch error {
    case .typeMismatch(let type, let context),
      .valueNotFound(let type, let context):
      self.init(.wrongKind(Kind(type)), at: Place(context.codingPath))
    case .keyNotFound(let key, let context):
      self.init(
        .missing(key: context.codingPath.written(then: key.stringValue)))
    case .dataCorrupted(let context):
      self.init(corrupted: context, in: json)
    @unknown default:
      self.init(.notJSON("\(error)"))
    }
  }

  /// A number that does not fit where it stands, or text that is no JSON.
  private init(corrupted context: DecodingError.Context, in json: Data) {
    guard context.codingPath.isEmpty else {
      let isWhole = context.debugDescription.contains("Int")
      self.init(
        .wrongKind(isWhole ? .wholeNumber : .finiteNumber),
        at: Place(context.codingPath))
      return
    }
    let reason = Self.reason(json) ?? context.debugDescription
    if let match = reason.firstMatch(of: /[Nn]umber (\S+) is not repr/) {
      self.init(.numberTooLarge(String(match.1)))
      return
    }
    self.init(
      .notJSON(Self.words(of: reason)), at: Place(saying: reason, in: json))
  }

  /// Why the text is no JSON.
  ///
  /// The decoder keeps it to itself on some platforms; the other reader of
  /// Foundation tells.
  private static func reason(_ json: Data) -> String? {
    do {
      _ = try JSONSerialization.jsonObject(
        with: json, options: .fragmentsAllowed)
      return nil
    } catch {
      return (error as NSError).userInfo["NSDebugDescription"] as? String
    }
  }

  /// The reader's words, without the place and the full stop.
  private static func words(of reason: String) -> String {
    let words = reason.replacing(/\ around .*/, with: "")
      .replacing(/\ during JSON parse\.?/, with: "").replacing(/\.$/, with: "")
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

extension FormatFault.Place {
  init?(_ path: [any CodingKey]) {
    guard !path.isEmpty else { return nil }
    self = .key(path.written())
  }

  /// The place that the reader names as "line 3, column 14" or as "character
  /// 58", which counts bytes from 0.
  init?(saying reason: String, in json: Data) {
    if let match = reason.firstMatch(of: /line (\d+), column (\d+)/),
      let line = Int(match.1), let column = Int(match.2)
    {
      self = .line(line, column: column)
    } else if let match = reason.firstMatch(of: /character (\d+)/),
      let offset = Int(match.1)
    {
      self.init(offset: offset, in: json)
    } else if reason.contains("end of file") {
      self.init(offset: json.count, in: json)
    } else {
      return nil
    }
  }

  private init(offset: Int, in json: Data) {
    let before = json.prefix(offset)
    let newline = UInt8(ascii: "\n")
    let line = before.reduce(1) { $1 == newline ? $0 + 1 : $0 }
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? json.startIndex
    let column = String(decoding: before[start...], as: UTF8.self).count + 1
    self = .line(line, column: column)
  }
}

extension FormatFault.Kind {
  init(_ type: any Any.Type) {
    switch type {
    case is Int.Type: self = .wholeNumber
    case is Double.Type: self = .number
    case is String.Type: self = .text
    default:
      let name = "\(type)"
      self =
        name.hasPrefix("Array<")
        ? .list : name.hasPrefix("Dictionary<") ? .object : .something
    }
  }
}
