import Matrices
import Testing

@testable import Algebra

/// Derivations of formulas that nobody chose.
@Suite struct RandomDerivationTests {
  private static func formula(_ seed: Int) -> Expression {
    var random = RandomFormula(seed: UInt64(seed))
    return random.formula(depth: 3).plus("z")
  }

  /// The numbers at which lines are computed, with exact slopes.
  private static let points: [[Name: Double]] = [
    ["z": 0.37, "a": -0.81, "b": 1.3], ["z": -1.21, "a": 0.55, "b": 0.2],
  ]

  private static let worksheet = Worksheet(
    givens: (["z", "a", "b"] as [Name]).map {
      Given($0, .scalar, role: .parameter)
    })

  @Test(arguments: 1...300)
  func allLinesHaveTheSlopeForTheirValue(_ seed: Int) throws {
    let formula = Self.formula(seed)
    let found = try Self.worksheet.slopeDerivation(of: formula, in: "z")
    let derivation = found.cases[0].derivation
    for point in Self.points {
      let valuation = try Valuation(
        Self.worksheet, givens: point.mapValues { Matrix(scalar: $0) })
      let slope = try valuation.value(of: derivation.subject).storage[0]
      guard slope.isFinite, slope.magnitude < 1e6 else { continue }
      for line in derivation.lines.flatMap({ $0.inner + [$0] }) {
        let value = try valuation.value(of: line.expression).storage[0]
        #expect(
          (value - slope).magnitude <= 1e-9 * max(1, slope.magnitude),
          "\(formula.text()): \(line.expression.text())")
      }
    }
  }

  @Test(arguments: 301...330)
  func everyLineIsVerified(_ seed: Int) throws {
    let found = try Self.worksheet.slopeDerivation(
      of: Self.formula(seed), in: "z")
    let verdicts = found.verdicts(of: found.cases[0])
    for (line, verdict) in zip(found.cases[0].derivation.lines, verdicts) {
      #expect(
        verdict.holds, "\(line.expression.text()): \(verdict.sentence)")
    }
  }

  @Test(arguments: 1...300)
  func noLineChangesNothing(_ seed: Int) throws {
    let found = try Self.worksheet.slopeDerivation(
      of: Self.formula(seed), in: "z")
    let derivation = found.cases[0].derivation
    var last = derivation.subject
    for line in derivation.lines {
      #expect(line.expression.withoutGroups != last.withoutGroups)
      last = line.expression
    }
    #expect(last.slopes(in: "z").isEmpty)
  }
}
