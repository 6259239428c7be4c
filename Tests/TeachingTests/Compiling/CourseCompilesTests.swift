import Testing

@testable import Teaching

@Suite struct CourseCompilesTests {
  @Test(arguments: Course.files.map(\.id))
  func everyLessonCompiles(_ id: String) throws {
    let file = try #require(Course.files.first { $0.id == id })
    #expect(compileFaults(of: file.text, id: id) == [])
  }
}
