/// Derives the slope of the cost in every quantity that leads to it.
///
/// The equations are gone through from the last to the first. What a slope
/// does at each form of the language is `Pullback`; here the slopes that
/// reach a quantity are added up and given their name.
struct BackwardPass {
  private let worksheet: Worksheet
  private let scope: Scope
  private let cost: Equation
  /// The equations to go through: the cost's in the form that is computed.
  private let forward: [Equation]
  private var arrivals: [Name: [(equation: Int, slope: Slope)]] = [:]
  /// Slopes that are plain constants and so get no equation of their own.
  private var folded: [Name: Slope] = [:]
  private var derived: [Equation] = []
  /// The slope of the cost in the cost of one example, where δ leaves it out.
  private var exampleWeight: Expression?

  /// - Throws: ``WorksheetFault`` where there is no cost or it is no number.
  init(_ worksheet: Worksheet) throws(WorksheetFault) {
    guard let cost = worksheet.cost else { throw .noCost }
    self.worksheet = worksheet
    self.cost = cost
    scope = worksheet.scope
    let shape = scope.shapes[cost.name] ?? .scalar
    guard shape.isScalar else { throw .costIsNoNumber(cost.name, shape) }
    forward = worksheet.equations.filter {
      $0.role != .update && $0.role != .backward
    }
  }

  /// The backward equations, each with its derivation.
  mutating func equations() throws(WorksheetFault) -> [Equation] {
    if worksheet.delta == .perExample { try leaveOutExampleWeight() }
    for place in forward.indices.reversed() {
      try passThrough(place)
      emitParameters(firstUsedAt: place)
    }
    return derived
  }

  // MARK: - One equation

  private mutating func passThrough(
    _ place: Int
  ) throws(WorksheetFault) {
    let equation = forward[place]
    guard let slope = slope(reaching: equation) else { return }
    var pullback = Pullback(
      scope: scope, subject: equation.name, whole: equation.expression)
    try pullback.carry(slope, into: equation.computed)
    for (name, slope) in pullback.arrivals {
      arrivals[name, default: []].append((place, slope))
    }
  }

  /// The slope in what the equation computes, its own equation written down.
  private mutating func slope(reaching equation: Equation) -> Slope? {
    if equation.name == cost.name { return Slope(1, shape: .scalar) }
    if let constant = folded[equation.name] { return constant }
    guard let total = total(of: equation.name) else { return nil }
    if let constant = spreadConstant(total) {
      // A constant is put into the lines that follow instead of its name.
      if equation.role != .exampleCost { _ = write(total, in: equation.name) }
      var slope = total
      slope.shown = constant
      slope.computed = constant
      slope.shape = .scalar
      return slope
    }
    let adjoint = write(total, in: equation.name)
    var slope = Slope(
      .name(adjoint), shape: scope.shapes[equation.name] ?? .scalar)
    slope.isFromExamples = total.isFromExamples
    return slope
  }

  /// What reaches a quantity, added in the order of the equations that use it.
  private func total(of name: Name) -> Slope? {
    let parts = (arrivals[name] ?? []).enumerated().sorted { left, right in
      (left.element.equation, left.offset)
        < (right.element.equation, right.offset)
    }
    return Slope.sum(of: parts.map(\.element.slope))
  }

  private mutating func emitParameters(firstUsedAt place: Int) {
    for name in forward[place].computed.names {
      guard worksheet.given(name)?.role == .parameter,
        !forward[..<place].contains(where: { $0.computed.names.contains(name) }
        ),
        let total = total(of: name),
        !derived.contains(where: {
          $0.name == worksheet.adjoint(of: name)
        })
      else { continue }
      _ = write(weighted(total, name), in: name)
    }
  }

  // MARK: - Writing an equation down

  private mutating func write(_ total: Slope, in name: Name) -> Name {
    let adjoint = worksheet.adjoint(of: name)
    let lines = lines(to: total, in: name)
    let shown = lines.last?.expression ?? total.shown
    let computed = named(
      total.computed.tidied(in: scope, constants: worksheet.constants))
    derived.append(
      Equation(
        adjoint, shown, role: .backward,
        stable: computed == shown ? nil : computed,
        derivation: Derivation(.name(adjoint), lines: lines)))
    return adjoint
  }

  /// The lines from the slope's meaning to the form that a textbook writes.
  ///
  /// Constants come to the front, known combinations are shortened, and what
  /// has a name is called by it. A step that changes nothing is left out.
  private func lines(to total: Slope, in name: Name) -> [Derivation.Line] {
    let slope = meaning(of: total, in: name)
    let rule = total.rules.last { ![.sum, .difference].contains($0) } ?? .chain
    var lines = [
      Derivation.Line(
        slope, by: Reason(.definition, worksheet.adjoint(of: name))),
      Derivation.Line(named(total.shown), by: Reason(rule)),
    ]
    var form = total.shown
    func step(to next: Expression, by rule: Rule) {
      form = next
      let shown = named(next)
      guard shown != lines.last?.expression else { return }
      lines.append(Derivation.Line(shown, by: Reason(rule)))
    }
    step(
      to: form.tidied(in: scope, constants: worksheet.constants),
      by: .arithmetic)
    step(to: form.rewritten(by: Rewrite.closings).0, by: .complementOfSigmoid)
    step(to: assumed(form), by: .oneInEachColumn)
    return lines
  }

