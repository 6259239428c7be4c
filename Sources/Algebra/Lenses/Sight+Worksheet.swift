// The worksheet as the book writes it.

extension Sight {
  var worksheetSeen: Worksheet {
    var worksheet = Worksheet(
      sizes: sizesSeen, functions: functionsSeen,
      delta: deltaSeen, slopeAtKink: own.slopeAtKink,
      assumptions: Set(own.assumptions.map { $0.renamed(shown($0.name)) }),
      notation: notation, slopeNames: slopeNames)
    worksheet.rate = name(own.rate)
    worksheet.givens = own.givens.compactMap(given)
    worksheet.equations = extendedInputs + own.equations.compactMap(shown)
    return worksheet
  }

  /// What the names are before anything is mirrored.
  var standingScope: Scope {
    var scope = own.scope
    scope.notation = Notation(
      firstIndex: lens.firstIndex, firstPlaces: firstPlaces)
    scope.sizes = sizesSeen
    scope.functions = Function.table.merging(functionsSeen) { _, own in own }
    let shapes = own.scope.shapes
    scope.shapes = [:]
    for (name, shape) in shapes { scope.shapes[self.name(name)] = shown(shape) }
    for layer in layers {
      guard case .matrix(let rows, let columns)? = shapes[layer.weights],
        case .matrix(_, let examples)? = shapes[layer.input]
      else { continue }
      let wide = shown(
        .matrix(rows: rows, columns: .sum([.one, columns])), joining: columns)
      let tall = shown(
        .matrix(rows: .sum([.one, columns]), columns: examples),
        joining: columns)
      scope.shapes[layer.theta] = wide
      scope.shapes[layer.thetaSlope] = wide
      scope.shapes[layer.extended] = tall
      scope.shapes[layer.extendedSlope] = tall
    }
    return scope
  }

  /// A shape in the book's sizes, one more than a size among them.
  private func shown(
    _ shape: SymbolicShape, joining size: Dimension
  ) -> SymbolicShape {
    let longer = Dimension.sum([.one, size])
    guard case .matrix(let rows, let columns) = shape else { return shape }
    func shown(_ axis: Dimension) -> Dimension {
      if case .size(let name) = axis { return .size(self.name(name)) }
      return axis
    }
    func part(_ axis: Dimension) -> Dimension {
      axis == longer ? .sum([.one, shown(size)]) : shown(axis)
    }
    return .matrix(rows: part(rows), columns: part(columns))
  }

  private var notation: Notation {
    Notation(
      firstIndex: lens.firstIndex,
      firstPlaces: isMirrored
        ? firstPlaces.mapValues(\.exchanged) : firstPlaces,
      examples: lens.examples)
  }

  private var firstPlaces: [Name: Notation.FirstPlace] {
    var places: [Name: Notation.FirstPlace] = [:]
    for layer in layers {
      for name in [layer.theta, layer.thetaSlope] {
        places[name] = Notation.FirstPlace(row: lens.firstIndex, column: 0)
      }
      for name in [layer.extended, layer.extendedSlope] {
        places[name] = Notation.FirstPlace(row: 0, column: lens.firstIndex)
      }
    }
    return places
  }

  private var sizesSeen: [Name: Dimension] {
    var sizes: [Name: Dimension] = [:]
    for (name, dimension) in own.sizes {
      if case .size(let other) = dimension {
        sizes[self.name(name)] = .size(self.name(other))
      } else {
        sizes[self.name(name)] = dimension
      }
    }
    return sizes
  }

  private var functionsSeen: [Name: Function] {
    var functions: [Name: Function] = [:]
    for (name, function) in own.functions {
      let shown = self.name(name)
      functions[shown] = function.renamed(shown)
    }
    return functions
  }

  private var deltaSeen: Worksheet.DeltaConvention {
    let hasExamples = own.equations.contains { $0.role == .exampleCost }
    return hasExamples ? lens.delta ?? own.delta : own.delta
  }

  private var slopeNames: [Name: Name] {
    var slopes: [Name: Name] = [:]
    for name in own.names {
      let slope = own.adjoint(of: name)
      guard own.equation(slope) != nil else { continue }
      slopes[self.name(name)] = self.name(slope)
    }
    for layer in layers {
      slopes[layer.theta] = layer.thetaSlope
      slopes[layer.extended] = layer.extendedSlope
    }
    return slopes
  }
}

// MARK: - Quantities

extension Sight {
  private func given(_ given: Given) -> Given? {
    if layers.contains(where: { $0.biases == given.name }) { return nil }
    let layer = layers.first { $0.weights == given.name }
    let name = layer?.theta ?? self.name(given.name)
    let shape = standing.shapes[name] ?? given.shape
    return Given(
      name, isMirrored ? shape.transposed : shape, role: given.role)
  }

  /// ã of what is given, which has no equation of its own.
  private var extendedInputs: [Equation] {
    layers.filter { own.given($0.input) != nil }.map { layer in
      Equation(layer.extended, .matrix([[1], [.name(name(layer.input))]]))
    }
  }

  /// A line of the worksheet as the book writes it.
  ///
  /// - Returns: The line, or nothing where the book has it in another one.
  public func shown(_ equation: Equation) -> Equation? {
    if equation.role == .update { return update(equation) }
    if let layer = layers.first(where: { $0.input == equation.name }) {
      return Equation(
        layer.extended, .matrix([[1], [shown(equation.expression)]]),
        role: equation.role,
        stable: equation.stable.map { .matrix([[1], [shown($0)]]) })
    }
    if layers.contains(where: { $0.biasSlope == equation.name }) { return nil }
    if let layer = layers.first(where: { $0.weightSlope == equation.name }) {
      return slope(equation, of: layer)
    }
    if let layer = layers.first(where: { $0.inputSlope == equation.name }) {
      return inputSlope(equation, of: layer)
    }
    return Equation(
      name(equation.name), shown(equation.expression, of: equation.name),
      role: equation.role,
      stable: equation.stable.map { shown($0, of: equation.name) },
      derivation: equation.derivation.map(shown))
  }

