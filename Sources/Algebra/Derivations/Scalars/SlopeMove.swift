/// What one rule makes of a slope that is still to be taken.
struct SlopeMove {
  /// The rule of the line.
  let reason: Reason
  /// The smaller steps, the last of which is the result.
  let stages: [Stage]
  /// The primed calls that the next line writes out.
  var owed: [Expression] = []

  struct Stage {
    let expression: Expression
    let reason: Reason
  }

  init(_ rule: Rule, of name: Name? = nil, _ result: Expression) {
    reason = Reason(rule, name)
    stages = [Stage(expression: result, reason: reason)]
  }

  init(_ reason: Reason, stages: [Stage]) {
    self.reason = reason
    self.stages = stages
  }

  init(_ rule: Rule, stages: [(Expression, Rule)]) {
    reason = Reason(rule)
    var last: Expression?
    self.stages = stages.compactMap { expression, rule in
      defer { last = expression }
      return expression == last
        ? nil : Stage(expression: expression, reason: Reason(rule))
    }
  }
}

/// Which rule gives the slope of a formula of numbers.
struct SlopeRules {
  let variable: Name
  /// What the names stand for.
  let worksheet: Worksheet
  let functions: [Name: Function]
  /// The quantities that move with the variable, itself among them.
  let moving: Set<Name>

  init(_ variable: Name, in worksheet: Worksheet) {
    self.variable = variable
    self.worksheet = worksheet
    functions = worksheet.scope.functions
    moving = Set(
      worksheet.equations(following: [variable]).map(\.name) + [variable])
  }

  /// Whether the formula moves with the variable.
  func moves(_ expression: Expression) -> Bool {
    expression.names.contains(where: moving.contains)
  }

  /// The slope still to be taken.
  func slope(of expression: Expression) -> Expression {
    .derivative(expression.ungrouped, by: .name(variable), .applied)
  }

  /// The rule for the outermost form of a formula.
  ///
  /// - Throws: ``ExpressionFault`` where the form has no slope.
  func move(
    for expression: Expression
  ) throws(ExpressionFault) -> SlopeMove {
    guard moves(expression) else { return SlopeMove(.constant, 0) }
    if let monomial = monomial(expression) { return monomial }
    switch expression {
    case .group(let inner): return try child(0, inner)
    case .transpose(let inner): return try child(0, inner)
    case .name(let name): return try definition(of: name)
    case .negation(let inner):
      return SlopeMove(.constantMultiple, slope(of: inner).negated)
    case .binary(let sign, let left, let right):
      return try move(for: sign, left, right, whole: expression)
    case .call(let name, let primes, let arguments):
      return try move(forCall: name, primes, arguments)
    default: throw ExpressionFault(.numberFormulaWanted)
    }
  }

  private func child(
    _ step: Int, _ expression: Expression
  ) throws(ExpressionFault) -> SlopeMove {
    do { return try move(for: expression) } catch { throw error.within(step) }
  }

  private func definition(
    of name: Name
  ) throws(ExpressionFault) -> SlopeMove {
    guard let equation = worksheet.equation(name) else {
      throw ExpressionFault(.unknownName(name))
    }
    let shape = worksheet.scope.shape(of: name) ?? .scalar
    guard shape.isScalar else {
      throw ExpressionFault(.derivativeOfMatrix(shape, by: .scalar))
    }
    return SlopeMove(
      .definition, of: name, slope(of: equation.expression))
  }

  private func move(
    for sign: BinaryOperator, _ left: Expression, _ right: Expression,
    whole: Expression
  ) throws(ExpressionFault) -> SlopeMove {
    switch sign {
    case .add, .subtract: return sum(whole)
    case .times, .hadamard: return product(left, right)
    case .divide, .hadamardDivide: return quotient(left, right)
    case .power, .hadamardPower: return power(left, right)
    default: throw ExpressionFault(.numberFormulaWanted)
    }
  }
}

// MARK: - Powers of the variable

extension SlopeRules {
  /// A constant times a power of the variable, whose slope is written at
  /// once.
  private func monomial(_ expression: Expression) -> SlopeMove? {
    guard
      let terms = Simplifier(.merging).terms(of: expression),
      terms.count == 1, let term = terms.first
    else { return nil }
    let moved = term.factors.filter { moves($0.base) }
    guard moved.count == 1, let factor = moved.first,
      factor.base == .name(variable), factor.exponent > 0
    else { return nil }
    let rest = Term(
      term.amount, term.factors.filter { !moves($0.base) })
    let order = factor.exponent
    let lowered = Term(
      Ratio(order), [Term.Factor(base: factor.base, exponent: order - 1)])
    guard let result = rest.times(lowered)?.merged else { return nil }
    return monomial(rest, factor, lowered, result)
  }

  private func monomial(
    _ rest: Term, _ factor: Term.Factor, _ lowered: Term, _ result: Term
  ) -> SlopeMove {
    let power = Term(factor.base, exponent: factor.exponent).expression
    let slope = lowered.merged.expression
    let whole = result.ordered.expression
    guard rest.expression != 1 else {
      return SlopeMove(.power, slope)
    }
    let front = rest.expression
    if factor.exponent == 1 {
      return SlopeMove(
        .constantMultiple,
        stages: [
          (front.times(self.slope(of: power)), .constantMultiple),
          (whole, .power),
        ])
    }
    return SlopeMove(
      .power,
      stages: [
        (front.times(self.slope(of: power)), .constantMultiple),
        (front.times(slope), .power), (whole, .arithmetic),
      ])
  }
}
