import Algebra
import Networks
import Testing

@Suite struct ComputedOracleTests {
  static let networks = (try? ComputedOracle.all(in: "networks")) ?? []
  static let saturated = (try? ComputedOracle.all(in: "saturated")) ?? []

  @Test func filesHoldNetworks() throws {
    #expect(try ComputedOracle.all(in: "networks").count >= 76)
    #expect(try ComputedOracle.all(in: "saturated").count >= 54)
  }

  @Test(arguments: networks, Worksheet.DeltaConvention.allCases)
  func everyQuantityAgrees(
    _ oracle: ComputedOracle, _ delta: Worksheet.DeltaConvention
  ) throws {
    try check(oracle, delta)
  }

  private func check(
    _ oracle: ComputedOracle, _ delta: Worksheet.DeltaConvention,
    leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) throws {
    let wrong = try oracle.disagreements(delta, leavingOut: isLeftOut)
    #expect(wrong == [], "\(wrong.joined(separator: " | "))")
  }

  /// What is computed of them, where no target is needed.
  @Test(
    arguments: networks.filter { !$0.network.description.cost.needsTarget },
    Worksheet.DeltaConvention.allCases)
  func sumsOfOutputsAgreeBehindTheOutput(
    _ oracle: ComputedOracle, _ delta: Worksheet.DeltaConvention
  ) throws {
    let depth = oracle.network.description.depth
    try check(oracle, delta) { ["da\(depth)", "delta\(depth)"].contains($0) }
  }

  @Test(arguments: networks, Worksheet.DeltaConvention.allCases)
  func oneStepLeadsToTheTrueCost(
    _ oracle: ComputedOracle, _ delta: Worksheet.DeltaConvention
  ) throws {
    let step = try #require(oracle.step)
    let cost = try #require(try oracle.costAfterStep(delta))
    #expect((cost - step.cost).magnitude <= 1e-12 * step.cost.magnitude)
  }

  @Test(
    arguments: networks.filter {
      $0.network.givens["x"]?.columns == 1
        && $0.network.description.cost.needsTarget
    })
  func oneExampleIsABatchOfOne(_ oracle: ComputedOracle) throws {
    for examples in NetworkDescription.Examples.allCases {
      let wrong = try oracle.disagreements(.mean, examples: examples)
      #expect(wrong == [], "\(wrong.joined(separator: " | "))")
    }
  }

  @Test(arguments: saturated, Worksheet.DeltaConvention.allCases)
  func saturatedNetworksAgree(
    _ oracle: ComputedOracle, _ delta: Worksheet.DeltaConvention
  ) throws {
    try check(oracle, delta)
  }
}
