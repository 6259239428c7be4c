extension SlopeRules {
  func move(
    forCall name: Name, _ primes: Int, _ arguments: [Expression]
  ) throws(ExpressionFault) -> SlopeMove {
    guard let function = functions[name] else {
      throw ExpressionFault(.unknownFunction(name))
    }
    if function.body is Extremum, arguments.count == 2 {
      return extremum(name, arguments[0], arguments[1])
    }
    guard let elementwise = function.elementwise, arguments.count == 1,
      let argument = arguments.first, function.name != "not"
    else { throw ExpressionFault(.numberFormulaWanted) }
    if primes > 0 {
      return SlopeMove(
        .slope, of: name,
        slope(of: try primed(name, elementwise, primes, argument)))
    }
    if elementwise.slope.constant == 0 {
      return SlopeMove(.branch, 0)
    }
    return move(for: function, elementwise, argument.ungrouped)
  }

  private func move(
    for function: Function, _ elementwise: Elementwise, _ argument: Expression
  ) -> SlopeMove {
    let name = function.name
    let isPlain = argument == .name(variable)
    let primed = Expression.call(name, primes: 1, [argument])
    if elementwise.isUnknown {
      return SlopeMove(
        .chain, isPlain ? primed : primed.times(slope(of: argument)))
    }
    switch name {
    case "exp":
      let value = Expression.call(name, argument)
      return SlopeMove(
        .exponential, isPlain ? value : value.times(slope(of: argument)))
    case "ln":
      return SlopeMove(
        .logarithm, (isPlain ? 1 : slope(of: argument)).over(argument))
    default: break
    }
    if let definition = elementwise.definition {
      return SlopeMove(
        .definition, of: name,
        slope(of: definition.substituting([Elementwise.input: argument])))
    }
    if isPlain {
      return SlopeMove(
        Self.reason(name, elementwise), stages: stages(name, elementwise))
    }
    var move = SlopeMove(.chain, primed.times(slope(of: argument)))
    move.owed = [primed]
    return move
  }

  /// The lines of a book where there are some, and the slope itself.
  private func stages(
    _ name: Name, _ elementwise: Elementwise
  ) -> [SlopeMove.Stage] {
    let slope = Self.slope(name, elementwise, at: .name(variable))
    let known = TextbookSlope.named(name)?.stages(in: variable) ?? []
    if let last = known.last, last.expression == slope { return known }
    let reason = Self.reason(name, elementwise)
    return [SlopeMove.Stage(expression: slope, reason: reason)]
  }

  static func reason(_ name: Name, _ elementwise: Elementwise) -> Reason {
    bends(elementwise) ? Reason(.branch) : Reason(.slope, name)
  }

  /// Whether the slope differs on both sides of a kink.
  static func bends(_ elementwise: Elementwise) -> Bool {
    !elementwise.kinks.isEmpty && elementwise.domain == .all
  }

  /// The slope that is known of a function, at an argument.
  static func slope(
    _ name: Name, _ elementwise: Elementwise, at argument: Expression
  ) -> Expression {
    elementwise.slope.substituting([
      Elementwise.input: argument,
      Elementwise.output: .call(name, argument),
    ])
  }

  /// A derivative of some order, written out.
  private func primed(
    _ name: Name, _ elementwise: Elementwise, _ primes: Int,
    _ argument: Expression
  ) throws(ExpressionFault) -> Expression {
    try elementwise.slope(order: primes, of: name).substituting([
      Elementwise.input: argument,
      Elementwise.output: .call(name, argument),
    ])
  }

  /// The slope of the one that is taken.
  private func extremum(
    _ name: Name, _ left: Expression, _ right: Expression
  ) -> SlopeMove {
    let isFirstLarger = Expression.call(
      "step", left.ungrouped.minus(right.ungrouped))
    let (larger, smaller) = name == "max" ? (left, right) : (right, left)
    let first = isFirstLarger.times(slope(of: larger))
    let second = Expression(1).minus(isFirstLarger)
      .times(slope(of: smaller))
    return SlopeMove(.branch, first.plus(second))
  }
}
