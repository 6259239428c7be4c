import Testing

@testable import Teaching

@Suite struct CourseLintTests {
  @Test(arguments: Course.files.map(\.id))
  func everyLessonIsClean(_ id: String) throws {
    let file = try #require(Course.files.first { $0.id == id })
    let report = lint(files: [file], library: Course.files)
    #expect(report.findings.map(\.text) == [])
    #expect(report.tally.equalities == report.tally.held)
    #expect(report.tally.equalities >= 10)
    #expect(report.tally.answers >= 17)
  }
}
