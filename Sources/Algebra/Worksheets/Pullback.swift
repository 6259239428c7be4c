/// Carries a slope back through one equation to the quantities in it.
///
/// Each form of the language has one rule. What reaches a name is collected;
/// nothing is known here of layers or networks.
struct Pullback {
  let scope: Scope
  /// The quantity whose equation is gone through.
  let subject: Name
  /// The call that is the whole right side, whose value has a name already.
  let whole: Expression
  private(set) var arrivals: [(name: Name, slope: Slope)] = []

  init(scope: Scope, subject: Name, whole: Expression) {
    self.scope = scope
    self.subject = subject
    self.whole = whole
  }

  /// The slopes that reach each quantity of an equation's right side.
  mutating func carry(
    _ slope: Slope, into expression: Expression
  ) throws(WorksheetFault) {
    switch expression {
    case .number: return
    case .name(let name): try arrive(slope, at: name)
    case .group(let inner): try carry(slope, into: inner)
    case .negation(let inner):
      try carry(slope.stepped(slope.shape) { $0.negated }, into: inner)
    case .transpose(let inner):
      let shape = slope.shape.transposed
      try carry(
        slope.stepped(shape) { slope.isSpread ? $0 : .transpose($0) },
        into: inner)
    case .binary(let sign, let left, let right):
      try carry(slope, through: sign, left, right, of: expression)
    case .call(let name, let primes, let arguments):
      try carry(slope, through: name, primes, arguments, of: expression)
    case .entry(let base, let places):
      try carry(slope, intoEntry: base, places, of: expression)
    case .matrix(let rows):
      try carry(slope, intoBlocks: rows)
    case .sum(let index, let body):
      try carry(slope, intoSumOver: index, body)
    case .derivative, .differential:
      throw .noSlope(subject, expression)
    }
  }

  func shape(_ expression: Expression) throws(WorksheetFault) -> SymbolicShape {
    do { return try expression.shape(in: scope) } catch {
      throw .equation(subject, error)
    }
  }

  private mutating func arrive(
    _ slope: Slope, at name: Name
  ) throws(WorksheetFault) {
    guard scope.sizes[name] == nil else { return }
    guard let shape = scope.shapes[name] else { throw .unknownQuantity(name) }
    arrivals.append((name, spread(slope, over: shape)))
  }

  /// The slope written out as a matrix where one number stood for all entries.
  private func spread(_ slope: Slope, over shape: SymbolicShape) -> Slope {
    guard slope.isSpread, shape != .scalar else { return slope }
    return slope.stepped(shape) { $0.times(shape.ones) }
  }

  /// The slope of an operand that was joined to something larger: a scalar
  /// gathers the slopes of all entries, a column those of all examples.
  func gathered(
    _ slope: Slope, to target: SymbolicShape, from whole: SymbolicShape
  ) -> Slope {
    guard target != whole, !(target.isScalar && whole.isScalar) else {
      return slope
    }
    let full = spread(slope, over: whole)
    if target.isScalar {
      return full.stepped(.scalar, by: .roads) { .call("sum", $0) }
    }
    if target.columns == .one, whole.columns != .one {
      return full.stepped(target, by: .bias) { .call("rowsum", $0) }
    }
    guard target.rows == .one, whole.rows != .one else { return slope }
    return full.stepped(target, by: .bias) { .call("colsum", $0) }
  }

  mutating func carry(
    _ slope: Slope, intoSumOver index: Name, _ body: Expression
  ) throws(WorksheetFault) {
    var inner = scope
    inner.shapes[index] = .scalar
    var pullback = Pullback(scope: inner, subject: subject, whole: whole)
    try pullback.carry(slope, into: body)
    for (name, part) in pullback.arrivals where name != index {
      arrivals.append(
        (
          name,
          part.stepped(part.shape, by: .sum) { .sum(over: index, $0) }
        ))
    }
  }
}
