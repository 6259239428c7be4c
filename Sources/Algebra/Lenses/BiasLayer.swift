/// A layer whose biases are the first column of its weights: Θ = [b W] and
/// ã = [1; a], of which W, b and a are parts.
struct BiasLayer: Sendable {
  /// The worksheet's own names: `W1`, `b1`, and what comes in, `x` or `a1`.
  let weights: Name
  let biases: Name
  let input: Name
  /// Their slopes, where the worksheet has them.
  let weightSlope: Name?
  let biasSlope: Name?
  let inputSlope: Name?
  /// The slope in what the layer computes, from which that in ã follows.
  let outputSlope: Name?
  /// The book's names: Θ, ã and the slopes in them.
  let theta: Name
  let extended: Name
  let thetaSlope: Name
  let extendedSlope: Name
  /// How many units come in, in the book's names.
  let count: Expression

  /// The layers of a worksheet that have the form `z = W·a + b`.
  static func layers(
    of worksheet: Worksheet, _ naming: LensNames
  ) -> [BiasLayer] {
    let scope = worksheet.scope
    return worksheet.equations.compactMap { equation in
      guard equation.role == .forward,
        case .binary(.add, .binary(.matmul, let left, let right), let last) =
          equation.expression,
        case (.name(let weights), .name(let input), .name(let biases)) =
          (left, right, last),
        worksheet.given(weights)?.role == .parameter,
        worksheet.given(biases)?.role == .parameter,
        case .matrix(_, let columns)? = scope.shapes[weights],
        case .matrix? = scope.shapes[biases],
        let theta = naming.seen[weights], let own = naming.seen[input]
      else { return nil }
      let isGiven = worksheet.given(input) != nil
      // What is given keeps its name; with a 1 above it, it is a(1).
      let extended =
        isGiven
        ? Name(
          stem: "a", index: String((Int(theta.index) ?? 1)),
          script: theta.script) : own
      func slope(_ name: Name) -> Name? {
        worksheet.equation(worksheet.adjoint(of: name))?.name
      }
      return BiasLayer(
        weights: weights, biases: biases, input: input,
        weightSlope: slope(weights), biasSlope: slope(biases),
        inputSlope: slope(input), outputSlope: slope(equation.name),
        theta: theta, extended: extended,
        thetaSlope: Name(stem: "D", index: theta.index, script: theta.script),
        extendedSlope: Name(
          stem: "d" + extended.stem, index: extended.index,
          script: extended.script),
        count: columns.expression.substituting(
          naming.seen.mapValues { .name($0) }))
    }
  }

  /// Whether a name of the worksheet is a part of something here.
  func holds(_ name: Name) -> Bool { joinedName(of: name) != nil }

  /// What a quantity of the worksheet is a part of in the book; a given
  /// input stands by itself, too.
  func joinedName(of name: Name) -> Name? {
    switch name {
    case weights, biases: theta
    case weightSlope, biasSlope: thetaSlope
    case inputSlope: extendedSlope
    case input: extended
    default: nil
    }
  }
}

// MARK: - From the worksheet to the book

extension BiasLayer {
  /// The units from 1 on: all but the first place.
  private var units: Expression.Subscript { .range(1, count) }

  /// The form of an expression that is one of this layer's parts, where it
  /// is.
  ///
  /// - Parameters:
  ///   - expression: A formula of the worksheet.
  ///   - isGiven: Whether the layer's input is given and keeps its name.
  ///   - inner: The form of what stands inside.
  /// - Returns: The book's form, or nothing where it is none of the parts.
  func joined(
    _ expression: Expression, isGiven: Bool, _ inner: (Expression) -> Expression
  ) -> Expression? {
    switch expression {
    case .binary(
      .add, .binary(.matmul, .name(weights), .name(input)), .name(biases)):
      return Expression.name(theta).matmul(.name(extended))
    case .name(let name):
      return part(name, isGiven).map {
        Expression.entry(.name($0), whole(name))
      }
    case .entry(.name(let name), let places):
      guard let base = part(name, isGiven) else { return nil }
      let inside = places.map { $0.mapped(inner) }
      if name == biases || name == biasSlope {
        return .entry(.name(base), [inside[0], .at(0)])
      }
      let isInput = name == input || name == inputSlope
      return .entry(
        .name(base),
        inside.enumerated().map { axis, place in
          if case .all = place, axis == (isInput ? 0 : 1) { return units }
          return place
        })
    default: return nil
    }
  }

