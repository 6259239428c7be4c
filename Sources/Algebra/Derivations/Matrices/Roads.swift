/// A quantity of a worksheet, and the equations through which it reaches the
/// cost.
struct Roads {
  let worksheet: Worksheet
  let scope: Scope
  let cost: Equation
  /// The equations that lead to the cost, in their order.
  let forward: [Equation]
  /// Those of the examples' costs, where δ is the slope of their sum.
  let row: Equation?
  /// What the cost follows from, itself included.
  private let sources: Set<Name>
  /// The functions of whole quantities whose values have a name.
  let named: [Expression: Name]

  init?(_ worksheet: Worksheet) {
    guard let cost = worksheet.cost else { return nil }
    self.worksheet = worksheet
    self.cost = cost
    scope = worksheet.scope
    sources = worksheet.sources(of: [cost.name])
    forward = worksheet.equations.filter {
      $0.role != .update && $0.role != .backward
    }
    row =
      worksheet.delta == .perExample
      ? forward.first { $0.role == .exampleCost } : nil
    var named: [Expression: Name] = [:]
    for equation in forward where equation.role == .forward {
      if case .call = equation.expression {
        named[equation.expression] = equation.name
      }
    }
    self.named = named
  }

  /// The equations through which a quantity reaches the cost, in the form in
  /// which they hold it.
  func consumers(of name: Name) -> [(equation: Equation, formula: Expression)] {
    forward.filter { sources.contains($0.name) }
      .map { (equation: $0, formula: $0.computed(moving: [name])) }
      .filter { $0.formula.names.contains(name) }
  }

  /// Whether one of the quantities follows from another of them.
  func isMixed(_ names: [Name]) -> Bool {
    names.contains { name in
      let following = worksheet.equations(following: [name])
        .filter { $0.role != .backward }
      return following.contains { names.contains($0.name) }
    }
  }

  /// Whether a slope in the quantity leaves the weight of an example out.
  func isPerExample(_ name: Name) -> Bool {
    guard let row, worksheet.given(name) == nil else { return false }
    return worksheet.sources(of: [row.name]).contains(name)
  }

  /// The slope of the cost in the quantity or in an entry of it.
  func slope(in name: Name, _ bottom: Expression) -> Expression {
    guard isPerExample(name), let row else {
      return .derivative(.name(cost.name), by: bottom, .partial)
    }
    return .derivative(.call("sum", .name(row.name)), by: bottom, .applied)
  }

  /// The one equation that applies a function to every entry of a quantity
  /// that goes nowhere else, as `a1 = g1(z1)`.
  func activation(of name: Name) -> Equation? {
    let users = consumers(of: name)
    guard worksheet.given(name) == nil, users.count == 1,
      let user = users.first, user.equation.role == .forward
    else { return nil }
    switch user.formula {
    case .name: return user.equation
    case .call(let function, 0, let arguments):
      return arguments == [.name(name)]
        && scope.functions[function]?.elementwise != nil
        ? user.equation : nil
    default: return nil
    }
  }

  /// The slope that the worksheet shows, with the slope in the activation put
  /// in.
  func target(of adjoint: Name, through activation: Equation?) -> Expression? {
    guard let equation = worksheet.equation(adjoint) else { return nil }
    guard let activation,
      let inner = worksheet.equation(
        worksheet.adjoint(of: activation.name))
    else { return equation.expression }
    return equation.expression.substituting([inner.name: inner.expression])
      .tidied(in: scope, constants: worksheet.constants)
  }

  /// Whether the expression is made of numbers, sizes and constants alone.
  func isConstant(_ expression: Expression) -> Bool {
    expression.names.allSatisfy {
      scope.sizes[$0] != nil || worksheet.constants.contains($0)
    }
  }
}

extension Worksheet {
  /// The worksheet in which the cost follows from a quantity.
  ///
  /// A cost that is lowered may pass by an activation; its slope in that is
  /// the slope of the cost as it is shown.
  func reaching(_ name: Name) -> Worksheet {
    guard let cost, !sources(of: [cost.name]).contains(name) else {
      return self
    }
    var plain = self
    plain.equations = equations.map { equation in
      guard equation.role != .backward else { return equation }
      return Equation(
        equation.name, equation.expression, role: equation.role)
    }
    return plain
  }
}
