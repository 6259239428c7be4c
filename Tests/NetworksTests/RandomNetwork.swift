import Algebra
import Matrices
import Networks
import TestSupport

/// A network of any depth, width and mixture, with numbers.
struct RandomNetwork {
  var description: NetworkDescription
  var givens: [Name: Matrix<Double>]

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let depth = Int.random(in: 1...4, using: &random)
    let layers = (0...depth).map { _ in Int.random(in: 1...4, using: &random) }
    let examples = Int.random(in: 1...4, using: &random)
    let cost = Cost.all.randomElement(using: &random) ?? Cost.all[0]
    description = NetworkDescription(
      layers: layers,
      activations: (1...depth).map { layer in
        Self.activation(
          layer == depth ? cost : nil, units: layers[layer], &random)
      },
      hasBias: (1...depth).map { _ in Bool.random(using: &random) },
      cost: cost,
      reduction: Reduction.allCases.randomElement(using: &random) ?? .sum,
      penalty: Bool.random(using: &random)
        ? Penalty(strength: 0.3, over: .twiceExamples) : nil,
      examples: examples == 1 && Bool.random(using: &random) ? .one : .many)
    givens = [:]
    for given in try description.worksheet().givens {
      givens[given.name] = try Self.value(
        of: given, layers, examples, &random)
    }
  }

  /// Any activation, but one whose values have a logarithm where the cost
  /// takes one.
  private static func activation(
    _ cost: Cost?, units: Int, _ random: inout SeededGenerator
  ) -> Activation {
    let takesLogarithm = cost?.name.hasSuffix("cross-entropy") ?? false
    let allowed = Activation.all.filter {
      // The softmax of one unit is 1 whatever goes in, and ln(1 - 1) infinite.
      !takesLogarithm || $0.name == "sigmoid"
        || ($0.name == "softmax" && units > 1)
    }
    return allowed.randomElement(using: &random) ?? Activation.all[0]
  }

  private static func value(
    of given: Given, _ layers: [Int], _ examples: Int,
    _ random: inout SeededGenerator
  ) throws -> Matrix<Double> {
    let layer = Int(given.name.index) ?? 0
    let (rows, columns): (Int, Int)
    switch given.name.stem {
    case "x": (rows, columns) = (layers[0], examples)
    case "y": (rows, columns) = (layers[layers.count - 1], examples)
    case "W": (rows, columns) = (layers[layer], layers[layer - 1])
    case "b": (rows, columns) = (layers[layer], 1)
    default: return Matrix(scalar: 0.3)
    }
    let range = given.name == "y" ? 0.05...0.95 : -1.5...1.5
    return try Matrix(
      rows: rows, columns: columns,
      storage: (0..<rows * columns).map { _ in
        Double.random(in: range, using: &random)
      })
  }
}
