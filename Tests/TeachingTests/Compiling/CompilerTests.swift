import Algebra
import Matrices
import Testing

@testable import Teaching

@Suite struct CompilerTests {
  private func lesson(_ body: String) throws -> Lesson {
    try Lesson(
      id: "a-lesson",
      text: "# Title\n\nNeeds nothing. Gives `σ`.\n\n\(body)\n",
      library: Course.document)
  }

  private func bench(_ fence: String) throws -> Bench {
    try #require(try lesson("```\(fence)\n```").screens[0].bench)
  }

  private static let values = """
    x  = [1 2; 3 4]
    y  = [1 0]
    W1 = [1 2]
    """

  @Test(arguments: [
    ("half squared error", 0.5, "sum"), ("squared error", 1.0, "sum"),
    ("mean squared error", 1.0, "mean"), ("squared error, mean", 1.0, "mean"),
    ("Mean-All half-squared-error", 0.5, "mean"),
  ])
  func costsAreReadInWords(
    _ words: String, _ factor: Double, _ reduction: String
  ) throws {
    let bench = try bench(
      "network\nlayers 2 → 1 identity, no bias\ncost \(words)\n\(Self.values)")
    let valuation = try #require(bench.valuation)
    // a1 is [7 10], so the errors are 6 and 10.
    let total = factor * (36 + 100) / (reduction == "mean" ? 2 : 1)
    #expect(valuation.values["C"]?[0, 0] == total)
  }

  @Test func examplesAreManyUnlessThereIsOneColumn() throws {
    let many = try bench(
      "network\nlayers 2 → 1 identity, no bias\ncost squared error\n"
        + Self.values)
    #expect(many.worksheet.sizes["m"] != nil)
    let one = try bench(
      """
      network
      layers 2 → 1 identity, no bias
      cost squared error
      x = [1; 2]
      y = [1]
      W1 = [1 2]
      """)
    #expect(one.worksheet.sizes["m"] == nil)
    let said = try bench(
      """
      network
      layers 2 → 1 identity, no bias
      cost squared error
      examples m
      x = [1; 2]
      y = [1]
      W1 = [1 2]
      """)
    #expect(said.worksheet.sizes["m"] != nil)
  }

  @Test func settingsReachTheWorksheet() throws {
    let bench = try bench(
      """
      network
      layers 2 → 1 relu
      cost mean half squared error
      delta per-example
      l2 0.1 over 2m
      relu' at zero 1
      x = [1 2; 3 4]
      y = [1 0]
      W1 = [1 2]
      b1 ~ zeros
      """)
    #expect(bench.worksheet.delta == .perExample)
    #expect(bench.worksheet.slopeAtKink == 1)
    #expect(bench.givens["λ"]?[0, 0] == 0.1)
    #expect(bench.givens["b1"]?[0, 0] == 0)
    let cost = try #require(bench.valuation?.values["C"]?[0, 0])
    // (6² + 10²)/4 for the errors, and 0.1/(2·2) times 1² + 2².
    #expect(abs(cost - 34.125) < 1e-12)
  }

  @Test func theDerivedEquationsOfEverySettingAreClaimedAndHold() throws {
    for delta in ["mean", "per-example"] {
      for cost in ["mean half squared error", "squared error"] {
        let text = """
          # Title

          Needs nothing. Gives nothing.

          ```network
          layers 2 → 2 tanh → 1 sigmoid
          cost \(cost)
          delta \(delta)
          x = [1 2; 3 4]
          y = [1 0]
          W1 = [0.1 0.2; 0.3 0.4]
          W2 = [0.5 0.6]
          b1 ~ zeros
          b2 ~ zeros
          ```

          """
        let report = lint(files: [("a-lesson", text)])
        #expect(report.findings.map(\.text) == [])
        #expect(report.tally.held >= 8)
      }
    }
  }

  @Test func aNetworkCanBeBorrowed() throws {
    let bench = try bench("network\nfrom hidden-layer")
    #expect(bench.origin == "hidden-layer")
    #expect(bench.givens["W1"]?.shape == Shape(rows: 3, columns: 2))
    #expect(
      compileFaults(
        of: "# T\n\nNeeds nothing. Gives it.\n\n```network\nfrom relux\n```\n"
      )
      .first?.contains("no lesson 'relux'") == true)
  }

  @Test func aSecondNetworkHoldsFromItsScreenOn() throws {
    let file = try #require(Course.files.first { $0.id == "last-layer" })
    let lesson = try Lesson(
      id: file.id, text: file.text, library: Course.document)
    let origins = lesson.screens.map { $0.bench?.origin }
    let place = try #require(lesson.screens.firstIndex { $0.id == "bend" })
    #expect(origins[..<place].allSatisfy { $0 == "last-layer" })
    #expect(origins[place...].allSatisfy { $0 == "last-layer#bend" })
    #expect(lesson.screens[place].bench?.givens["b2"] != nil)
  }

  @Test func linesOfADerivationKnowWhatIsBeforeThem() throws {
    let lesson = try lesson(
      """
      ```derivation
      given z > 0
      relu(z)*2 = z*2   by branch
                = 2*z   by rearrange
      note: the last
      ```
      """)
    let lines = lesson.screens[0].pieces.compactMap { piece in
      if case .derivation(let line) = piece.content { line } else { nil }
    }
    #expect(lines.map(\.place) == [0, 1])
    #expect(lines[1].before == [lines[0].expression])
    #expect(lines.map { $0.reason?.text } == ["branch", "rearrange"])
    #expect(lines[0].letters.map(\.domain) == [.positive])
    #expect(lines.map(\.notes.count) == [0, 1])
    #expect(lesson.screens[0].pieces.map(\.line) == [6, 8])
  }

  @Test func whatIsAskedForWithLineIsTheRightSideOfItsEquation() throws {
    let asking = try Asking("line: δ1", on: Asking.oneWeight)
    #expect(asking.question.line == .name("δ1"))
    guard case .answer(let answers) = asking.question.kind else { return }
    #expect(answers.map { $0.text(.ascii) } == ["z1 - y"])
  }

  @Test func theFingerprintFollowsTheText() throws {
    let one = try lesson("Some text.")
    #expect(try lesson("Some text.").fingerprint == one.fingerprint)
    #expect(try lesson("Some texts.").fingerprint != one.fingerprint)
    #expect(Fingerprint.text(of: "") == "cbf29ce484222325")
    #expect(Fingerprint.text(of: "a") == "af63dc4c8601ec8c")
  }

  @Test func faultsPointAtTheColumnInALaterLine() {
    let text = """
      # T

      Needs nothing. Gives it.

      ```network
      layers 2 → 2 identity, no bias
      cost squared error
      x = [1; 2]
      y = [1; 2]
      W1 = [1 2;
            3 q]
      ```

      """
    #expect(
      compileFaults(of: text).first?.hasPrefix("11:9: there is no q") == true)
  }
}