  /// What is meant by the slope: of the cost, or of the sum of the examples'
  /// costs where δ leaves the weight of an example out.
  private func meaning(of total: Slope, in name: Name) -> Expression {
    guard exampleWeight != nil, total.isFromExamples,
      worksheet.given(name) == nil,
      let row = forward.first(where: { $0.role == .exampleCost })
    else { return .derivative(.name(cost.name), by: .name(name), .partial) }
    return .derivative(
      .call("sum", .name(row.name)), by: .name(name), .applied)
  }

  /// Uses the names of the activations that were computed on the way.
  private func named(_ expression: Expression) -> Expression {
    expression.mapped { part in
      guard case .call(_, 0, _) = part,
        let equation = forward.first(where: {
          $0.role == .forward && $0.expression == part
        })
      else { return part }
      return .name(equation.name)
    }
  }

  /// Leaves out what an assumption makes 1: `a .* (ones · colsum(y))`.
  private func assumed(_ expression: Expression) -> Expression {
    expression.mapped { part in
      guard case .binary(let sign, let left, let right) = part,
        sign == .hadamard || sign == .times
      else { return part }
      if isOne(right) { return left }
      return isOne(left) ? right : part
    }
  }

  /// Whether an assumption makes the expression 1.
  private func isOne(_ expression: Expression) -> Bool {
    guard let target = expression.summedByColumns else { return false }
    return worksheet.assumesColumnsSumToOne(of: target)
  }

  /// The one constant that is the slope in every entry, where it is one.
  private func spreadConstant(_ slope: Slope) -> Expression? {
    let constants = worksheet.constants
    let constant = slope.shown.tidied(in: scope, constants: constants)
      .withoutOnes
    let isConstant = constant.parts.allSatisfy { _, part in
      switch part {
      case .call: false
      case .name(let name):
        scope.sizes[name] != nil || constants.contains(name)
      default: true
      }
    }
    return isConstant ? constant : nil
  }
}

// MARK: - δ of each example

extension BackwardPass {
  /// Starts from the sum of the examples' costs instead of their mean.
  private mutating func leaveOutExampleWeight() throws(WorksheetFault) {
    guard
      let row = forward.first(where: { $0.role == .exampleCost }),
      let constant = try weight(of: row.name)
    else { throw .perExampleImpossible(cost.name) }
    try refuseMixedRoads(to: row.name)
    if constant != 1 { exampleWeight = constant }
    var start = Slope(1, shape: .scalar)
    start.isFromExamples = true
    folded[row.name] = start
  }

  /// The slope of the cost in the cost of an example, where it is the same
  /// constant for all.
  func weight(of row: Name) throws(WorksheetFault) -> Expression? {
    var pullback = Pullback(
      scope: scope, subject: cost.name, whole: cost.expression)
    try pullback.carry(Slope(1, shape: .scalar), into: cost.computed)
    let direct = pullback.arrivals.filter { $0.name == row }
    guard direct.count == 1, let weight = direct.first?.slope else {
      return nil
    }
    return spreadConstant(weight)
  }

  /// A quantity that leads to the cost both through the examples and past
  /// them has no δ that leaves 1/m out.
  private func refuseMixedRoads(to row: Name) throws(WorksheetFault) {
    var past = Set(cost.computed.names).subtracting([row])
    for equation in forward.reversed()
    where past.contains(equation.name) && equation.name != row {
      past.formUnion(equation.computed.names)
    }
    var through: Set<Name> = [row]
    for equation in forward.reversed() where through.contains(equation.name) {
      through.formUnion(equation.computed.names)
    }
    let mixed = forward.first {
      past.contains($0.name) && through.contains($0.name)
    }
    if mixed != nil { throw .perExampleImpossible(cost.name) }
  }

  /// The slope in a parameter, with the weight that δ left out.
  private func weighted(_ total: Slope, _ name: Name) -> Slope {
    guard let exampleWeight else { return total }
    let parts = (arrivals[name] ?? []).sorted { $0.equation < $1.equation }
    return Slope.sum(
      of: parts.map { part in
        part.slope.isFromExamples
          ? part.slope.stepped(part.slope.shape) { exampleWeight.times($0) }
          : part.slope
      }) ?? total
  }
}

extension Expression {
  /// The constant before a matrix of ones.
  var withoutOnes: Expression {
    switch self {
    case .call("ones", 0, _): 1
    case .binary(.times, let constant, .call("ones", 0, _)): constant
    default: self
    }
  }

  /// The quantity whose column sums these are, in one row or in every row.
  fileprivate var summedByColumns: Name? {
    switch ungrouped {
    case .binary(.matmul, .call("ones", 0, _), let row):
      return row.summedByColumns
    case .call("colsum", 0, let arguments):
      guard case .name(let name)? = arguments.first else { return nil }
      return name
    default: return nil
    }
  }
}
