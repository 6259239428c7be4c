import Algebra
import Testing

@testable import Teaching

@Suite struct MutationTests {
  private static let options = LintOptions(mutates: true)

  /// The mutants of the last equality of a lesson that holds one derivation.
  private func mutants(_ lines: String) throws -> Set<String> {
    let text = """
      # Title

      Needs nothing. Gives a line.

      \(Asking.network)

      ```derivation
      \(lines)
      ```

      """
    let compiled = try CompiledLesson(
      id: "a-lesson", text: text, library: { _ in nil })
    let equalities = compiled.claims.compactMap { claim in
      if case .equality(let equality) = claim { equality } else { nil }
    }
    let last = try #require(equalities.last)
    return Set(last.mutants.map { $0.right.text(.ascii) })
  }

  @Test func everySlipAtAPlaceIsMade() throws {
    let found = try mutants("δ1 = (W2' @ δ2) .* g1'(z1)")
    for slip in [
      "(W2 @ delta2) .* g1'(z1)", "(delta2 @ W2') .* g1'(z1)",
      "(W2' @ delta2') .* g1'(z1)", "(W2' .* delta2) .* g1'(z1)",
      "(W2' @ delta2) .* g1'(a1)", "(W2' @ delta2) .* g1(z1)",
      "(W2' @ delta2) .* g2'(z1)", "(W2' @ delta2) .* g1'(z2)",
      "(W1' @ delta2) .* g1'(z1)", "(W2' @ delta1) .* g1'(z1)",
      "(dW2' @ delta2) .* g1'(z1)", "g1'(z1)", "(W2' @ delta2)",
      "(W2' @ delta2) + g1'(z1)",
    ] { #expect(found.contains(slip), "\(slip) is missing in \(found)") }
  }

  @Test func constantsSignsAndExponentsAreSpoiled() throws {
    let found = try mutants("given t\nD(3t^2 - t, t) = 6t - 1")
    for slip in ["7t - 1", "12t - 1", "6t - 2", "6t + 1", "1 - 6t", "6t"] {
      #expect(found.contains(slip), "\(slip) is missing in \(found)")
    }
    #expect(found.contains("-(6t - 1)"))
    #expect(!found.contains("6t - 1"))
  }

  @Test func spoiledLinesOfTheCourseAreRefuted() {
    let report = LintReport.joined(
      Course.files.map {
        lint(files: [$0], library: Course.files, options: Self.options)
      })
    let tally = report.tally
    #expect(tally.mutants >= 2000)
    let wrong = tally.mutants - tally.mutantsTrue
    #expect(Double(tally.mutantsRefuted) >= 0.995 * Double(wrong))
    #expect(report.survivors.count == tally.survivors)
  }

  @Test func survivorsAreNamedWithTheirPlaces() throws {
    // A branch that no number reaches: nobody can tell the two apart.
    let text = """
      # Title

      Needs nothing. Gives a doubt.

      ```derivation
      given z
      exp(exp(exp(exp(9 + z^2)))) = exp(exp(exp(exp(9 + z*z))))
      ```

      """
    let report = lint(files: [("a-lesson", text)], options: Self.options)
    for survivor in report.survivors {
      #expect(survivor.text.hasPrefix("a-lesson.md:7:"))
      #expect(survivor.text.contains(": survivor: exp(exp("))
      #expect(survivor.text.hasSuffix(")"))
    }
    #expect(report.survivors.count == report.tally.survivors)
  }

  @Test func trueIdentitiesAreToldApart() throws {
    let text = """
      # Title

      Needs nothing. Gives a square.

      ```derivation
      given s
      given t
      (s - t)^2 = (t - s)^2
      ```

      """
    let report = lint(files: [("a-lesson", text)], options: Self.options)
    #expect(report.tally.mutantsTrue == 1)
    #expect(report.survivors.isEmpty)
    #expect(report.tally.sentence.contains("1 is a true identity"))
  }

  @Test func talliesOfLessonsAddUp() throws {
    let reports = Course.files.map { lint(files: [$0], library: Course.files) }
    let together = lint(files: Course.files)
    #expect(LintReport.joined(reports).tally == together.tally)
    #expect(LintReport.joined(reports).findings == together.findings)
  }
}
