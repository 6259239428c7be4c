import Algebra
import Testing

@testable import Teaching

@Suite struct DeriveFenceTests {
  static let text = """
    # Slopes

    Needs nothing. Gives slopes. About 1 minute.

    ```worksheet
    w1 = 2   parameter
    x  = 3   input
    y  = 7   input
    z1 = w1*x
    C  = ½(z1 - y)^2   cost
    ```

    ## Derived {#derived}

    ```derive
    sigmoid(z) wrt z
    C wrt w1
    dw1
    moves dw1
    ```
    """

  @Test func eachLineIsAPiece() throws {
    let lesson = try SmallLessons.lesson("slopes", Self.text)
    let lines = lesson.screens[1].pieces.compactMap { piece in
      if case .derivation(let line) = piece.content { line } else { nil }
    }
    #expect(lines.count == lesson.screens[1].pieces.count)
    #expect(lines.count { $0.place == 0 } >= 4)
    #expect(lines[0].subject.text() == "D(σ(z), z)")
    #expect(lines[7].expression.text() == "σ(z)·(1 - σ(z))")
    #expect(lines.contains { !$0.inner.isEmpty })
  }

  @Test func lintChecksEveryLine() {
    let report = lint(files: [("slopes", Self.text)], library: Course.files)
    #expect(report.findings.isEmpty, "\(report.findings.map(\.text))")
    #expect(report.tally.equalities > 20)
  }

  @Test func stepOpensTheSmallerSteps() throws {
    let lesson = try SmallLessons.lesson("slopes", Self.text)
    var session = Session(library: LessonLibrary([lesson]), opening: "slopes")
    session.type("goto derived", "next 2")
    session.type("step")
    #expect(session.type("step").text.plain.contains("3.1"))
  }
}
