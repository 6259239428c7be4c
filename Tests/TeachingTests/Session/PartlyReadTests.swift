import Lessons
import Testing

@testable import Teaching

/// Before the first line no more of a lesson is read than the learner saw.
struct PartlyReadTests {
  /// A library that also reads the first screens of a lesson alone.
  private func library(of lesson: Lesson) -> LessonLibrary {
    LessonLibrary(
      parts: [LessonLibrary.Part("", [lesson.id], isCore: true)],
      opening: { id, screen in
        LessonCatalog.named(id).flatMap { file in
          try? Lesson(openingOf: id, through: screen, text: file.text) { id in
            LessonCatalog.named(id).flatMap {
              try? LessonDocument(id: id, reading: $0.text)
            }
          }
        }
      }
    ) { _ in lesson }
  }

  private func record(at screen: String, of lesson: Lesson) -> ProgressRecord {
    var record = ProgressRecord()
    record.lesson = lesson.id
    record.bookmarks[lesson.id] = ProgressRecord.Bookmark(
      screen: screen, shown: 1, opened: [], fingerprint: lesson.fingerprint)
    return record
  }

  @Test(arguments: LessonCatalog.all.map(\.id))
  func everyScreenIsReturnedToAsInTheWholeLesson(_ id: String) throws {
    let lesson = try CourseLibrary.lessons.lesson(id)
    let library = library(of: lesson)
    for (place, screen) in lesson.screens.enumerated() {
      let record = record(at: screen.id, of: lesson)
      let part = Session(library: library, progress: record)
      let whole = Session(library: LessonLibrary([lesson]), progress: record)
      #expect(part.lesson?.screens.count == place + 1)
      #expect(part.lesson?.screenCount == lesson.screens.count)
      #expect(part.opening == whole.opening)
      #expect(part.prompt == whole.prompt)
      #expect(part.progress == whole.progress)
      #expect(part.live?.now.values == whole.live?.now.values)
    }
  }

  @Test(arguments: ["", "back", "goto best", "list", "dC", "reveal dw1"])
  func theFirstLineKnowsTheWholeLesson(_ line: String) throws {
    let lesson = try CourseLibrary.lessons.lesson("one-weight")
    for screen in ["one-weight", "chain", "best"] {
      let record = record(at: screen, of: lesson)
      var part = Session(library: library(of: lesson), progress: record)
      var whole = Session(library: LessonLibrary([lesson]), progress: record)
      let words = part.completions(of: "goto ", cursor: 5).candidates
      #expect(words == lesson.screens.map(\.id))
      #expect(part.type(line).text == whole.type(line).text)
      #expect(part.progress == whole.progress)
      #expect(part.lesson?.unreadScreens == 0)
    }
  }

  @Test func aScreenThatIsGoneIsTheBeginning() throws {
    let lesson = try CourseLibrary.lessons.lesson("one-weight")
    let session = Session(
      library: library(of: lesson), progress: record(at: "gone", of: lesson))
    #expect(session.lesson?.screens.count == 1)
    #expect(session.place == Place())
  }
}
