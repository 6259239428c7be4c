import CLessons

/// One lesson file as it was when the program was built.
public struct LessonFile: Hashable, Sendable {
  /// The file's name without `.md`.
  public let id: String

  private let number: Int32

  init(number: Int32) {
    self.number = number
    id = String(cString: lesson_name(number))
  }

  /// The whole file, decoded anew each time.
  public var text: String { String(cString: lesson_text(number)) }
}
