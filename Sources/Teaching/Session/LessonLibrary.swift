import Presentation

/// The lessons that a session can open, as the world hands them in.
public struct LessonLibrary: Sendable {
  /// Their ids, in the order in which they are taught.
  public let ids: [String]

  private let reader: @Sendable (String) throws(LessonRefusal) -> Lesson

  /// - Parameters:
  ///   - ids: The lessons in their order.
  ///   - reader: Reads and understands one lesson.
  public init(
    ids: [String],
    reader: @escaping @Sendable (String) throws(LessonRefusal) -> Lesson
  ) {
    self.ids = ids
    self.reader = reader
  }

  /// A library of lessons that were understood already.
  public init(_ lessons: [Lesson]) {
    self.init(ids: lessons.map(\.id)) { id throws(LessonRefusal) in
      guard let lesson = lessons.first(where: { $0.id == id }) else {
        throw LessonRefusal("there is no lesson \(id)")
      }
      return lesson
    }
  }

  public func lesson(_ id: String) throws(LessonRefusal) -> Lesson {
    try reader(id)
  }

  /// The lesson that is taught after another, if there is one.
  public func id(after id: String) -> String? {
    guard let place = ids.firstIndex(of: id), place + 1 < ids.count else {
      return nil
    }
    return ids[place + 1]
  }
}

/// Why a lesson cannot be opened.
public struct LessonRefusal: Error, Hashable, Sendable {
  /// In the words of the lesson reader, or in one line.
  public let message: String

  public init(_ message: String) { self.message = message }
}
