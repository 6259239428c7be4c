/// Derives a slope of the cost by moving factors from one side of an inner
/// product to the other, until a differential stands alone.
struct MovesDerivation {
  let roads: Roads
  let name: Name
  let adjoint: Name
  private var lines: [Derivation.Line] = []
  private var terms: [MovingTerm] = []

  init?(_ worksheet: Worksheet, of adjoint: Name) {
    guard let name = worksheet.quantity(withAdjoint: adjoint),
      let roads = Roads(worksheet.reaching(name))
    else { return nil }
    self.roads = roads
    self.name = name
    self.adjoint = adjoint
  }

  private var scope: Scope { roads.scope }

  /// What moves: the cost, or the sum of the examples' costs.
  private var subject: Expression {
    guard roads.isPerExample(name), let row = roads.row else {
      return .differential(.name(roads.cost.name))
    }
    return .differential(.call("sum", .name(row.name)))
  }

  /// The whole derivation; nothing where a form has no moves.
  mutating func derivation() -> Derivation? {
    let activation = roads.activation(of: name)
    guard let target = roads.target(of: adjoint, through: activation),
      start(from: activation?.name ?? name), carryThrough(),
      activation.map({ open($0) }) ?? true, carryThrough(),
      let weight = gathered()
    else { return nil }
    finish(weight, target)
    return Derivation(
      subject, lines: lines,
      conclusion: Derivation.Conclusion(
        adjoint, target, by: Reason(.readOff)),
      moving: name)
  }

  private mutating func add(
    by rule: Rule, _ name: Name? = nil, inner: [Derivation.Line] = []
  ) {
    let expression = terms.written(in: scope)
    guard expression != lines.last?.expression else { return }
    lines.append(
      Derivation.Line(expression, by: Reason(rule, name), inner: inner))
  }
}

// MARK: - From the cost to what the quantity is used in

extension MovesDerivation {
  /// The first lines: what the cost moves by, by the equations that use the
  /// quantity.
  private mutating func start(from base: Name) -> Bool {
    let users = roads.consumers(of: base)
    let names = users.map(\.equation.name)
    var later: [MovingTerm] = []
    for (equation, formula) in users {
      guard let weight = weight(of: equation) else { return false }
      // What follows from another road as well moves by this road's share.
      let isLater = names.contains { name in
        name != equation.name && roads.isMixed([name, equation.name])
          && roads.worksheet.equations(following: [name])
            .contains { $0.name == equation.name }
      }
      let moved = Expression.differential(.name(equation.name))
      guard isLater || equation.name == roads.cost.name else {
        terms.append(MovingTerm(weight, moved))
        continue
      }
      guard let share = differential(of: formula, moving: [base]) else {
        return false
      }
      later.append(MovingTerm(weight, share.0))
    }
    let isCost = names == [roads.cost.name]
    terms += later
    let chain = isCost ? nil : meaning(of: users.map(\.equation), later)
    add(
      by: isCost
        ? costRule(users[0].formula, base)
        : users.count == 1 ? .chain : .roads,
      inner: chain ?? [])
    for (equation, formula) in users where !isCost {
      guard open(equation, formula, moving: base) else { return false }
    }
    return !terms.isEmpty
  }

  private func costRule(_ formula: Expression, _ base: Name) -> Rule {
    differential(of: formula, moving: [base])?.1 ?? .dSum
  }

  /// The first line with slopes that have no name yet.
  private func meaning(
    of equations: [Equation], _ later: [MovingTerm]
  ) -> [Derivation.Line] {
    guard later.isEmpty, equations.count == 1, let equation = equations.first,
      roads.worksheet.equation(roads.worksheet.adjoint(of: equation.name))
        != nil,
      roads.isPerExample(equation.name) == roads.isPerExample(name)
    else { return [] }
    let term = MovingTerm(
      .matrix(roads.slope(in: equation.name, .name(equation.name))),
      .differential(.name(equation.name)))
    return [
      Derivation.Line(term.written(in: scope), by: Reason(.chain)),
      Derivation.Line(
        terms.written(in: scope),
        by: Reason(.definition, roads.worksheet.adjoint(of: equation.name))),
    ]
  }

