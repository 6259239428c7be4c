import Lessons

@testable import Teaching

/// The lessons of the course, compiled once.
enum Course {
  static let files: [(id: String, text: String)] = LessonCatalog.all.map {
    (id: $0.id, text: $0.text)
  }

  static func document(_ id: String) -> LessonDocument? {
    guard let file = files.first(where: { $0.id == id }) else { return nil }
    return try? LessonDocument(id: file.id, reading: file.text)
  }
}

/// What is wrong with a lesson, a line each.
func compileFaults(of text: String, id: String = "a-lesson") -> [String] {
  do {
    _ = try Lesson(id: id, text: text, library: Course.document)
    return []
  } catch {
    return error.all.map {
      "\($0.line):\($0.column): \($0.message); \($0.remedy)"
    }
  }
}
