extension Expression {
  /// Returns the slope in a name, by the rules for sums, products, quotients,
  /// powers and chains.
  ///
  /// This is for formulas of numbers, such as the slope of a function, of
  /// which the slope is wanted once more. Only zeros and ones are tidied.
  ///
  /// - Parameters:
  ///   - name: The name; all others are constants.
  ///   - functions: What the formula calls.
  /// - Returns: The slope.
  /// - Throws: A fault at the part of which no rule gives the slope.
  public func differentiated(
    by name: Name, functions: [Name: Function] = Function.table
  ) throws(ExpressionFault) -> Expression {
    guard names.contains(name) else { return 0 }
    switch self {
    case .name: return 1
    case .group(let inner):
      return try inner.child(0, by: name, functions)
    case .negation(let inner):
      return try inner.child(0, by: name, functions).tidyNegated
    case .binary(let sign, let left, let right):
      let slopes = (
        try left.child(0, by: name, functions),
        try right.child(1, by: name, functions)
      )
      return try slope(of: sign, (left, right), slopes, by: name)
    case .call(let function, let primes, let arguments):
      return try slope(
        ofCall: function, primes, arguments, by: name, functions)
    default: throw ExpressionFault(.numberFormulaWanted)
    }
  }

  private func child(
    _ step: Int, by name: Name, _ functions: [Name: Function]
  ) throws(ExpressionFault) -> Expression {
    do {
      return try differentiated(by: name, functions: functions)
    } catch { throw error.within(step) }
  }

  private func slope(
    of sign: BinaryOperator, _ parts: (left: Expression, right: Expression),
    _ slopes: (left: Expression, right: Expression), by name: Name
  ) throws(ExpressionFault) -> Expression {
    let (left, right) = parts
    switch sign {
    case .add: return slopes.left.tidyPlus(slopes.right)
    case .subtract: return slopes.left.tidyMinus(slopes.right)
    case .times, .hadamard, .matmul:
      return slopes.left.tidyTimes(right).tidyPlus(
        left.tidyTimes(slopes.right))
    case .divide, .hadamardDivide:
      if slopes.right.constant == 0 { return slopes.left.over(right) }
      let top = slopes.left.tidyTimes(right).tidyMinus(
        left.tidyTimes(slopes.right))
      return top.over(right.raised(to: 2))
    case .power, .hadamardPower:
      return slope(ofPower: left, right, slopes)
    default: return 0
    }
  }

  private func slope(
    ofPower base: Expression, _ exponent: Expression,
    _ slopes: (left: Expression, right: Expression)
  ) -> Expression {
    if slopes.right.constant == 0 {
      return exponent.tidyTimes(base.tidyPower(exponent.lowered))
        .tidyTimes(slopes.left)
    }
    let bend = slopes.right.tidyTimes(.call("ln", base))
    if slopes.left.constant == 0 { return tidyTimes(bend) }
    let rest = exponent.tidyTimes(slopes.left).over(base)
    return tidyTimes(bend.tidyPlus(rest))
  }

  private func slope(
    ofCall name: Name, _ primes: Int, _ arguments: [Expression],
    by variable: Name, _ functions: [Name: Function]
  ) throws(ExpressionFault) -> Expression {
    guard let function = functions[name] else {
      throw ExpressionFault(.unknownFunction(name))
    }
    if let extremum = function.body as? Extremum, arguments.count == 2 {
      let slopes = (
        try arguments[0].child(0, by: variable, functions),
        try arguments[1].child(1, by: variable, functions)
      )
      return extremum.slope((arguments[0], arguments[1]), slopes)
    }
    guard let elementwise = function.elementwise, arguments.count == 1 else {
      throw ExpressionFault(.primesOnMany(name))
    }
    let inner = try arguments[0].child(0, by: variable, functions)
    if primes == 0, elementwise.slope.constant == 0 { return 0 }
    return Expression.call(name, primes: primes + 1, arguments)
      .tidyTimes(inner)
  }
}

extension Extremum {
  /// The slope of the one that is taken.
  fileprivate func slope(
    _ parts: (left: Expression, right: Expression),
    _ slopes: (left: Expression, right: Expression)
  ) -> Expression {
    let isFirstLarger = Expression.call("step", parts.left.minus(parts.right))
    let (larger, smaller) =
      isMaximum ? (slopes.left, slopes.right) : (slopes.right, slopes.left)
    return isFirstLarger.tidyTimes(larger).tidyPlus(
      Expression(1).minus(isFirstLarger).tidyTimes(smaller))
  }
}

extension Expression {
  fileprivate var tidyNegated: Expression {
    if constant == 0 { return 0 }
    if case .negation(let inner) = self { return inner }
    return negated
  }

  fileprivate func tidyPlus(_ other: Expression) -> Expression {
    if constant == 0 { return other }
    return other.constant == 0 ? self : plus(other)
  }

  fileprivate func tidyMinus(_ other: Expression) -> Expression {
    if other.constant == 0 { return self }
    return constant == 0 ? other.tidyNegated : minus(other)
  }

  fileprivate func tidyTimes(_ other: Expression) -> Expression {
    if constant == 0 || other.constant == 0 { return 0 }
    if constant == 1 { return other }
    return other.constant == 1 ? self : times(other)
  }

  fileprivate func tidyPower(_ exponent: Expression) -> Expression {
    if exponent.constant == 0 { return 1 }
    return exponent.constant == 1 ? self : raised(to: exponent)
  }

  /// An exponent less one.
  fileprivate var lowered: Expression {
    guard let number = constant, let whole = Int(exactly: number),
      number.magnitude < 1e15
    else {
      return minus(1)
    }
    let lower = Expression.number(Numeral(whole - 1))
    return whole < 1 ? lower.negated : lower
  }
}
