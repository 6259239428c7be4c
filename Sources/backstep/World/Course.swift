import Lessons
import Presentation
import Synchronization
import Teaching

/// The lessons of the course, and at most one file beside them.
///
/// A lesson is decoded and understood when it is opened, and then kept.
struct Course: Sendable {
  private let parts: [LessonLibrary.Part]
  private let text: @Sendable (String) -> String?
  private let opened = Lock()

  private final class Lock: Sendable {
    let lessons = Mutex<[String: Lesson]>([:])
  }

  /// The lessons that the program was built with.
  static let own = Course(
    LessonCatalog.parts.enumerated().map { number, part in
      LessonLibrary.Part(
        part.title, part.lessons.map(\.id), isCore: number == 0)
    }
  ) { id in
    LessonCatalog.named(id)?.text
  }

  private init(
    _ parts: [LessonLibrary.Part],
    text: @escaping @Sendable (String) -> String?
  ) {
    self.parts = parts
    self.text = text
  }

  /// The course with a lesson of a file, which comes first.
  func with(_ file: LessonPaper) -> Course {
    let own = text
    let others = parts.map { part in
      LessonLibrary.Part(
        part.title, part.ids.filter { $0 != file.id }, isCore: part.isCore)
    }
    let beside = LessonLibrary.Part("A file of yours", [file.id])
    return Course([beside] + others) { id in
      id == file.id ? file.text : own(id) ?? file.neighbour(id)
    }
  }

  /// These lessons alone, in this order, as one part that all go through.
  func only(_ ids: [String], titled title: String) -> Course {
    Course([LessonLibrary.Part(title, ids, isCore: true)], text: text)
  }

  /// The lessons as a session asks for them.
  var library: LessonLibrary {
    let read = text
    return LessonLibrary(
      parts: parts,
      outline: { id in
        read(id).flatMap { LessonOutline(id: id, text: $0) }
      },
      opening: { id, screen in
        read(id).flatMap { text in
          try? Lesson(openingOf: id, through: screen, text: text) { other in
            read(other).flatMap { try? LessonDocument(id: other, reading: $0) }
          }
        }
      }
    ) { id throws(LessonRefusal) in
      do throws(LessonFaults) { return try lesson(id) } catch {
        throw LessonRefusal(error.messages(in: "\(id).md"))
      }
    }
  }

  /// Reads and understands a lesson.
  func lesson(_ id: String) throws(LessonFaults) -> Lesson {
    if let known = opened.lessons.withLock({ $0[id] }) { return known }
    let read = text
    let lesson = try Lesson(id: id, text: text(id) ?? "") { other in
      read(other).flatMap { try? LessonDocument(id: other, reading: $0) }
    }
    opened.lessons.withLock { $0[id] = lesson }
    return lesson
  }
}

extension LessonFaults {
  /// What is wrong, one line for each fault.
  func messages(in file: String) -> String {
    all.map { fault in
      "\(file):\(fault.line):\(fault.column): \(fault.message)"
    }.joined(separator: "\n")
  }

  /// What is wrong, with its places and remedies.
  func diagnostics(in file: String) -> [Diagnostic] {
    all.map { fault in
      Diagnostic(
        fault.message, remedy: fault.remedy,
        location: Diagnostic.Location(
          file: file, line: fault.line, column: fault.column))
    }
  }
}