  private func part(_ name: Name, _ isGiven: Bool) -> Name? {
    name == input && isGiven ? nil : joinedName(of: name)
  }

  /// The places of a part in its whole.
  private func whole(_ name: Name) -> [Expression.Subscript] {
    switch name {
    case biases, biasSlope: [.all, .at(0)]
    case input, inputSlope: [units, .all]
    default: [.all, units]
    }
  }
}

// MARK: - From the book to the worksheet

extension BiasLayer {
  /// The meaning of an expression that names Θ, ã or a slope in them, where
  /// it does.
  func parted(
    _ expression: Expression, _ inner: (Expression) -> Expression
  ) -> Expression? {
    switch expression {
    case .binary(.matmul, .name(theta), .name(extended)):
      return Expression.name(weights).matmul(.name(input))
        .plus(.name(biases))
    case .name(let name): return meaning(of: name)
    case .entry(.name(let name), let places):
      guard let whole = meaning(of: name) else { return nil }
      // All units are known by the book's name of their number.
      let inside = places.map { $0 == units ? $0 : $0.mapped(inner) }
      if name == theta || name == thetaSlope, inside.count == 2,
        let (wide, narrow) = columns(of: name)
      {
        return column(wide, narrow, inside)
          ?? .entry(whole, [inside[0], inside[1].counted(up: 1)])
      }
      let base = name == extended ? input : inputSlope
      return base.flatMap { unit(of: $0, inside) }
        ?? .entry(
          whole, [inside[0].counted(up: 1)] + inside.dropFirst())
    default: return nil
    }
  }

  private func columns(of name: Name) -> (weights: Name, biases: Name)? {
    if name == theta { return (weights, biases) }
    guard let weightSlope, let biasSlope else { return nil }
    return (weightSlope, biasSlope)
  }

  /// A column of Θ: the biases, or columns of the weights.
  private func column(
    _ weights: Name, _ biases: Name, _ places: [Expression.Subscript]
  ) -> Expression? {
    let row = places[0]
    if case .at(let place) = places[1], place == 0 {
      return row == .all ? .name(biases) : .entry(.name(biases), [row])
    }
    if places[1] == units {
      return row == .all ? .name(weights) : .entry(.name(weights), [row, .all])
    }
    return places[1].isBehindFirst ? .entry(.name(weights), places) : nil
  }

  /// Units of ã that are units of a.
  private func unit(
    of base: Name, _ places: [Expression.Subscript]
  ) -> Expression? {
    if places[0] == units {
      let rest = Array(places.dropFirst())
      let isWhole = rest.isEmpty || rest == [.all]
      return isWhole ? .name(base) : .entry(.name(base), [.all] + rest)
    }
    return places[0].isBehindFirst ? .entry(.name(base), places) : nil
  }

  private func meaning(of name: Name) -> Expression? {
    switch name {
    case theta: return .matrix([[.name(biases), .name(weights)]])
    case extended: return .matrix([[1], [.name(input)]])
    case thetaSlope:
      guard let biasSlope, let weightSlope else { return nil }
      return .matrix([[.name(biasSlope), .name(weightSlope)]])
    case extendedSlope:
      guard let outputSlope, let inputSlope else { return nil }
      return .matrix([
        [Expression.transpose(.name(biases)).matmul(.name(outputSlope))],
        [.name(inputSlope)],
      ])
    default: return nil
    }
  }
}

extension Expression.Subscript {
  func mapped(_ change: (Expression) -> Expression) -> Self {
    switch self {
    case .all: .all
    case .at(let place): .at(change(place))
    case .range(let first, let last): .range(change(first), change(last))
    }
  }

  /// The same places where the first one has a number that is higher.
  func counted(up offset: Int) -> Self {
    offset == 0 ? self : mapped { $0.counted(up: offset) }
  }

  /// Whether numbers say that the first place, 0, is not among them.
  fileprivate var isBehindFirst: Bool {
    switch self {
    case .all: false
    case .at(let place): (place.constant ?? 0) >= 1
    case .range(let first, _): (first.constant ?? 0) >= 1
    }
  }
}

extension Expression {
  /// A place in another count; one that a letter names stays.
  func counted(up offset: Int) -> Expression {
    if offset == 0 { return self }
    if let number = constant, let whole = Int(exactly: number) {
      return Expression(integerLiteral: whole + offset)
    }
    return self
  }
}
