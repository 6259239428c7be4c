import Algebra
import Matrices
import Networks

@testable import Teaching

/// The 2-3-2 network of notebook 003 and its numbers to full precision.
enum Notebook {
  static let w1 = [
    [0.97007005, 0.61840113], [0.92420913, 0.97500156],
    [0.72183716, 0.53289514],
  ]
  static let w2 = [
    [0.85264027, 0.97336448, 0.51301245], [0.2620828, 0.97489056, 0.90059674],
  ]

  static func valuation(
    examples: NetworkDescription.Examples = .one,
    delta: Worksheet.DeltaConvention = .mean,
    reduction: Reduction = .sum,
    x: [[Double]] = [[1], [3]], y: [[Double]] = [[4], [1]]
  ) throws -> Valuation {
    let sheet = try NetworkDescription(
      layers: [2, 3, 2],
      activations: ["sigmoid", "identity"].compactMap(Activation.named),
      hasBias: [false, false], cost: Cost.all[0], reduction: reduction,
      delta: delta, examples: examples
    ).worksheet()
    return try Valuation(
      sheet,
      givens: [
        "x": try Matrix(x), "y": try Matrix(y), "W1": try Matrix(w1),
        "W2": try Matrix(w2),
      ])
  }

  static func batch(
    delta: Worksheet.DeltaConvention
  ) throws -> Valuation {
    try valuation(
      examples: .many, delta: delta, reduction: .mean,
      x: [[1, 0.5, -1], [3, -2, 0.25]], y: [[4, 0, 1], [1, 2, -1]])
  }

  static let dW1 = [
    [-0.06581218803982225, -0.19743656411946672],
    [-0.014930359858367387, -0.04479107957510216],
    [0.0008056227134046914, 0.0024168681402140743],
  ]
}

extension Valuation {
  func expression(_ text: String) throws -> Expression {
    try Expression(text, in: scope)
  }
}
