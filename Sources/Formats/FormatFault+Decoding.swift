import Foundation

extension FormatFault {
  /// What Foundation's reader of JSON stumbled over.
  init(_ error: DecodingError) {
    switch error {
    case .typeMismatch(let type, let context),
      .valueNotFound(let type, let context):
      self.init(.wrongKind(Kind(type)), at: Place(context.codingPath))
    case .keyNotFound(let key, let context):
      self.init(
        .missing(key: context.codingPath.written(then: key.stringValue)))
    case .dataCorrupted(let context):
      self.init(corrupted: context)
    @unknown default:
      self.init(.notJSON("\(error)"))
    }
  }

  /// A number that does not fit where it stands, or text that is no JSON.
  private init(corrupted context: DecodingError.Context) {
    guard context.codingPath.isEmpty else {
      let isWhole = context.debugDescription.contains("Int")
      self.init(
        .wrongKind(isWhole ? .wholeNumber : .finiteNumber),
        at: Place(context.codingPath))
      return
    }
    let detail =
      (context.underlyingError as NSError?)?
      .userInfo[NSDebugDescriptionErrorKey] as? String
    let text = detail ?? context.debugDescription
    self.init(.notJSON(Self.sentence(text)), at: Place(sayingLineIn: text))
  }

  /// The reader's words, without the place and the full stop.
  private static func sentence(_ text: String) -> String {
    let head = text.range(of: " around line").map { text[..<$0.lowerBound] }
    let words = (head ?? text[...]).drop { $0 == " " }
    let start = words.prefix(1).lowercased()
    return start
      + words.dropFirst().filter { $0 != "\n" }
      .replacing(/\.$/, with: "")
  }
}

extension FormatFault.Place {
  init?(_ path: [any CodingKey]) {
    guard !path.isEmpty else { return nil }
    self = .key(path.written())
  }

  /// The place that the reader names as "line 3, column 14".
  init?(sayingLineIn text: String) {
    guard let match = text.firstMatch(of: /line (\d+), column (\d+)/),
      let line = Int(match.1), let column = Int(match.2)
    else { return nil }
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
