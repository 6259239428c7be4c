import TestSupport
import Testing

@testable import Algebra

/// Derivations on worksheets that no layer was written for.
@Suite struct WrittenDerivationTests {
  private static let rules = Set(Rule.all)

  @Test(arguments: written.indices, [DerivationMethod.sums, .moves])
  func everyLineHolds(of place: Int, by method: DerivationMethod) throws {
    let entry = written[place]
    let worksheet = try Worksheet(given: entry.givens, entry.equations)
      .withBackwardPass()
    for equation in worksheet.equations where equation.role == .backward {
      let derivation = try #require(
        worksheet.derivation(of: equation.name, by: method))
      let verdicts = worksheet.verdicts(of: derivation)
      #expect(!derivation.lines.isEmpty)
      for (line, verdict) in zip(derivation.lines, verdicts) {
        #expect(
          verdict.holds,
          """
          \(entry.name): \(derivation.subject.text(.ascii)) = \
          \(line.expression.text(.ascii)) by \(line.reason?.text ?? ""): \
          \(verdict.sentence)
          """)
        #expect(line.reason.map { Self.rules.contains($0.rule) } ?? false)
      }
      #expect(verdicts.allSatisfy { $0.holds }, "\(entry.name)")
    }
  }

  /// Contributions of a weight that is used in two places are added.
  @Test func sharedWeightsGatherTheirRoads() throws {
    let place = try #require(
      written.firstIndex { $0.name.hasPrefix("two steps") })
    let worksheet = try Worksheet(
      given: written[place].givens, written[place].equations
    ).withBackwardPass()
    for method in [DerivationMethod.sums, .moves] {
      let derivation = try #require(worksheet.derivation(of: "dU", by: method))
      #expect(derivation.lines.contains { $0.reason?.rule == .roads })
      #expect(
        derivation.conclusion?.expression.text(.ascii)
          == "delta1 @ x1' + delta2 @ x2'")
    }
  }

  /// Where no sums and no moves are known the worksheet's own lines stand.
  @Test func whatHasNoStepsKeepsItsOwnLines() throws {
    let worksheet = try Worksheet(
      given: ["A: n×m parameter"], ["K = max(A)", "C = K^2"]
    ).withBackwardPass()
    for method in [DerivationMethod.sums, .moves] {
      let derivation = try #require(worksheet.derivation(of: "dA", by: method))
      #expect(!derivation.lines.isEmpty)
    }
    #expect(worksheet.derivation(of: "dB", by: .sums) == nil)
    #expect(worksheet.derivation(of: "C", by: .moves) == nil)
  }
}
