import Algebra
import Matrices
import Networks

extension NetworkFile {
  /// Puts a network together, every shape checked.
  init(
    _ draft: NetworkDraft, input: Matrix<Double>, target: Matrix<Double>?
  ) throws(FormatFault) {
    try draft.checkLayers()
    var givens = try draft.parameters()
    givens["x"] = try draft.checked(input)
    var description = try draft.description(examples: input.columns)
    if let target = try draft.checked(target, for: description.cost, input) {
      givens["y"] = target
      description.targetColumnsSumToOne = target.columnsSumToOne
    }
    if let penalty = description.penalty {
      givens["λ"] = Matrix(scalar: penalty.strength)
    }
    self.init(description: description, givens: givens)
  }
}

extension NetworkDraft {
  fileprivate func description(
    examples: Int
  ) throws(FormatFault) -> NetworkDescription {
    NetworkDescription(
      layers: fields.layers, activations: try activations(),
      hasBias: (0..<depth).map { fields.biases?[$0] != nil },
      cost: try cost(),
      reduction: try choice(
        .reduction, fields.cost.reduction, at: "cost.reduction",
        otherwise: .sum),
      penalty: try penalty(),
      delta: try choice(.delta, fields.delta, at: "delta", otherwise: .mean),
      examples: try self.examples(examples),
      slopeAtKink: try slopeAtKink())
  }

  private func examples(
    _ count: Int
  ) throws(FormatFault) -> NetworkDescription.Examples {
    let examples: NetworkDescription.Examples = try choice(
      .examples, fields.examples, at: "examples",
      otherwise: count == 1 ? .one : .many)
    guard examples == .many || count == 1 else {
      throw FormatFault(.notOneExample(count), at: .key("examples"))
    }
    return examples
  }

  fileprivate func parameters() throws(FormatFault) -> [Name: Matrix<Double>] {
    var values: [Name: Matrix<Double>] = [:]
    for layer in 1...depth {
      let units = fields.layers[layer]
      let key = "W[\(layer)]"
      let weights = try Matrix(fields.weights[layer - 1], at: key)
      let shape = Shape(rows: units, columns: fields.layers[layer - 1])
      try check(weights, is: shape, .weights(layer: layer), at: key)
      values[NetworkFile.weights(layer)] = weights
      guard let bias = fields.biases?[layer - 1] else { continue }
      let column = try Matrix(bias.rows, at: "b[\(layer)]")
      try check(
        column, is: Shape(rows: units, columns: 1), .bias(layer: layer),
        at: "b[\(layer)]")
      values[NetworkFile.bias(layer)] = column
    }
    return values
  }

  fileprivate func checked(
    _ input: Matrix<Double>
  ) throws(FormatFault) -> Matrix<Double> {
    let shape = Shape(rows: fields.layers[0], columns: input.columns)
    try check(input, is: shape, .input, at: "x")
    return input
  }

  /// The target, or nothing where the cost needs none.
  fileprivate func checked(
    _ target: Matrix<Double>?, for cost: Cost, _ input: Matrix<Double>
  ) throws(FormatFault) -> Matrix<Double>? {
    guard let target else {
      if cost.needsTarget { throw FormatFault(.missing(key: "y")) }
      return nil
    }
    let outputs = fields.layers[depth]
    let shape = Shape(rows: outputs, columns: target.columns)
    try check(target, is: shape, .target, at: "y")
    guard target.columns == input.columns else {
      throw FormatFault(
        .examplesDiffer(x: input.columns, y: target.columns), at: .key("y"))
    }
    return cost.needsTarget ? target : nil
  }

  private func check(
    _ matrix: Matrix<Double>, is shape: Shape, _ side: FormatFault.Side,
    at key: String
  ) throws(FormatFault) {
    guard matrix.shape != shape else { return }
    throw FormatFault(
      .shape(expected: shape, found: matrix.shape, side), at: .key(key))
  }
}

extension Matrix<Double> {
  /// Whether each column adds up to 1, but for rounding.
  var columnsSumToOne: Bool {
    (0..<columns).allSatisfy { column in
      let sum = (0..<rows).reduce(0) { $0 + self[$1, column] }
      return abs(sum - 1) <= Double(rows) * .ulpOfOne
    }
  }
}
