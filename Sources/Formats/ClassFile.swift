#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The work that a teacher sets: lessons, and what is allowed at their
/// questions.
///
///     { "format": 1, "title": "Week 3",
///       "lessons": ["one-weight", "sigmoid"],
///       "skip": false, "attemptsBeforeReveal": 2, "hints": true }
///
/// Only `format` and `lessons` must be there; what is left out is allowed.
public struct ClassFile: Hashable, Sendable {
  /// What stands above the lessons.
  public var title: String?
  /// The lessons by their names, in the order in which they are done.
  public var lessons: [String]
  public var maySkip: Bool
  /// How many answers are judged before one is shown.
  public var attemptsBeforeReveal: Int
  /// How many hints a question gives; nothing where it gives all it has.
  public var mostHints: Int?

  public init(
    title: String? = nil, lessons: [String], maySkip: Bool = true,
    attemptsBeforeReveal: Int = 0, mostHints: Int? = nil
  ) {
    self.title = title
    self.lessons = lessons
    self.maySkip = maySkip
    self.attemptsBeforeReveal = attemptsBeforeReveal
    self.mostHints = mostHints
  }

  /// Reads a class file; whether its lessons exist is for others to say.
  ///
  /// - Parameter json: The bytes of the file.
  /// - Throws: ``FormatFault`` with the first thing that is wrong.
  public init(json: Data) throws(FormatFault) {
    let fields = try NetworkFile.fields(ClassFields.self, of: json)
    guard !fields.lessons.isEmpty else {
      throw FormatFault(.noEntries, at: .key("lessons"))
    }
    self.init(
      title: fields.title, lessons: fields.lessons,
      maySkip: fields.maySkip ?? true,
      attemptsBeforeReveal: fields.attempts?.value ?? 0,
      mostHints: fields.hints?.most)
  }
}

/// The keys of a class file.
private struct ClassFields: Decodable {
  var title: String?
  var lessons: [String]
  var maySkip: Bool?
  var attempts: Count?
  var hints: HintsField?

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(
      decoder,
      known: [
        "format", "title", "lessons", "skip", "attemptsBeforeReveal", "hints",
      ])
    title = try keys.optional("title")
    lessons = try keys.value("lessons")
    maySkip = try keys.optional("skip")
    attempts = try keys.optional("attemptsBeforeReveal")
    hints = try keys.optional("hints")
  }
}

/// Whether there are hints, or how many.
private struct HintsField: Decodable {
  var most: Int?

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let isAllowed = try? value.decode(Bool.self) {
      most = isAllowed ? nil : 0
    } else {
      most = try Count(from: decoder).value
    }
  }
}

/// A whole number that counts something, small enough to be added up.
struct Count: Decodable {
  var value: Int

  static let limit = 1_000_000_000

  init(from decoder: any Decoder) throws {
    value = try WholeNumber(from: decoder).value
    guard (0...Self.limit).contains(value) else {
      throw FormatFault(
        .outOfRange("from 0 to \(Self.limit)"),
        at: .key(decoder.codingPath.written()))
    }
  }
}

extension FormatFault {
  /// What a class file could hold instead.
  public var classFileRemedy: String? {
    let whole = "{ \"format\": 1, \"lessons\": [\"one-weight\", \"sigmoid\"] }"
    let examples = [
      "lessons": "[\"one-weight\", \"sigmoid\"]", "title": "\"Week 3\"",
      "skip": "false", "attemptsBeforeReveal": "2", "hints": "true",
    ]
    switch problem {
    case .empty, .noFormat: return whole
    case .tooLong: return "a file of a few lines"
    case .missing(let key):
      return examples[key].map { "\"\(key)\": \($0)" } ?? whole
    case .wrongKind, .outOfRange, .noEntries:
      guard case .key(let place)? = place else { return whole }
      let key = String(place.prefix { $0 != "[" })
      return examples[key].map { "\"\(key)\": \($0)" } ?? remedy
    default: return remedy
    }
  }
}
