import Presentation
import Testing

@testable import Teaching

@Suite struct RefutedTests {
  private static let text = """
    # What a page says

    Needs nothing. Gives two slips.

    \(Asking.network)

    ```refuted
    δ1 = W2 @ δ2 .* g1'(a1)
    source: a page that many have read
    slip: the transpose is missing, and `σ` was given `z1`
    right: δ1 = (W2' @ δ2) .* g1'(z1)
    ```

    ```refuted
    dW2 = δ2 @ a1' + δ2 @ a1'
    source: another page
    slip: both sums are taken
    ```

    """

  private func screen(_ page: Page) throws -> String {
    let lesson = try SmallLessons.lesson("a-lesson", Self.text)
    var session = Session(
      library: LessonLibrary([lesson]), page: page, opening: "a-lesson")
    session.type("next 20")
    return session.type("again").text.plain
  }

  @Test func wrongLinesAreRefutedAndRightOnesHold() {
    let report = lint(files: [("a-lesson", Self.text)])
    #expect(report.findings.map(\.text) == [])
    #expect(report.tally.linesRefuted == 2)
  }

  /// Not by colour alone: the text has no styles here.
  @Test func aWrongLineIsMarkedByAWord() throws {
    let lines = try screen(Page()).split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("wrong: δ₁ = W₂") })
    #expect(lines.contains { $0.contains("right: δ₁ = ") })
    #expect(lines.contains { $0.contains("found in another page") })
  }

  @Test func whyItFailsStandsBelowIt() throws {
    let text = try screen(Page())
    #expect(text.contains("has no value"))
    #expect(text.contains("left") && text.contains("right"))
    #expect(text.contains("1 equality checked, exact"))
  }

  @Test func everyPartIsAPiece() throws {
    let lesson = try SmallLessons.lesson("a-lesson", Self.text)
    #expect(lesson.screens[0].pieces.count == 1 + 4 + 3)
  }

  @Test(arguments: [
    Page(charset: .ascii), Page(isPlain: true), Page(width: 40),
  ])
  func itFitsOtherPages(_ page: Page) throws {
    let text = try screen(page)
    #expect(text.contains("wrong: "))
    if page.charset == .ascii { #expect(text.utf8.allSatisfy { $0 < 128 }) }
    if !page.isPlain {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= page.width })
    }
  }
}
