import Algebra
import Networks

/// The networks on which every slip is tried: costs with and without a
/// logarithm, prices on weights, batches and one example, both kinds of δ.
enum KnownNetworks {
  struct Entry: Sendable, CustomStringConvertible {
    let description: String
    let layers: [Int]
    let functions: [String]
    let cost: String
    var reduction = Reduction.mean
    var penalty: Penalty?
    var delta = Worksheet.DeltaConvention.mean
    var examples = NetworkDescription.Examples.many
    let layer: Int

    func worksheet() throws -> Worksheet {
      try NetworkDescription(
        layers: layers,
        activations: functions.compactMap(Activation.named),
        hasBias: functions.map { _ in true },
        cost: Cost.named(cost) ?? Cost.all[0], reduction: reduction,
        penalty: penalty, delta: delta, examples: examples,
        targetColumnsSumToOne: cost == "cross-entropy"
      ).worksheet()
    }

    var hidden: HiddenLayer {
      let isMatched = cost.hasSuffix("cross-entropy")
      return HiddenLayer(
        layer: layer, depth: layers.count - 1, functions: functions,
        isPerExample: delta == .perExample && examples == .many,
        hasPenalty: penalty != nil, isOneExample: examples == .one,
        isMatched: isMatched,
        errorShare: delta == .mean && reduction == .mean && examples == .many
          ? "(1/m) " : "")
    }
  }

  static let all: [Entry] = [
    Entry(
      description: "sigmoid, tanh, squared error, price",
      layers: [2, 3, 2], functions: ["sigmoid", "tanh"],
      cost: "half-squared-error",
      penalty: Penalty(strength: 0.1, over: .twiceExamples), layer: 1),
    Entry(
      description: "relu, sigmoid, sigmoid, binary cross-entropy",
      layers: [3, 2, 4, 2], functions: ["relu", "tanh", "sigmoid"],
      cost: "binary-cross-entropy", delta: .perExample, layer: 1),
    Entry(
      description: "gelu, softmax, cross-entropy, price",
      layers: [2, 4, 3], functions: ["gelu", "softmax"],
      cost: "cross-entropy",
      penalty: Penalty(strength: 0.2, over: .twiceExamples),
      delta: .perExample, layer: 1),
    Entry(
      description: "tanh, softmax, squared error",
      layers: [2, 3, 2], functions: ["tanh", "softmax"],
      cost: "half-squared-error", reduction: .sum, layer: 1),
    Entry(
      description: "softplus, leaky-relu, sigmoid, identity",
      layers: [4, 3, 2, 3, 1],
      functions: ["softplus", "leaky-relu", "sigmoid", "identity"],
      cost: "squared-error", reduction: .meanOfAll, layer: 2),
    Entry(
      description: "sigmoid, sigmoid, one example",
      layers: [2, 3, 2], functions: ["sigmoid", "sigmoid"],
      cost: "half-squared-error", reduction: .sum, examples: .one, layer: 1),
  ]
}
