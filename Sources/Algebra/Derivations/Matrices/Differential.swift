/// Takes the differential of a formula: how it follows when quantities in it
/// move a little.
///
/// What comes out is linear in `d(x)` of the quantities that move.
struct Differential {
  let scope: Scope
  /// The quantities that move.
  let moving: Set<Name>
  /// The names of functions' values that were computed on the way.
  let named: [Expression: Name]
  private(set) var rules: [Rule] = []

  /// A form of which no rule says how it moves.
  struct Unknown: Error {}

  init(scope: Scope, moving: Set<Name>, named: [Expression: Name]) {
    self.scope = scope
    self.moving = moving
    self.named = named
  }

  /// The rule that says most of those that were used.
  var leadingRule: Rule {
    let order: [Rule] = [
      .dSoftmax, .dLogSoftmax, .dLogSumExp, .dNorm, .dQuotient, .dElementwise,
      .power, .dProduct, .dBroadcast, .dMultiple, .dTranspose, .dConstant,
      .dSum,
    ]
    return order.first { rules.contains($0) } ?? .dSum
  }

  /// The differential; nothing where no part of the formula moves.
  mutating func of(_ expression: Expression) throws(Unknown) -> Expression? {
    guard !moving.isDisjoint(with: expression.names) else { return nil }
    switch expression {
    case .name: return .differential(expression)
    case .group(let inner): return try of(inner)
    case .negation(let inner): return try of(inner)?.negated
    case .transpose(let inner):
      rules.append(.dTranspose)
      return try of(inner).map(Expression.transpose)
    case .binary(let sign, let left, let right):
      return try of(sign, left, right, expression)
    case .call(let name, let primes, let arguments):
      return try of(name, primes, arguments, expression)
    default: throw Unknown()
    }
  }

  func shape(_ expression: Expression) throws(Unknown) -> SymbolicShape {
    do { return try expression.shape(in: scope) } catch { throw Unknown() }
  }

  mutating func note(_ rule: Rule) { rules.append(rule) }

  // MARK: - Operators

  private mutating func of(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression,
    _ whole: Expression
  ) throws(Unknown) -> Expression? {
    if let squares = try ofSquaredNorm(sign, left, right) { return squares }
    let first = try of(left)
    let second = try of(right)
    switch sign {
    case .add, .subtract:
      return try sum(sign, (left, first), (right, second), whole)
    case .times, .hadamard, .matmul:
      return try product(sign, (left, first), (right, second))
    case .divide, .hadamardDivide:
      return try quotient(sign, (left, first), (right, second))
    case .power, .hadamardPower:
      return try power(sign, (left, first), (right, second))
    default: throw Unknown()
    }
  }

  private typealias Part = (value: Expression, moved: Expression?)

  private mutating func sum(
    _ sign: BinaryOperator, _ left: Part, _ right: Part, _ whole: Expression
  ) throws(Unknown) -> Expression? {
    let shape = try shape(whole)
    let first = try spread(left, over: shape)
    let second = try spread(right, over: shape)
    switch (first, second) {
    case (let first?, let second?):
      note(.dSum)
      return .binary(sign, first, second)
    case (let first?, nil):
      note(.dConstant)
      return first
    case (nil, let second?):
      note(.dConstant)
      return sign == .add ? second : second.negated
    case (nil, nil): return nil
    }
  }

  /// The differential of a part in every place that the part joins.
  private mutating func spread(
    _ part: Part, over whole: SymbolicShape
  ) throws(Unknown) -> Expression? {
    guard let moved = part.moved else { return nil }
    let shape = try shape(part.value)
    if shape == whole || (shape.isScalar && whole.isScalar) { return moved }
    note(.dBroadcast)
    if shape.isScalar { return moved.times(whole.ones) }
    guard shape.columns == .one, whole.columns != .one else { return moved }
    return moved.matmul(.ones(.one, whole.columns))
  }

  private mutating func product(
    _ sign: BinaryOperator, _ left: Part, _ right: Part
  ) throws(Unknown) -> Expression? {
    let isMultiple =
      sign == .times && (left.moved == nil || right.moved == nil)
    note(isMultiple ? .dMultiple : .dProduct)
    switch (left.moved, right.moved) {
    case (let first?, let second?):
      return Expression.binary(sign, first, right.value)
        .plus(.binary(sign, left.value, second))
    case (let first?, nil): return .binary(sign, first, right.value)
    case (nil, let second?): return .binary(sign, left.value, second)
    case (nil, nil): return nil
    }
  }

  private mutating func quotient(
    _ sign: BinaryOperator, _ left: Part, _ right: Part
  ) throws(Unknown) -> Expression? {
    guard let bottom = right.moved else {
      note(.dMultiple)
      return left.moved.map { .binary(sign, $0, right.value) }
    }
    note(.dQuotient)
    let shapes = (try shape(left.value), try shape(right.value))
    // A number below a matrix would have to meet all its entries at once.
    guard sign == .hadamardDivide || shapes.0.isScalar,
      shapes.0 == shapes.1 || left.moved == nil
    else { throw Unknown() }
    let isNumber = shapes.1.isScalar
    let squared = Expression.binary(
      isNumber ? .power : .hadamardPower, right.value, 2)
    let rate = Expression.binary(sign, left.value, squared)
    let second = isNumber ? rate.times(bottom) : rate.hadamard(bottom)
    guard let top = left.moved else { return second.negated }
    return Expression.binary(sign, top, right.value).minus(second)
  }

  private mutating func ofSquaredNorm(
    _ sign: BinaryOperator, _ base: Expression, _ exponent: Expression
  ) throws(Unknown) -> Expression? {
    guard sign == .power, exponent == 2,
      case .call("norm", 0, let arguments) = base.ungrouped,
      let inner = arguments.first, let moved = try of(inner)
    else { return nil }
    note(.dNorm)
    return Expression(2).times(inner.inner(moved))
  }

  private mutating func power(
    _ sign: BinaryOperator, _ base: Part, _ exponent: Part
  ) throws(Unknown) -> Expression? {
    guard exponent.moved == nil, let moved = base.moved else {
      throw Unknown()
    }
    guard try shape(exponent.value).isScalar else { throw Unknown() }
    note(.power)
    let isNumber = try shape(base.value).isScalar
    let lowered = base.value.lowered(sign, exponent.value)
    let rate = exponent.value.times(lowered)
    return isNumber ? rate.times(moved) : rate.hadamard(moved)
  }
}

extension Expression {
  /// The power with an exponent that is lower by one.
  fileprivate func lowered(
    _ sign: BinaryOperator, _ exponent: Expression
  ) -> Expression {
    if exponent == 2 { return self }
    if case .number(let numeral) = exponent,
      let whole = Int(exactly: numeral.value), whole > 1
    {
      return .binary(sign, self, .number(Numeral(whole - 1)))
    }
    return .binary(sign, self, exponent.minus(1))
  }
}
