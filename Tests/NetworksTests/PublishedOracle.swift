import Algebra
import Formats
import Foundation
import Matrices
import Networks
import Testing

/// A network from the notebooks, a course or a well-known page, as the
/// reference file writes it.
struct PublishedOracle: Decodable, CustomTestStringConvertible, Sendable {
  let id: String
  let layers: [Int]
  let activations: [String]
  let loss: Loss
  let l2: Penalty?
  let reluPrimeAtZero: Double
  let weights: [Rows]
  let biases: [Rows?]
  let input: Rows
  let target: Rows
  let expected: Expected
  let step: Step

  typealias Rows = [[Double]]
  var testDescription: String { id }

  struct Loss: Decodable, Sendable {
    let name: String
    let reduction: String
  }

  struct Penalty: Decodable, Sendable { let lambda: Double }

  struct Expected: Decodable, Sendable {
    let z, a, dZ, deltaPerExample, dW: [Rows]
    let db: [Rows?]
    let dA: [[[Double?]]]
    let loss: Double
    let lossPerExample: [Double]

    enum CodingKeys: String, CodingKey {
      case z, a, dZ, dW, db, dA, loss
      case deltaPerExample = "delta_per_example"
      case lossPerExample = "loss_per_example"
    }
  }

  struct Step: Decodable, Sendable {
    let rate: Double
    let weights: [Rows]
    let biases: [Rows?]
    let lossAfter: Double

    enum CodingKeys: String, CodingKey {
      case rate = "lr"
      case weights = "W"
      case biases = "b"
      case lossAfter = "loss_after"
    }
  }

  enum CodingKeys: String, CodingKey {
    case id, layers, activations, loss, l2, expected
    case reluPrimeAtZero = "relu_prime_at_zero"
    case weights = "W"
    case biases = "b"
    case input = "X"
    case target = "Y"
    case step = "gradient_step"
  }
}

extension PublishedOracle {
  private static let costs = [
    "half_sse": "half-squared-error", "bce": "binary-cross-entropy",
    "ce": "cross-entropy",
  ]

  /// The network as a file of ours, written and read again.
  func network(_ delta: Worksheet.DeltaConvention) throws -> NetworkFile {
    var givens: [Name: Matrix<Double>] = [
      "x": try Matrix(input), "y": try Matrix(target),
    ]
    for (layer, rows) in weights.enumerated() {
      givens[Name("W\(layer + 1)")] = try Matrix(rows)
      givens[Name("b\(layer + 1)")] = try biases[layer].map { try Matrix($0) }
    }
    let cost = try #require(Self.costs[loss.name].flatMap(Cost.named))
    let description = NetworkDescription(
      layers: layers,
      activations: try activations.map {
        try #require(Activation.named($0 == "linear" ? "identity" : $0))
      },
      hasBias: biases.map { $0 != nil }, cost: cost,
      reduction: try #require(Reduction(rawValue: loss.reduction)),
      penalty: l2.map {
        Networks.Penalty(strength: $0.lambda, over: .twiceExamples)
      },
      delta: delta, examples: input[0].count == 1 ? .one : .many,
      slopeAtKink: reluPrimeAtZero)
    let written = NetworkFile(description: description, givens: givens)
    return try NetworkFile(json: Data(written.json.utf8)) { _ in Data() }
  }

  /// What every quantity should be, δ and da in a convention.
  func quantities(
    _ delta: Worksheet.DeltaConvention
  ) -> [String: [[Double?]]] {
    let isMean = delta == .mean || loss.reduction == "sum"
    let factor = isMean ? 1 : Double(input[0].count)
    var quantities: [String: [[Double?]]] = ["C": [[expected.loss]]]
    for layer in weights.indices {
      let number = layer + 1
      quantities["z\(number)"] = expected.z[layer]
      quantities["a\(number)"] = expected.a[number]
      quantities["dW\(number)"] = expected.dW[layer]
      quantities["db\(number)"] = expected.db[layer]
      quantities["da\(number)"] = expected.dA[number].map {
        $0.map { $0.map { $0 * factor } }
      }
      quantities["delta\(number)"] =
        delta == .mean
        ? expected.dZ[layer] : expected.deltaPerExample[layer]
    }
    return quantities
  }
}
