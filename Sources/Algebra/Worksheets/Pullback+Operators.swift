// What a slope does at an operator.

extension Pullback {
  mutating func carry(
    _ slope: Slope, through sign: BinaryOperator, _ left: Expression,
    _ right: Expression, of expression: Expression
  ) throws(WorksheetFault) {
    switch sign {
    case .add, .subtract:
      try carryThroughSum(slope, sign, left, right, of: expression)
    case .times, .hadamard:
      try carryThroughProduct(slope, left, right, of: expression)
    case .matmul: try carryThroughMatrixProduct(slope, left, right, expression)
    case .divide, .hadamardDivide:
      try carryThroughQuotient(slope, sign, left, right, of: expression)
    case .power, .hadamardPower:
      try carryThroughPower(slope, sign, left, right, of: expression)
    default: throw .noSlope(subject, expression)
    }
  }

  private mutating func carryThroughSum(
    _ slope: Slope, _ sign: BinaryOperator, _ left: Expression,
    _ right: Expression, of expression: Expression
  ) throws(WorksheetFault) {
    let whole = try shape(expression)
    let rule: Rule = sign == .add ? .sum : .difference
    var step = slope
    step.rules.append(rule)
    try carry(gathered(step, to: shape(left), from: whole), into: left)
    let other = sign == .add ? step : step.stepped(step.shape) { $0.negated }
    try carry(gathered(other, to: shape(right), from: whole), into: right)
  }

  private mutating func carryThroughProduct(
    _ slope: Slope, _ left: Expression, _ right: Expression,
    of expression: Expression
  ) throws(WorksheetFault) {
    let whole = try shape(expression)
    let shapes = (try shape(left), try shape(right))
    let forLeft = multiplied(slope, by: right, shapes.1, within: whole)
    try carry(gathered(forLeft, to: shapes.0, from: whole), into: left)
    let forRight = multiplied(slope, by: left, shapes.0, within: whole)
    try carry(gathered(forRight, to: shapes.1, from: whole), into: right)
  }

  /// The slope times a factor, entry by entry or as a number.
  private func multiplied(
    _ slope: Slope, by factor: Expression, _ shape: SymbolicShape,
    within whole: SymbolicShape
  ) -> Slope {
    let result: SymbolicShape = slope.isSpread ? shape : slope.shape
    if !slope.isSpread, shape != .scalar {
      return slope.stepped(result, by: .product) { $0.hadamard(factor) }
    }
    let rule: Rule = shape == .scalar ? .constantMultiple : .product
    // A number that multiplies a matrix stands before it.
    let leads = shape == .scalar && !slope.isSpread
    return slope.stepped(result, by: rule) {
      leads ? factor.times($0) : $0.times(factor)
    }
  }

  private mutating func carryThroughMatrixProduct(
    _ slope: Slope, _ left: Expression, _ right: Expression,
    _ expression: Expression
  ) throws(WorksheetFault) {
    let whole = try shape(expression)
    let full =
      slope.isSpread ? slope.stepped(whole) { $0.times(whole.ones) } : slope
    let forLeft = full.stepped(try shape(left), by: .moveRight) {
      $0.matmul(.transpose(right))
    }
    try carry(forLeft, into: left)
    let forRight = full.stepped(try shape(right), by: .moveLeft) {
      Expression.transpose(left).matmul($0)
    }
    try carry(forRight, into: right)
  }

  private mutating func carryThroughQuotient(
    _ slope: Slope, _ sign: BinaryOperator, _ left: Expression,
    _ right: Expression, of expression: Expression
  ) throws(WorksheetFault) {
    let whole = try shape(expression)
    let shapes = (try shape(left), try shape(right))
    let full = shapes.1.isScalar ? slope : filled(slope, whole)
    let divide: BinaryOperator = shapes.1.isScalar ? .divide : .hadamardDivide
    let forLeft = full.stepped(full.shape, by: .quotient) {
      divide == .divide
        ? Expression(1).over(right).times($0)
        : .binary(.hadamardDivide, $0, right)
    }
    try carry(gathered(forLeft, to: shapes.0, from: whole), into: left)
    let squared = Expression.binary(
      shapes.1.isScalar ? .power : .hadamardPower, right, 2)
    let top = multiplied(full, by: left, shapes.0, within: whole)
    let forRight = top.stepped(top.shape, by: .quotient) {
      Expression.binary(divide, $0, squared).negated
    }
    try carry(gathered(forRight, to: shapes.1, from: whole), into: right)
  }

  private func filled(_ slope: Slope, _ shape: SymbolicShape) -> Slope {
    slope.isSpread ? slope.stepped(shape) { $0.times(shape.ones) } : slope
  }

  private mutating func carryThroughPower(
    _ slope: Slope, _ sign: BinaryOperator, _ base: Expression,
    _ exponent: Expression, of expression: Expression
  ) throws(WorksheetFault) {
    if case .call("norm", 0, let arguments) = base.ungrouped, exponent == 2,
      let inner = arguments.first
    {
      let shape = try self.shape(inner)
      let next = slope.stepped(shape, by: .squaredNorm) {
        $0.times(Expression(2).times(inner))
      }
      return try carry(next, into: inner)
    }
    let whole = try shape(expression)
    let lowered = loweredPower(sign, base, exponent)
    let rate = multiplied(
      slope.stepped(slope.shape) {
        exponent.isNumber ? exponent.times($0) : $0
      },
      by: exponent.isNumber ? lowered : joined(exponent, lowered, whole),
      try shape(base), within: whole)
    var powered = rate
    powered.rules = slope.rules + [.power]
    try carry(gathered(powered, to: shape(base), from: whole), into: base)
    guard !exponent.ungrouped.isConstantNumber else { return }
    let logarithm = joined(
      expression, .call("ln", base), whole)
    let other = multiplied(slope, by: logarithm, whole, within: whole)
    try carry(gathered(other, to: shape(exponent), from: whole), into: exponent)
  }

  /// The base to a power that is lower by one.
  private func loweredPower(
    _ sign: BinaryOperator, _ base: Expression, _ exponent: Expression
  ) -> Expression {
    if exponent == 2 { return base }
    if case .number(let numeral) = exponent,
      let whole = Int(exactly: numeral.value)
    {
      return .binary(sign, base, .number(Numeral(whole - 1)))
    }
    return .binary(sign, base, exponent.minus(1))
  }

  private func joined(
    _ left: Expression, _ right: Expression, _ shape: SymbolicShape
  ) -> Expression {
    let scalars = (try? self.shape(left).isScalar) ?? false
    return scalars || shape == .scalar
      ? left.times(right) : left.hadamard(right)
  }
}

extension Expression {
  /// Whether the expression is a number with perhaps a sign before it.
  var isConstantNumber: Bool { constant != nil }
}
