#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension FormatFault {
  /// Decodes JSON, what Foundation finds wrong with it said in our words.
  ///
  /// - Parameters:
  ///   - json: What is decoded.
  ///   - decode: Decodes it.
  /// - Returns: What `decode` does.
  /// - Throws: A fault with the place where it lies.
  static func decoding<Value>(
    _ json: Data, _ decode: (JSONDecoder) throws -> Value
  ) throws(FormatFault) -> Value {
    if let place = json.firstNotUTF8 {
      throw FormatFault(.notUTF8, at: .byte(place))
    }
    do {
      return try decode(JSONDecoder())
    } catch let fault as FormatFault {
      throw fault
    } catch let fault as DecodingError {
      throw FormatFault(fault, in: json)
    } catch {
      throw FormatFault(.notJSON("\(error)"))
    }
  }

  /// What Foundation's reader of JSON stumbled over.
  ///
  /// - Parameters:
  ///   - error: What the reader says.
  ///   - json: What it read.
  private init(_ error: DecodingError, in json: Data) {
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
    guard let (problem, place) = JSONScan.fault(in: json) else {
      self.init(.notJSON(context.debugDescription))
      return
    }
    self.init(problem, at: place.map { Place(offset: $0, in: json) })
  }
}

extension FormatFault.Place {
  init?(_ path: [any CodingKey]) {
    guard !path.isEmpty else { return nil }
    self = .key(path.written())
  }

  /// The line and the character of a byte.
  init(offset: Int, in json: Data) {
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
    case is Bool.Type: self = .truth
    default:
      let name = "\(type)"
      self =
        name.hasPrefix("Array<")
        ? .list : name.hasPrefix("Dictionary<") ? .object : .something
    }
  }
}
