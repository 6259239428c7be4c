/// A call of a derivative, as σ'(z1).
struct SlopeCall: Hashable {
  let function: Name
  let primes: Int
  let argument: Expression
}

extension Expression {
  /// The slope of a function, where that is what the expression is.
  var ownSlopeCall: SlopeCall? {
    guard case .call(let function, let primes, let arguments) = ungrouped,
      primes > 0, let argument = arguments.first
    else { return nil }
    return SlopeCall(function: function, primes: primes, argument: argument)
  }

  var isSlopeCall: Bool { ownSlopeCall != nil }

  /// The first slope of a function that stands in the expression.
  var slopeCall: SlopeCall? {
    ownSlopeCall ?? children.lazy.compactMap(\.slopeCall).first
  }
}

extension Surroundings {
  /// How a function is written on a blackboard.
  func sign(_ name: Name) -> String {
    Function.table[name]?.symbol ?? function(name)?.symbol ?? name.text
  }

  /// The call of a slope that bends, as that of relu.
  func bentSlope(_ part: Expression) -> SlopeCall? {
    guard let slope = part.ownSlopeCall, slope.primes == 1,
      let kinks = elementwise(slope.function)?.kinks, kinks.contains(0)
    else { return nil }
    return slope
  }

  /// The slopes of all other activations at the same place.
  func otherSlopes(
    _ function: Name, at argument: Expression
  ) -> [Expression] {
    let output = outputName(of: function, at: argument)
    // The slope of softplus is the sigmoid: that would be the function itself.
    let own = Expression.call(function, .name(Elementwise.input))
    let others = activations.filter {
      !isSame($0.name, function) && $0.elementwise?.slope != own
    }
    return others.flatMap { other in
      let call = Expression.call(other.name, primes: 1, [argument])
      guard let output,
        let formula = slopeFormula(
          of: other.name, at: argument, output: output),
        formula.names.contains(where: { .name($0) == output })
      else { return [call] }
      return [call, formula]
    }
  }

  /// The functions that layers apply, but for the one that does nothing.
  private var activations: [Function] {
    Function.all.filter { $0.isActivation && $0.name != "identity" }
  }

  /// Which function the slope is that of, as it is written.
  func functionWithSlope(
    _ written: Expression, instead slope: SlopeCall
  ) -> String? {
    if let own = written.ownSlopeCall { return sign(own.function) }
    let output = outputName(of: slope.function, at: slope.argument)
    let found = activations.first {
      slopeFormula(of: $0.name, at: slope.argument, output: output) == written
    }
    return found.map { sign($0.name) }
  }

  /// The slopes of the layers beside that of a slope.
  func slopesNear(_ slope: Expression) -> [Expression] {
    guard let own = slope.ownSlopeCall, let input = name(of: own.argument)
    else { return [] }
    return neighbours(of: input).compactMap { other in
      crossings[other]?.function.flatMap { function in
        elementwise(function) == nil
          ? nil
          : .call(function, primes: own.primes, [.name(other)])
      }
    }
  }

  /// A slope that has passed a function, passed through it once more.
  func withSlopeTwice(_ part: Expression) -> [Expression] {
    if case .binary(.hadamard, let left, let right) = part,
      right.isSlopeCall
    {
      return [left.hadamard(right).hadamard(right)]
    }
    guard let error = part.slopePassed(in: self),
      let function = error.function
    else { return [] }
    if elementwise(function) != nil {
      return [
        part.hadamard(.call(function, primes: 1, [.name(error.input)]))
      ]
    }
    let share = Expression.name(error.output)
    return [part.hadamard(share.hadamard(Expression(1).minus(share)))]
  }

  /// The slope in a softmax's sums with its diagonal alone.
  func diagonal(_ part: Expression) -> [Expression] {
    guard let (share, slope) = part.softmaxSlope(in: self) else { return [] }
    let rest = Expression(1).minus(share)
    return [
      slope.hadamard(share).hadamard(rest), share.hadamard(slope),
    ]
  }
}

extension Expression {
  /// The function that the slope, given by its name or its formula, has come
  /// back through.
  fileprivate func slopePassed(
    in surroundings: Surroundings
  ) -> Surroundings.Crossing? {
    if let name = surroundings.name(of: self) {
      return surroundings.crossing(ofSlope: name)
    }
    guard case .binary(.subtract, let left, _) = ungrouped,
      let output = surroundings.name(of: left),
      let crossing = surroundings.crossings.values.first(where: {
        $0.output == output
      }),
      surroundings.errors.contains(ungrouped)
    else { return nil }
    return crossing
  }

  /// The shares and the slope in them, where this is a ⊙ (da − …), or the
  /// name of such a slope.
  fileprivate func softmaxSlope(
    in surroundings: Surroundings
  ) -> (share: Expression, slope: Expression)? {
    if let name = surroundings.name(of: self) {
      guard let crossing = surroundings.crossing(ofSlope: name),
        let function = crossing.function,
        surroundings.elementwise(function) == nil
      else { return nil }
      let adjoint = surroundings.worksheet.adjoint(of: crossing.output)
      guard let equation = surroundings.worksheet.equation(adjoint) else {
        return nil
      }
      return (.name(crossing.output), equation.expression)
    }
    guard case .binary(.hadamard, let share, let rest) = ungrouped,
      case .binary(.subtract, let slope, let mean) = rest.ungrouped,
      mean.holdsColumnSum
    else { return nil }
    return (share, slope)
  }

  private var holdsColumnSum: Bool {
    parts.contains { _, part in
      if case .call("colsum", 0, _) = part { true } else { false }
    }
  }
}

extension Surroundings {
  /// The name that all know of the function that a layer calls its own.
  public func plainFunction(_ name: Name) -> Name? {
    let used = crossings.values.compactMap(\.function)
    return used.first { $0 != name && isSame($0, name) }
      ?? Function.all.first { isSame($0.name, name) }?.name
  }
}
