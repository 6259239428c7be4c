import CLessons

/// One lesson file as it was when the program was built.
public struct LessonFile: Hashable, Sendable {
  /// The file's name without `.md`.
  public let id: String

  private let entry: Int32

  init(entry: Int32) {
    self.entry = entry
    id = String(cString: entry_lesson(entry))
  }

  /// The whole file, decoded anew each time.
  public var text: String { String(cString: entry_text(entry)) }
}
