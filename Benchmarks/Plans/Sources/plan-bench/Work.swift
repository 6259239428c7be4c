import Algebra
import Matrices
import Networks

/// A network, and numbers for it that every program can make alike.
struct Work {
  let name: String
  let description: NetworkDescription
  let examples: Int

  static let all: [Work] = [
    Work(
      name: "xor", description: layered([2, 3, 1], "half-squared-error"),
      examples: 4),
    Work(
      name: "images",
      description: layered(
        [12288, 7, 1], "binary-cross-entropy", hidden: "relu"), examples: 209),
    Work(
      name: "digits",
      description: layered([400, 25, 10], "binary-cross-entropy"),
      examples: 5000),
  ]

  private static func layered(
    _ layers: [Int], _ cost: String, hidden: String = "sigmoid"
  ) -> NetworkDescription {
    let names =
      Array(repeating: hidden, count: layers.count - 2) + ["sigmoid"]
    return NetworkDescription(
      layers: layers, activations: names.compactMap(Activation.named),
      hasBias: names.map { _ in true },
      cost: Cost.named(cost) ?? Cost.all[0], reduction: .mean)
  }

  /// The numbers of every given quantity, from a generator that is quickly
  /// written in any language.
  func givens() throws -> [Name: Matrix<Double>] {
    var numbers = Congruence(state: 42)
    let layers = description.layers
    var values: [Name: Matrix<Double>] = [:]
    values["x"] = try numbers.matrix(layers[0], examples, 0...1)
    for layer in 1..<layers.count {
      let scale = 1 / Double(layers[layer - 1]).squareRoot()
      values[Name("W\(layer)")] = try numbers.matrix(
        layers[layer], layers[layer - 1], -scale...scale)
      values[Name("b\(layer)")] = try numbers.matrix(
        layers[layer], 1, -0.1...0.1)
    }
    let last = layers[layers.count - 1]
    let drawn = try numbers.matrix(last, examples, 0...1)
    values["y"] = drawn.map { $0 < 0.5 ? 0 : 1 }
    return values
  }
}

/// Numbers one after the other, x ← a x + c modulo 2^64.
struct Congruence {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }

  mutating func matrix(
    _ rows: Int, _ columns: Int, _ range: ClosedRange<Double>
  ) throws -> Matrix<Double> {
    let width = range.upperBound - range.lowerBound
    return try Matrix(
      rows: rows, columns: columns,
      storage: (0..<rows * columns).map { _ in
        range.lowerBound + width * next()
      })
  }
}
