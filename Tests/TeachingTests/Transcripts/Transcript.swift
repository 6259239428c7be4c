import Foundation
import Lessons
import Presentation

@testable import Teaching

/// A whole session as text: what was typed behind each prompt, and what came.
///
/// A recorded transcript is its own script, for this driver and for one that
/// types into the real program: see `TranscriptScript`.
enum Transcript {
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
  static let parts = LessonCatalog.parts.enumerated().map { number, part in
    LessonLibrary.Part(part.title, part.lessons.map(\.id), isCore: number == 0)
  }

  static let lessons = LessonLibrary(
    parts: CourseLibrary.parts,
    outline: { id in
      LessonCatalog.named(id).flatMap { LessonOutline(id: id, text: $0.text) }
    }
  ) { id throws(LessonRefusal) in
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
