/// A rule for slopes that is broken once.
enum BrokenRule: Hashable, Sendable {
  case innerSlope
  case productTerm
  case exponential
  case power
}

extension Surroundings {
  /// The slopes that come of breaking one rule once.
  ///
  /// There are none where the target is no slope in a number.
  func slopes(spoiledBy rule: BrokenRule) -> [Expression] {
    guard let (formula, variable) = formulaWithSlope else { return [] }
    return SlippedSlope(rule, by: variable, functions: scope.functions)
      .slopes(of: formula).filter(\.isBroken).map(\.slope)
  }

  /// What the target is the slope of, in what, where both are numbers.
  private var formulaWithSlope: (Expression, Name)? {
    if let slope = slopeAsked { return slope }
    guard let target, let quantity = quantity(withAdjoint: target),
      scope.shapes[quantity]?.isScalar ?? false, let cost = worksheet.cost
    else { return nil }
    return (opened(.name(cost.name), to: quantity), quantity)
  }

  /// The slope by its own equation, as `f1 = D(f, x)`.
  private var slopeAsked: (Expression, Name)? {
    let line = target.flatMap { worksheet.equation($0)?.expression }
    guard case .derivative(let top, let bottom, _) = line ?? asked,
      let variable = name(of: bottom),
      scope.shapes[variable]?.isScalar ?? false
    else { return nil }
    return (opened(top, to: variable), variable)
  }
}

/// Takes slopes in every way that breaks one rule at most once.
struct SlippedSlope {
  let rule: BrokenRule
  let variable: Name
  let functions: [Name: Function]

  init(_ rule: BrokenRule, by variable: Name, functions: [Name: Function]) {
    self.rule = rule
    self.variable = variable
    self.functions = functions
  }

  typealias Way = (slope: Expression, isBroken: Bool)

  /// The slope as it is, and as it comes out with the rule broken once.
  func slopes(of formula: Expression) -> [Way] {
    guard formula.names.contains(variable) else { return [(0, false)] }
    switch formula {
    case .group(let inner): return slopes(of: inner)
    case .negation(let inner):
      return slopes(of: inner).map { ($0.slope.negated, $0.isBroken) }
    case .binary(let sign, let left, let right):
      return slopes(of: sign, left, right)
    case .call(let name, let primes, let arguments):
      guard let argument = arguments.first, arguments.count == 1 else {
        return []
      }
      return slopes(ofCall: name, primes, argument)
    default: return formula == .name(variable) ? [(1, false)] : []
    }
  }

  private func slopes(
    of sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> [Way] {
    let (u, v) = (slopes(of: left), slopes(of: right))
    switch sign {
    case .add: return joined(u, v) { $0.plus($1) }
    case .subtract: return joined(u, v) { $0.minus($1) }
    case .times, .hadamard, .matmul:
      var ways = joined(u, v) { one, other in
        one.times(right).plus(left.times(other))
      }
      if rule == .productTerm, isMoving(left), isMoving(right) {
        ways += intact(u).map { ($0.times(right), true) }
        ways += intact(v).map { (left.times($0), true) }
        ways += intact(u).flatMap { one in
          intact(v).map { (one.times($0), true) }
        }
      }
      return ways
    case .divide, .hadamardDivide:
      return joined(u, v) { one, other in
        one.times(right).minus(left.times(other)).over(right.raised(to: 2))
      }
    case .power, .hadamardPower: return slopes(ofPower: left, right, u, v)
    default: return []
    }
  }

  private func slopes(
    ofPower base: Expression, _ exponent: Expression, _ u: [Way], _ v: [Way]
  ) -> [Way] {
    let lower = base.raised(to: exponent.minus(1))
    guard isMoving(exponent) else {
      var ways: [Way] = u.map { way in
        (exponent.times(lower).times(way.slope), way.isBroken)
      }
      for inner in intact(u) {
        if rule == .innerSlope, inner != 1 {
          ways.append((exponent.times(lower), true))
        }
        guard rule == .power else { continue }
        ways.append((lower.times(inner), true))
        ways.append((base.raised(to: exponent).times(inner), true))
        ways.append(
          (exponent.times(base.raised(to: exponent)).times(inner), true))
      }
      return ways
    }
    guard !isMoving(base) else { return [] }
    let whole = base.raised(to: exponent).times(.call("ln", base))
    var ways: [Way] = v.map { (whole.times($0.slope), $0.isBroken) }
    for inner in intact(v) {
      if rule == .innerSlope, inner != 1 { ways.append((whole, true)) }
      guard rule == .exponential else { continue }
      ways.append((exponent.times(lower).times(inner), true))
      ways.append((exponent.times(lower), true))
    }
    return ways
  }

  private func slopes(
    ofCall name: Name, _ primes: Int, _ argument: Expression
  ) -> [Way] {
    guard functions[name]?.elementwise != nil else { return [] }
    let outer = Expression.call(name, primes: primes + 1, [argument])
    let inner = slopes(of: argument)
    var ways: [Way] = inner.map { (outer.times($0.slope), $0.isBroken) }
    for slope in intact(inner) {
      if rule == .innerSlope, argument.ungrouped != .name(variable) {
        ways.append((outer, true))
      }
      guard rule == .exponential, functions[name]?.name == "exp", primes == 0
      else { continue }
      let lower = Expression.call("exp", argument.minus(1))
      ways.append((argument.times(lower).times(slope), true))
      ways.append((argument.times(lower), true))
    }
    return ways
  }

  private func isMoving(_ formula: Expression) -> Bool {
    formula.names.contains(variable)
  }

  private func intact(_ ways: [Way]) -> [Expression] {
    ways.filter { !$0.isBroken }.map(\.slope)
  }

  /// Two slopes put together, of which one at most is broken.
  private func joined(
    _ left: [Way], _ right: [Way],
    _ join: (Expression, Expression) -> Expression
  ) -> [Way] {
    left.flatMap { one in
      right.filter { !(one.isBroken && $0.isBroken) }.map {
        (join(one.slope, $0.slope), one.isBroken || $0.isBroken)
      }
    }
  }
}
