import Algebra
import Matrices
import Testing

@testable import Teaching

@Suite struct LintOptionsTests {
  private static let text = """
    # Title

    Needs nothing. Gives nothing.

    \(Asking.oneWeight)

    ## First {#first}

    ```ask
    Do it.
    until: C < 1
    answer: walk downhill
    ```

    ## Second {#second}

    Some text.
    """

  private func findings(_ options: LintOptions) -> [String] {
    lint(files: [("a-lesson", Self.text + "\n")], options: options)
      .findings.map { "\($0.line):\($0.column) \($0.rule)" }
  }

  @Test func commandsAreRunByWhoeverCan() {
    #expect(findings(LintOptions()) == ["18:9 answers"])
    let options = LintOptions(run: { command, valuation in
      guard command == "walk downhill" else { return nil }
      var after = valuation
      _ = try? after.set("w1", to: Matrix(scalar: 2))
      return after
    })
    #expect(findings(options) == [])
  }

  @Test func screensThatAreTooTallAreFound() {
    let options = LintOptions(
      lines: { screen, size in
        (screen.id == "second" ? 1 : 0) + (size == .desk ? 20 : 17)
      },
      run: { _, valuation in
        var after = valuation
        _ = try? after.set("w1", to: Matrix(scalar: 2))
        return after
      })
    #expect(findings(options) == ["21:4 height"])
  }

  @Test func filesKeepTheirOrderAndLinesTheirs() {
    let wrong =
      "# T\n\nNeeds *nowhere*. Gives it.\n\nText.\n\n```show\n1 = 2\n```\n"
    let report = lint(files: [("b", wrong), ("a", wrong)])
    #expect(
      report.findings.map { "\($0.file):\($0.line)" }
        == ["b:3", "b:8", "a:3", "a:8"])
    #expect(report.tally.lessons == 2)
    #expect(report.tally.refuted == 2)
    #expect(
      report.tally.sentence
        == "2 lessons: 0 equalities hold, 2 do not; 0 answers replayed")
  }

  @Test func theModelLessonHolds() throws {
    let text = try LessonFiles.fixture("hidden-layer")
    let report = lint(files: [("a-model", text)], library: Course.files)
    #expect(report.findings.map(\.text) == [])
    #expect(report.tally.exact >= 10)
  }

  @Test func everyRuleHasAnIdOfItsOwnAndASentence() {
    #expect(Set(LintRule.all.map(\.id)).count == LintRule.all.count)
    for rule in LintRule.all {
      #expect(rule.sentence.hasSuffix("."))
      #expect(rule.sentence.first?.isUppercase == true)
    }
  }
}
