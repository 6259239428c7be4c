import Algebra
import Formats
import Foundation
import Matrices
import Networks
import Testing

/// A network file and what every quantity of it is, δ being the slope of C.
struct ComputedOracle: CustomTestStringConvertible, Sendable {
  let name: String
  let network: NetworkFile
  let quantities: [String: [[Double?]]]
  let step: Step?

  struct Step: Decodable, Sendable {
    let rate: Double
    let cost: Double

    enum CodingKeys: String, CodingKey {
      case rate
      case cost = "C"
    }
  }

  var testDescription: String { name }

  private struct Written: Decodable {
    let name: String
    let network: JSONValue
    let quantities: [String: TrueRows]
    let step: Step?
  }

  static func all(in file: String) throws -> [ComputedOracle] {
    let written: [Written] = try OracleFile.decoded(file)
    return try written.map { try ComputedOracle($0) }
  }

  private init(_ written: Written) throws {
    name = written.name
    network = try NetworkFile(json: JSONEncoder().encode(written.network)) {
      _ in Data()
    }
    quantities = written.quantities.mapValues(\.rows)
    step = written.step
  }

  /// What δ and da are times in a convention, against the slope of C.
  func factor(_ delta: Worksheet.DeltaConvention) -> Double {
    guard delta == .perExample, network.description.reduction != .sum,
      let examples = network.givens["x"]?.columns
    else { return 1 }
    return Double(examples)
  }

  func valuation(
    _ delta: Worksheet.DeltaConvention,
    examples: NetworkDescription.Examples? = nil
  ) throws -> Valuation {
    var description = network.description
    description.delta = delta
    if let examples { description.examples = examples }
    return try Valuation(description.worksheet(), givens: network.givens)
  }

  /// What differs from the truth, one line for each quantity.
  func disagreements(
    _ delta: Worksheet.DeltaConvention,
    examples: NetworkDescription.Examples? = nil,
    leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) throws -> [String] {
    let valuation = try valuation(delta, examples: examples)
    return quantities.sorted { $0.key < $1.key }.compactMap { name, rows in
      // With one example there is no row of costs.
      let isRowOfOne = name == "c" && valuation.values["c"] == nil
      guard !isRowOfOne || rows[0].count > 1, !isLeftOut(name) else {
        return nil
      }
      let scales = name.hasPrefix("delta") || name.hasPrefix("da")
      let scale = scales ? factor(delta) : 1
      let truth = rows.map { $0.map { $0.map { $0 * scale } } }
      return Disagreement.description(
        name, valuation.values[Name(name)], true: truth)
    }
  }

  /// The cost after one step of gradient descent in all parameters at once.
  func costAfterStep(_ delta: Worksheet.DeltaConvention) throws -> Double? {
    var valuation = try valuation(delta)
    let before = valuation.values
    for given in valuation.worksheet.givens where given.role == .parameter {
      guard let step, let value = before[given.name],
        let slope = before[Worksheet.adjoint(of: given.name)]
      else { return nil }
      try valuation.set(
        given.name,
        to: value.zipped(with: slope, operation: "-") { $0 - step.rate * $1 })
    }
    return valuation.values["C"]?.storage.first
  }
}
