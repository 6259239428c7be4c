import CLessons

/// The lessons of the course, in the order in which they are taught.
public enum LessonCatalog {
  /// The lessons by what they are about; the first part is the core, which
  /// the others branch off.
  public static let parts: [LessonPart] = {
    var parts: [LessonPart] = []
    for entry in 0..<entry_count() {
      let title = String(cString: entry_part(entry))
      if parts.isEmpty || !title.isEmpty {
        parts.append(LessonPart(title: title))
      }
      if title.isEmpty {
        parts[parts.count - 1].lessons.append(LessonFile(entry: entry))
      }
    }
    return parts
  }()

  /// Every lesson, in order; no text is decoded until it is asked for.
  public static let all: [LessonFile] = parts.flatMap(\.lessons)

  /// Returns the lesson with that name.
  ///
  /// - Parameter id: A file's name without `.md`.
  /// - Returns: The lesson, or nil where there is none of that name.
  public static func named(_ id: String) -> LessonFile? {
    all.first { $0.id == id }
  }
}

/// Lessons that are about the same thing.
public struct LessonPart: Hashable, Sendable {
  public let title: String
  public internal(set) var lessons: [LessonFile] = []
}
