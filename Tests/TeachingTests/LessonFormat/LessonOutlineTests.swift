import Lessons
import Testing

@testable import Teaching

struct LessonOutlineTests {
  /// The cheap reading says what the understood lesson says.
  @Test(arguments: LessonCatalog.all.map(\.id))
  func anOutlineIsThatOfTheLesson(_ id: String) throws {
    let file = try #require(LessonCatalog.named(id))
    let outline = try #require(LessonOutline(id: id, text: file.text))
    #expect(outline == LessonOutline(try CourseLibrary.lesson(id, file.text)))
  }

  @Test(arguments: ["", "# Title", "no title\n\nNeeds nothing.", "\n\n\n"])
  func whatIsNoLessonHasNoOutline(_ text: String) {
    #expect(LessonOutline(id: "none", text: text) == nil)
  }

  /// Lists and completion understand no lesson but the open one.
  @Test(arguments: ["lessons", "progress", "list", "help"])
  func listsUnderstandNoOtherLesson(_ line: String) throws {
    let first = try #require(LessonCatalog.all.first).id
    let library = LessonLibrary(
      parts: CourseLibrary.parts,
      outline: { id in
        LessonCatalog.named(id).flatMap {
          LessonOutline(id: id, text: $0.text)
        }
      }
    ) { id throws(LessonRefusal) in
      guard id == first, let file = LessonCatalog.named(id) else {
        throw LessonRefusal("\(id) was understood")
      }
      return try CourseLibrary.lesson(id, file.text)
    }
    var session = Session(library: library)
    let text = session.opening.plain + session.type(line).text.plain
    #expect(!text.contains("understood") && !text.contains("cannot"))
    #expect(session.completions(of: "open ", cursor: 5).candidates.count > 3)
  }
}
