import CLessons

/// The lessons of the course, in the order in which they are taught.
public enum LessonCatalog {
  /// Every lesson, in order; no text is decoded until it is asked for.
  public static let all: [LessonFile] = (0..<lesson_count()).map { number in
    LessonFile(number: number)
  }

  /// Returns the lesson with that name.
  ///
  /// - Parameter id: A file's name without `.md`.
  /// - Returns: The lesson, or nil where there is none of that name.
  public static func named(_ id: String) -> LessonFile? {
    all.first { $0.id == id }
  }
}
