import Foundation
import Lessons
import Testing

@Suite struct LessonCatalogTests {
  private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Lessons")

  private func files() throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let lessons = names.filter { $0.hasSuffix(".md") && $0 != "README.md" }
    return Set(lessons.map { String($0.dropLast(3)) })
  }

  @Test func everyFileIsInTheCatalog() throws {
    let known = Set(LessonCatalog.all.map(\.id))
    for name in try files().subtracting(known).sorted() {
      Issue.record(
        """
        Lessons/\(name).md is not in the course
        try: add these two lines to Lessons/catalog.c, where it belongs:
        LESSON("\(name)")
        #embed "\(name).md"
        """)
    }
  }

  @Test func catalogNamesEachLessonOnce() {
    let names = LessonCatalog.all.map(\.id)
    #expect(Set(names).count == names.count, "\(names)")
  }

  @Test(arguments: LessonCatalog.all)
  func embeddedTextIsTheFile(lesson: LessonFile) throws {
    let file = folder.appendingPathComponent(lesson.id + ".md")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(
      lesson.text == text,
      """
      what is embedded as "\(lesson.id)" is not Lessons/\(lesson.id).md
      try: let LESSON and #embed name the same lesson in Lessons/catalog.c
      """)
  }

  @Test func lessonsAreFoundByName() {
    for lesson in LessonCatalog.all {
      #expect(LessonCatalog.named(lesson.id) == lesson)
    }
    #expect(LessonCatalog.named("no such lesson") == nil)
  }
}