  /// The slope of the cost in what an equation computes.
  private func weight(of equation: Equation) -> MovingTerm.Weight? {
    if equation.name == roads.cost.name {
      return roads.isPerExample(name) ? nil : .matrix(1)
    }
    var factor: Expression = 1
    if roads.isPerExample(equation.name), !roads.isPerExample(name) {
      guard let weight = exampleWeight else { return nil }
      factor = weight
    }
    if roads.row?.name == equation.name { return .number(factor) }
    guard
      let known = roads.worksheet.equation(
        roads.worksheet.adjoint(of: equation.name))
    else { return constantWeight(of: equation).map { .number($0) } }
    let constant = known.expression.withoutOnes
    if roads.isConstant(constant), constant.shapeIsNumber(in: scope) {
      return .number(factor == 1 ? constant : factor.times(constant))
    }
    let slope = Expression.name(known.name)
    return .matrix(factor == 1 ? slope : factor.times(slope))
  }

  private var exampleWeight: Expression? {
    SumsDerivation(roads.worksheet, of: adjoint)?.exampleWeight?.magnitude
      .tidied(in: scope, constants: roads.worksheet.constants)
  }

  /// The slope in the examples' costs, where it is one number for all.
  private func constantWeight(of equation: Equation) -> Expression? {
    guard roads.worksheet.delta == .mean,
      roads.consumers(of: equation.name).count == 1,
      var pullback = roads.consumers(of: equation.name).first.map({
        Pullback(
          scope: scope, subject: $0.equation.name, whole: $0.formula)
      }), let user = roads.consumers(of: equation.name).first,
      user.equation.name == roads.cost.name,
      (try? pullback.carry(Slope(1, shape: .scalar), into: user.formula))
        != nil
    else { return nil }
    let arrivals = pullback.arrivals.filter { $0.name == equation.name }
    guard arrivals.count == 1, let slope = arrivals.first?.slope else {
      return nil
    }
    let constant = slope.shown
      .tidied(in: scope, constants: roads.worksheet.constants).withoutOnes
    return roads.isConstant(constant) && constant.shapeIsNumber(in: scope)
      ? constant : nil
  }
}

// MARK: - Opening an equation, and carrying the differential out

extension MovesDerivation {
  private func differential(
    of formula: Expression, moving: Set<Name>
  ) -> (Expression, Rule)? {
    var differential = Differential(
      scope: scope, moving: moving, named: roads.named)
    guard let moved = try? differential.of(formula) else { return nil }
    return (moved, differential.leadingRule)
  }

  private mutating func open(_ activation: Equation) -> Bool {
    open(activation, activation.computed, moving: name)
  }

  /// Puts the formula of a quantity in for its differential.
  private mutating func open(
    _ equation: Equation, _ formula: Expression, moving: Name
  ) -> Bool {
    let own = Expression.differential(.name(equation.name))
    guard terms.contains(where: { $0.moved == own }) else { return true }
    guard let (moved, rule) = differential(of: formula, moving: [moving])
    else { return openByPullback(equation, formula, moving: moving) }
    let before = terms
    func replaced(by other: Expression) -> [MovingTerm] {
      before.map {
        $0.moved == own ? MovingTerm($0.weight, other) : $0
      }
    }
    let opened = replaced(by: .differential(formula)).written(in: scope)
    terms = replaced(by: moved)
    add(
      by: formula == .name(moving) ? .definition : rule,
      formula == .name(moving) ? equation.name : nil,
      inner: [
        Derivation.Line(opened, by: Reason(.definition, equation.name)),
        Derivation.Line(terms.written(in: scope), by: Reason(rule)),
      ])
    return true
  }

