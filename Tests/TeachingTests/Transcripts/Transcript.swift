import Foundation
import Lessons
import Presentation

@testable import Teaching

/// A whole session as text: what was typed behind each prompt, and what came.
///
/// The lines that begin with a prompt are the input, so that a recorded
/// transcript is its own script, for this driver and for one that types into
/// the real program.
enum Transcript {
  /// Whether a line begins with a prompt, and what was typed behind it.
  static func input(of line: Substring) -> String? {
    guard
      let end = line.range(of: "> ") ?? line.range(of: ">", options: .anchored)
    else { return line.hasSuffix(" >") ? "" : nil }
    let prompt = line[..<end.lowerBound]
    guard isPrompt(prompt) else { return nil }
    return String(line[end.upperBound...])
  }

  private static func isPrompt(_ text: Substring) -> Bool {
    if text == "answer" || text == "backstep " { return true }
    guard text.hasSuffix(" "), let space = text.firstIndex(of: " ") else {
      return false
    }
    let name = text[..<space]
    let count = text[space...].dropFirst().dropLast()
    return !name.isEmpty
      && name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
      && count.contains("/") && count.allSatisfy { $0.isNumber || $0 == "/" }
  }

  static func inputs(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .compactMap(input)
  }

  /// Types lines into a session.
  static func play(_ lines: [String], in session: inout Session) -> String {
    var text = session.opening.plain + "\n"
    for line in lines {
      text += session.prompt + line + "\n"
      let reply = session.reply(to: line)
      if !reply.text.isEmpty { text += reply.text.plain + "\n" }
    }
    return text
  }
}

/// The lessons that the program carries.
enum CourseLibrary {
  static let lessons = LessonLibrary(ids: LessonCatalog.all.map(\.id)) {
    id throws(LessonRefusal) in
    guard let file = LessonCatalog.named(id) else {
      throw LessonRefusal("there is no lesson \(id)")
    }
    return try lesson(id, file.text)
  }

  static func lesson(
    _ id: String, _ text: String
  ) throws(LessonRefusal) -> Lesson {
    do {
      return try Lesson(id: id, text: text) { other in
        LessonCatalog.named(other).flatMap {
          try? LessonDocument(id: other, reading: $0.text)
        }
      }
    } catch {
      throw LessonRefusal("\(error)")
    }
  }
}
