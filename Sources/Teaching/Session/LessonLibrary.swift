import Presentation

/// The lessons that a session can open, as the world hands them in.
public struct LessonLibrary: Sendable {
  /// The lessons by what they are about.
  public let parts: [Part]
  /// Their ids, in the order in which they are taught.
  public let ids: [String]

  private let reader: @Sendable (String) throws(LessonRefusal) -> Lesson
  private let outliner: @Sendable (String) -> LessonOutline?
  private let opener: @Sendable (String, String?) -> Lesson?

  /// Lessons that are about the same thing.
  public struct Part: Hashable, Sendable {
    public let title: String
    public let ids: [String]
    /// Whether it is what all learners go through, and the others branch off.
    public let isCore: Bool

    public init(_ title: String, _ ids: [String], isCore: Bool = false) {
      self.title = title
      self.ids = ids
      self.isCore = isCore
    }
  }

  /// - Parameters:
  ///   - parts: The lessons in their order.
  ///   - outline: Reads what a list says of a lesson, at little cost; where
  ///     it is missing the lesson is understood for it.
  ///   - opening: Reads and understands one screen of one, or the first,
  ///     with what makes its numbers.
  ///   - reader: Reads and understands one lesson.
  public init(
    parts: [Part],
    outline: (@Sendable (String) -> LessonOutline?)? = nil,
    opening: (@Sendable (String, String?) -> Lesson?)? = nil,
    reader: @escaping @Sendable (String) throws(LessonRefusal) -> Lesson
  ) {
    self.parts = parts
    ids = parts.flatMap(\.ids)
    self.reader = reader
    opener = opening ?? { _, _ in nil }
    outliner = outline ?? { id in (try? reader(id)).map { LessonOutline($0) } }
  }

  /// A library of lessons that were understood already.
  public init(_ lessons: [Lesson]) {
    let core = Part("", lessons.map(\.id), isCore: true)
    self.init(parts: [core]) { id throws(LessonRefusal) in
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

  /// The ids of the lessons that all learners go through.
  var core: [String] { parts.filter(\.isCore).flatMap(\.ids) }
}

/// Why a lesson cannot be opened.
public struct LessonRefusal: Error, Hashable, Sendable {
  /// In the words of the lesson reader, or in one line.
  public let message: String

  public init(_ message: String) { self.message = message }
}