  /// Carries the slope through forms that have no moves of their own.
  private mutating func openByPullback(
    _ equation: Equation, _ formula: Expression, moving: Name
  ) -> Bool {
    let own = Expression.differential(.name(equation.name))
    var opened: [MovingTerm] = []
    var rules: [Rule] = []
    for term in terms {
      guard term.moved == own else {
        opened.append(term)
        continue
      }
      let shape = scope.shapes[equation.name] ?? .scalar
      var pullback = Pullback(
        scope: scope, subject: equation.name, whole: equation.expression)
      let slope = Slope(term.matrix(in: scope), shape: shape)
      guard (try? pullback.carry(slope, into: formula)) != nil else {
        return false
      }
      for (name, slope) in pullback.arrivals where name == moving {
        rules += slope.rules
        opened.append(
          MovingTerm(
            .matrix(tidied(slope.shown)), .differential(.name(moving))))
      }
    }
    terms = opened
    add(by: rules.last { ![.sum, .difference].contains($0) } ?? .chain)
    return true
  }

  /// Moves factors until every differential stands alone.
  private mutating func carryThrough() -> Bool {
    for _ in 0..<64 {
      guard terms.contains(where: { !$0.isDone }) else { return true }
      guard let next = terms.first(where: { !$0.isDone })?.moves(in: scope)
      else { return false }
      var moved: [MovingTerm] = []
      for term in terms {
        guard let result = term.moves(in: scope), result.rule == next.rule
        else {
          moved.append(term)
          continue
        }
        moved += result.terms.map(tidied)
      }
      terms = moved
      if let rule = next.rule { add(by: rule) }
    }
    return false
  }

  private func tidied(_ term: MovingTerm) -> MovingTerm {
    switch term.weight {
    case .matrix(let matrix):
      MovingTerm(.matrix(tidied(matrix)), term.moved)
    case .number(let number):
      MovingTerm(.number(tidied(number)), term.moved)
    }
  }

  private func tidied(_ expression: Expression) -> Expression {
    expression.tidied(in: scope, constants: roads.worksheet.constants)
  }
}

// MARK: - The end

extension MovesDerivation {
  /// The one weight that meets the differential in the end.
  private mutating func gathered() -> Expression? {
    let weights = terms.map { $0.matrix(in: scope) }
    guard let first = weights.first else { return nil }
    let moved = Expression.differential(.name(name))
    guard terms.allSatisfy({ $0.moved == moved }) else { return nil }
    let sum = weights.dropFirst().reduce(first) { sum, weight in
      if case .negation(let inner) = weight { return sum.minus(inner) }
      return sum.plus(weight)
    }
    terms = [MovingTerm(.matrix(sum), moved)]
    add(by: .split)
    return sum
  }

  /// The last line: the form that the worksheet shows.
  private mutating func finish(_ weight: Expression, _ target: Expression) {
    let tidy = tidied(weight)
    let moved = Expression.differential(.name(name))
    terms = [MovingTerm(.matrix(tidy), moved)]
    add(by: .arithmetic)
    guard tidy != target else { return }
    let rules =
      roads.worksheet.equation(adjoint)?.derivation?.lines
      .dropFirst(2).compactMap { $0.reason?.rule } ?? []
    let special = rules.last { $0 != .arithmetic }
    terms = [MovingTerm(.matrix(target), moved)]
    add(
      by: tidy.inOrder == target.inOrder ? .rearrange : special ?? .factorOut)
  }
}

extension Expression {
  /// Whether the expression is a number by its shape.
  fileprivate func shapeIsNumber(in scope: Scope) -> Bool {
    (try? shape(in: scope).isScalar) ?? false
  }
}

extension Worksheet {
  /// The derivation of a slope of the cost by moves: `dC` is written as an
  /// inner product, and factors go over to the other side until what stands
  /// before the differential can be read off.
  ///
  /// Where a form on the way has no moves, the worksheet's own derivation
  /// stands.
  ///
  /// - Parameter adjoint: The name of the slope, as `dW1` or `δ1`.
  /// - Returns: Nothing where the name is no slope of this worksheet.
  public func derivationByMoves(of adjoint: Name) -> Derivation? {
    guard let equation = equation(adjoint), equation.role == .backward else {
      return nil
    }
    var derivation = MovesDerivation(self, of: adjoint)
    return derivation?.derivation() ?? equation.derivation
  }
}