  /// What a quantity of the book is computed by: the worksheet's formula with
  /// the factor by which the book's quantity is larger.
  private func shown(_ formula: Expression, of name: Name) -> Expression {
    guard let scale = scales[name] else { return shown(formula) }
    return laidOut(
      tidied(
        standingForm(of: formula).multiplied(by: standingSizes(in: scale))))
  }

  private func update(_ equation: Equation) -> Equation? {
    if layers.contains(where: { $0.biases == equation.name }) { return nil }
    guard let layer = layers.first(where: { $0.weights == equation.name })
    else {
      return Equation(
        name(equation.name), shown(equation.expression), role: .update)
    }
    var whole: [Name: Expression] = [layer.weights: .name(layer.theta)]
    if let slope = layer.weightSlope {
      whole[slope] = Expression.name(layer.thetaSlope)
    }
    let form = equation.expression.substituting(whole)
    return Equation(layer.theta, standingForm(of: form), role: .update)
  }

  /// The slopes in biases and weights as that in Θ.
  private func slope(_ equation: Equation, of layer: BiasLayer) -> Equation {
    let biases = layer.biasSlope.flatMap { own.equation($0) }
    let joined = biases.flatMap {
      layer.joinedSlope(equation.expression, biases: $0.expression, self)
    }
    let apart = biases.map {
      Expression.matrix([
        [shown($0.expression, of: $0.name), shown(equation.expression)]
      ])
    }
    return Equation(
      layer.thetaSlope,
      (joined ?? apart).map(tidied) ?? shown(equation.expression),
      role: .backward)
  }

  private func inputSlope(
    _ equation: Equation, of layer: BiasLayer
  ) -> Equation {
    let whole = Equation(
      layer.extendedSlope,
      layer.joinedInputSlope(equation.expression, self)
        ?? .matrix([
          [
            shown(
              Expression.transpose(.name(layer.biases))
                .matmul(.name(layer.outputSlope ?? equation.name)),
              of: equation.name)
          ],
          [shown(equation.expression, of: equation.name)],
        ]), role: .backward)
    return whole
  }
}

extension BiasLayer {
  /// `(1/m) δ·ãᵀ` where the slopes are `(1/m) rowsum(δ)` and `(1/m) δ·aᵀ`,
  /// with the penalty on the weights alone.
  fileprivate func joinedSlope(
    _ weights: Expression, biases: Expression, _ sight: Sight
  ) -> Expression? {
    var product = weights
    var penalty: Expression?
    if case .binary(.add, let first, let second) = weights {
      (product, penalty) = (first, second)
    }
    guard case .binary(.matmul, let errors, .transpose(.name(input))) = product,
      errors == biases || errors.rowSum == biases
    else { return nil }
    let joined = sight.standingForm(of: errors)
      .matmul(.transpose(.name(extended)))
    guard let penalty else { return joined }
    guard case .binary(.times, let factor, .name(self.weights)) = penalty else {
      return nil
    }
    return joined.plus(
      sight.standingForm(of: factor).times(
        .matrix([[0, sight.standingForm(of: .name(self.weights))]])))
  }

  /// `Θᵀ·δ` where the slope in a is `Wᵀ·δ`.
  fileprivate func joinedInputSlope(
    _ slope: Expression, _ sight: Sight
  ) -> Expression? {
    guard case .binary(.matmul, .transpose(.name(weights)), let errors) = slope
    else { return nil }
    return Expression.transpose(.name(theta))
      .matmul(sight.shownSlope(errors))
  }
}

extension Sight {
  /// A slope in the book's own scale, where all of it is one quantity.
  fileprivate func shownSlope(_ errors: Expression) -> Expression {
    if case .name(let own) = errors { return .name(name(own)) }
    return standingForm(of: errors)
  }

  /// A derivation with its lines as the book writes them.
  public func shown(_ derivation: Derivation) -> Derivation {
    Derivation(
      shown(derivation.subject), lines: derivation.lines.map(shown),
      conclusion: derivation.conclusion.map {
        Derivation.Conclusion(
          shown($0.name), shown($0.expression, of: $0.name),
          by: shown($0.reason))
      },
      moving: derivation.moving.map(shown))
  }

  public func shown(_ line: Derivation.Line) -> Derivation.Line {
    Derivation.Line(
      shown(line.expression), by: line.reason.map(shown),
      inner: line.inner.map(shown))
  }

  public func shown(_ reason: Reason) -> Reason {
    guard let name = reason.name, Function.table[name] == nil else {
      return reason
    }
    return Reason(reason.rule, shown(name))
  }
}

extension Expression {
  /// The sums of the rows, a number before them.
  fileprivate var rowSum: Expression {
    guard case .binary(.times, let number, let rest) = self else {
      return .call("rowsum", self)
    }
    return number.times(.call("rowsum", rest))
  }
}

extension Worksheet.Assumption {
  func renamed(_ name: Name) -> Worksheet.Assumption {
    switch self {
    case .columnsSumToOne: .columnsSumToOne(name)
    case .oneHotColumns: .oneHotColumns(name)
    case .positive: .positive(name)
    }
  }
}
