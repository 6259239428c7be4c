#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ProgressReport {
  /// The report as a file, an answer and a slip a line.
  public var json: String {
    let lessons = Self.rows(lessons.map(Self.object), indent: 4)
    let slips = Self.rows(slips.map(Self.object), indent: 4)
    return """
      { "format": \(NetworkFile.newestFormat),
        "lessons": \(lessons),
        "slips": \(slips) }

      """
  }

  private static func rows(_ rows: [String], indent: Int) -> String {
    guard !rows.isEmpty else { return "[]" }
    let feed = "\n" + String(repeating: " ", count: indent)
    return "[" + feed + rows.joined(separator: "," + feed) + "]"
  }

  private static func object(_ lesson: Lesson) -> String {
    JSONText.object([
      ("lesson", JSONText.quoted(lesson.id)),
      ("finished", "\(lesson.isFinished)"), ("screen", "\(lesson.screen)"),
      ("screens", "\(lesson.screens)"), ("questions", "\(lesson.questions)"),
      ("seconds", "\(lesson.seconds)"),
      ("answers", rows(lesson.answers.map(object), indent: 6)),
    ])
  }

  private static func object(_ answer: Answer) -> String {
    JSONText.object([
      ("screen", JSONText.quoted(answer.screen)),
      ("question", "\(answer.question)"),
      ("outcome", JSONText.quoted(answer.outcome.rawValue)),
      ("attempts", "\(answer.attempts)"), ("hints", "\(answer.hints)"),
      ("seconds", "\(answer.seconds)"),
    ])
  }

  private static func object(_ slip: Slip) -> String {
    JSONText.object([
      ("slip", JSONText.quoted(slip.name)), ("times", "\(slip.times)"),
      ("screens", JSONText.list(slip.screens.map(JSONText.quoted))),
    ])
  }
}

extension ProgressReport {
  /// Reads a report.
  ///
  /// - Parameter json: The bytes of the file.
  /// - Throws: ``FormatFault`` with the first thing that is wrong.
  public init(json: Data) throws(FormatFault) {
    let fields = try NetworkFile.fields(ReportFields.self, of: json)
    self.init(
      lessons: fields.lessons.map(\.lesson), slips: fields.slips.map(\.slip))
  }
}

/// The keys of a report.
private struct ReportFields: Decodable {
  var lessons: [LessonFields]
  var slips: [SlipFields]

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(decoder, known: ["format", "lessons", "slips"])
    lessons = try keys.value("lessons")
    slips = try keys.value("slips")
  }
}

private struct LessonFields: Decodable {
  var lesson: ProgressReport.Lesson

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(
      decoder,
      known: [
        "lesson", "finished", "screen", "screens", "questions", "seconds",
        "answers",
      ])
    lesson = ProgressReport.Lesson(
      id: try keys.value("lesson"), isFinished: try keys.value("finished"),
      screen: try keys.count("screen"), screens: try keys.count("screens"),
      questions: try keys.count("questions"),
      seconds: try keys.count("seconds"),
      answers: try keys.value("answers", as: [AnswerFields].self)
        .map(\.answer))
  }
}

private struct AnswerFields: Decodable {
  var answer: ProgressReport.Answer

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(
      decoder,
      known: [
        "screen", "question", "outcome", "attempts", "hints", "seconds",
      ])
    let word: String = try keys.value("outcome")
    guard let outcome = ProgressReport.Outcome(rawValue: word) else {
      throw FormatFault(
        unknown: .outcome, word, at: decoder.codingPath.written(then: "outcome")
      )
    }
    answer = ProgressReport.Answer(
      screen: try keys.value("screen"), question: try keys.count("question"),
      outcome: outcome, attempts: try keys.count("attempts"),
      hints: try keys.count("hints"), seconds: try keys.count("seconds"))
  }
}

private struct SlipFields: Decodable {
  var slip: ProgressReport.Slip

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(decoder, known: ["slip", "times", "screens"])
    slip = ProgressReport.Slip(
      name: try keys.value("slip"), times: try keys.count("times"),
      screens: try keys.value("screens"))
  }
}

extension KeyReader {
  fileprivate func count(_ key: AnyKey) throws -> Int {
    try value(key, as: Count.self).value
  }
}

extension FormatFault {
  /// What to do about a report that cannot be read: its learner writes it
  /// anew.
  public var reportRemedy: String? {
    switch problem {
    case .newerFormat, .notUTF8, .tooLong: remedy
    default: "backstep progress --export mine.json"
    }
  }
}
