import Algebra
import Matrices

extension AdversaryBench {
  /// A network of layers with its backward equations, all batched.
  ///
  /// - Parameters:
  ///   - activations: One for each layer.
  ///   - cost: The cost of each example, of a and y.
  ///   - isSquare: Whether all layers are equally wide, so that a transpose
  ///     too much changes no shape.
  ///   - assumptions: What is taken for granted of y.
  /// - Returns: The network, named after its activations.
  /// - Throws: A fault where the cost cannot be read or has no slope.
  static func network(
    _ activations: [Name], cost: String, isSquare: Bool = false,
    assumptions: Set<Worksheet.Assumption> = []
  ) throws -> AdversaryBench {
    let m = Dimension.size("m")
    func width(_ layer: Int) -> Dimension {
      .size(isSquare ? "n" : Name(stem: "n", index: "\(layer)"))
    }
    var worksheet = Worksheet(assumptions: assumptions)
    worksheet.sizes["m"] = m
    for layer in 0...activations.count {
      if case .size(let name) = width(layer) {
        worksheet.sizes[name] = .size(name)
      }
    }
    worksheet.givens = [
      Given("x", .matrix(rows: width(0), columns: m), role: .input),
      Given(
        "y", .matrix(rows: width(activations.count), columns: m), role: .target),
    ]
    var input = Expression("x")
    for (place, activation) in activations.enumerated() {
      let layer = "\(place + 1)"
      let weights = Name(stem: "W", index: layer)
      let bias = Name(stem: "b", index: layer)
      let sum = Name(stem: "z", index: layer)
      let output = Name(stem: "a", index: layer)
      worksheet.givens += [
        Given(
          weights, .matrix(rows: width(place + 1), columns: width(place)),
          role: .parameter),
        Given(bias, .column(width(place + 1)), role: .parameter),
      ]
      worksheet.equations += [
        Equation(
          sum, Expression.name(weights).matmul(input).plus(.name(bias))),
        Equation(output, .call(activation, .name(sum))),
      ]
      input = .name(output)
    }
    let last = Name(stem: "a", index: "\(activations.count)")
    let row = try Expression(cost, in: worksheet.scope(with: last))
      .substituting(["a": .name(last)])
    worksheet.equations += [
      Equation("c", row, role: .exampleCost),
      Equation("C", .call("mean", "c"), role: .cost),
    ]
    let name = activations.map(\.text).joined(separator: " ")
    return AdversaryBench(
      name: "\(name)\(isSquare ? ", square" : "")",
      worksheet: try worksheet.withBackwardPass())
  }

  static let squares = "½*colsum((a - y).^2)"
  static let surprise = "-colsum(y .* ln(a))"
  static let surprises = "-colsum(y .* ln(a) + (1 - y) .* ln(1 - a))"

  /// Networks of many kinds.
  static func networks() throws -> [AdversaryBench] {
    [
      try network(["tanh"], cost: squares),
      try network(["relu", "sigmoid"], cost: squares),
      try network(["tanh", "sigmoid"], cost: squares, isSquare: true),
      try network(["leakyrelu", "gelu"], cost: squares),
      try network(["softplus", "sigmoid"], cost: surprises),
      try network(
        ["tanh", "softmax"], cost: surprise,
        assumptions: [.columnsSumToOne("y")]),
      try network(
        ["sigmoid", "softmax"], cost: surprise, isSquare: true,
        assumptions: [.oneHotColumns("y")]),
      try network(["tanh", "softmax"], cost: surprise),
      try network(
        ["sigmoid", "tanh", "sigmoid"], cost: squares, isSquare: true),
    ]
  }

  /// One unit, all of it numbers, with or without numbers of its own.
  static func unit(
    _ activation: Name, givens: [Name: Double] = [:]
  ) throws -> AdversaryBench {
    let worksheet = Worksheet(
      givens: [
        Given("w1", .scalar, role: .parameter),
        Given("x", .scalar, role: .input), Given("y", .scalar, role: .target),
      ],
      equations: [
        Equation("z1", Expression("w1").times("x")),
        Equation("a1", .call(activation, "z1")),
        Equation(
          "C",
          Expression.decimal("½").times(
            .group(Expression("a1").minus("y")).raised(to: 2)), role: .cost),
      ])
    let numbers = givens.isEmpty ? "" : ", with numbers"
    return AdversaryBench(
      name: "one \(activation.text)\(numbers)",
      worksheet: try worksheet.withBackwardPass(),
      givens: givens.mapValues { Matrix(scalar: $0) })
  }

  /// Every backward equation against the slope that it is said to be.
  func gradientClaims() -> [Claim] {
    worksheet.equations.filter { $0.role == .backward }.compactMap { equation in
      worksheet.quantity(withAdjoint: equation.name).map { quantity in
        Claim(
          self, .derivative("C", by: .name(quantity), .straight),
          equation.expression)
      }
    }
  }
}

extension Worksheet {
  fileprivate func scope(with output: Name) -> Scope {
    var scope = self.scope
    scope.shapes["a"] = scope.shapes[output]
    return scope
  }
}
