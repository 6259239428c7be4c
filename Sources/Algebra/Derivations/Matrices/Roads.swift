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
  /// The functions of whole quantities whose values have a name.
  let named: [Expression: Name]

  init?(_ worksheet: Worksheet) {
    guard let cost = worksheet.cost else { return nil }
    self.worksheet = worksheet
    self.cost = cost
    scope = worksheet.scope
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

  /// The equations that use a quantity, in the form in which they do.
  func consumers(of name: Name) -> [(equation: Equation, formula: Expression)] {
    let computed = forward.filter { $0.computed.names.contains(name) }
    if !computed.isEmpty { return computed.map { ($0, $0.computed) } }
    // A cost may be lowered so that it passes by an activation.
    return forward.filter { $0.expression.names.contains(name) }
      .map { ($0, $0.expression) }
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
        Worksheet.adjoint(of: activation.name))
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
