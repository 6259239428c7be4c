import Presentation

/// The lessons that a session can open, as the world hands them in.
public struct LessonLibrary: Sendable {
  /// Their ids, in the order in which they are taught.
  public let ids: [String]

  private let reader: @Sendable (String) throws(LessonRefusal) -> Lesson
  private let outliner: @Sendable (String) -> LessonOutline?
  private let opener: @Sendable (String, String?) -> Lesson?

  /// - Parameters:
  ///   - ids: The lessons in their order.
  ///   - outline: Reads what a list says of a lesson, at little cost; where
  ///     it is missing the lesson is understood for it.
  ///   - opening: Reads and understands one screen of one, or the first,
  ///     with what makes its numbers.
  ///   - reader: Reads and understands one lesson.
  public init(
    ids: [String],
    outline: (@Sendable (String) -> LessonOutline?)? = nil,
    opening: (@Sendable (String, String?) -> Lesson?)? = nil,
    reader: @escaping @Sendable (String) throws(LessonRefusal) -> Lesson
  ) {
    self.ids = ids
    self.reader = reader
    opener = opening ?? { _, _ in nil }
    outliner = outline ?? { id in (try? reader(id)).map { LessonOutline($0) } }
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

  /// A lesson of which no more was read than one screen, or the first, and
  /// what makes its numbers, where that is to be had.
  func opening(_ id: String, through screen: String?) -> Lesson? {
    opener(id, screen)
  }

  /// What a list says of a lesson, or nothing where it cannot be read.
  public func outline(_ id: String) -> LessonOutline? { outliner(id) }

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
