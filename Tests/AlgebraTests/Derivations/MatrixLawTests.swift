import TestSupport
import Testing

@testable import Algebra

@Suite struct MatrixLawTests {
  private static let rules: [Rule] = Rule.all.filter { rule in
    !rule.laws.isEmpty && matrixRules.contains(rule.name)
  }

  private static let matrixRules: Set<String> = Set(
    (Rule.entries + Rule.matrices + Rule.differentials + Rule.functions)
      .map(\.name))

  @Test(arguments: rules.map(\.name))
  func everyLawHolds(of name: String) throws {
    let rule = try #require(Rule.all.first { $0.name == name })
    for law in rule.laws {
      let reading = try law.read()
      #expect(reading.verdict.holds, "\(law.text): \(reading.verdict.sentence)")
    }
  }

  @Test func everyMatrixRuleHasALaw() {
    for rule in Rule.entries + Rule.matrices + Rule.differentials
      + Rule.functions
    {
      #expect(!rule.laws.isEmpty, "\(rule.name)")
    }
  }
}
