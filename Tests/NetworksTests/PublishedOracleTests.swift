import Algebra
import Formats
import Matrices
import Networks
import Testing

@Suite struct PublishedOracleTests {
  static let oracles: [PublishedOracle] =
    (try? OracleFile.decoded("published")) ?? []

  @Test func fileHoldsNetworks() throws {
    let oracles: [PublishedOracle] = try OracleFile.decoded("published")
    #expect(oracles.count == 7)
  }

  @Test(arguments: oracles, Worksheet.DeltaConvention.allCases)
  func everyQuantityAgrees(
    _ oracle: PublishedOracle, _ delta: Worksheet.DeltaConvention
  ) throws {
    let file = try oracle.network(delta)
    let valuation = try Valuation(
      file.description.worksheet(), givens: file.givens)
    let wrong = oracle.quantities(delta).compactMap { name, rows in
      Disagreement.description(name, valuation.values[Name(name)], true: rows)
    }
    #expect(wrong == [], "\(wrong.joined(separator: " | "))")
    if let costs = valuation.values["c"] {
      let wrong = Disagreement.description(
        "c", costs, true: [oracle.expected.lossPerExample])
      #expect(wrong == nil)
    }
  }

  @Test(arguments: oracles, Worksheet.DeltaConvention.allCases)
  func oneStepLeadsToTheTrueNetwork(
    _ oracle: PublishedOracle, _ delta: Worksheet.DeltaConvention
  ) throws {
    let file = try oracle.network(delta)
    var valuation = try Valuation(
      file.description.worksheet(), givens: file.givens)
    let before = valuation.values
    for (layer, rows) in oracle.step.weights.enumerated() {
      let truths = ["W": rows, "b": oracle.step.biases[layer]]
      for (stem, truth) in truths {
        guard let truth else { continue }
        let name = Name("\(stem)\(layer + 1)")
        let value = try #require(before[name])
        let slope = try #require(before[Worksheet.adjoint(of: name)])
        let after = try value.zipped(with: slope, operation: "-") {
          $0 - oracle.step.rate * $1
        }
        let wrong = Disagreement.description(name.ascii, after, true: truth)
        #expect(wrong == nil)
        try valuation.set(name, to: after)
      }
    }
    let wrong = Disagreement.description(
      "C", valuation.values["C"], true: [[oracle.step.lossAfter]])
    #expect(wrong == nil)
  }
}
