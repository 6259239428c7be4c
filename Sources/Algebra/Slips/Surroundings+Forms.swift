extension Surroundings {
  /// The lines that a target is known to equal, as textbooks write them: the
  /// one that is shown first, then with slopes opened and folded, and the
  /// lines of its derivation.
  ///
  /// - Parameter target: A quantity, a slope of the cost, an entry of one, or
  ///   any expression, which then is its own form.
  /// - Returns: Each form once, without redundant parentheses.
  public func forms(of target: Expression) -> [Expression] {
    var seen: Set<Expression> = []
    return allForms(of: target).map(\.withoutGroups)
      .filter { seen.insert($0).inserted }
  }

  private func allForms(of target: Expression) -> [Expression] {
    switch target.ungrouped {
    case .name(let name): return forms(ofQuantity: name)
    case .entry(let base, let places):
      return allForms(of: base).map { .entry($0, places) }
    case .derivative(let top, let bottom, _):
      return forms(ofSlope: top, in: bottom)
    default: return [target, folded(target), withOpenSlopes(folded(target))]
    }
  }

  private func forms(ofSlope top: Expression, in bottom: Expression)
    -> [Expression]
  {
    let cost = worksheet.cost?.name
    if let quantity = name(of: bottom), name(of: top) == cost, cost != nil {
      let adjoint = worksheet.adjoint(of: quantity)
      if worksheet.equation(adjoint) != nil {
        return forms(ofQuantity: adjoint)
      }
    }
    guard let variable = name(of: bottom) else { return [] }
    let slope = try? opened(top, to: variable).differentiated(
      by: variable, functions: scope.functions)
    return slope.map { [$0, withOpenSlopes($0)] } ?? []
  }

  private func forms(ofQuantity name: Name) -> [Expression] {
    guard let equation = worksheet.equation(name) else { return [] }
    var forms: [Expression] = []
    let lines = (equation.derivation?.lines ?? []).map(\.expression)
    for line in [equation.expression] + chainForms(of: name) {
      forms += [folded(line), line]
    }
    forms += forms.map(withOpenSlopes)
    forms += forms.prefix(2).map(opened)
    if equation.role == .backward {
      forms.append(withOpenSlopes(opened(folded(equation.expression))))
    }
    return forms + lines.filter { !$0.holdsOpenSlope }
  }

  /// The slope with the functions on its way in it, where what is shown has
  /// cancelled them.
  private func chainForms(of name: Name) -> [Expression] {
    guard let crossing = crossing(ofSlope: name),
      let function = crossing.function,
      let body = self.function(function)?.body,
      let shape = scope.shapes[crossing.output]
    else { return [] }
    let adjoint = worksheet.adjoint(of: crossing.output)
    guard worksheet.equation(adjoint) != nil else { return [] }
    let way = Passage(
      function: function, arguments: [.name(crossing.input)],
      argumentShapes: [shape], shape: shape, output: .name(crossing.output),
      adjoint: .name(adjoint), adjointShape: shape)
    return body.pullback(way).compactMap { $0?.adjoint }
  }

  /// The line with the slopes that a screen folds away written out.
  func folded(_ line: Expression) -> Expression {
    line.mapped { part in
      guard case .name(let name) = part, name.stem != "δ",
        let quantity = quantity(withAdjoint: name),
        worksheet.equation(quantity) != nil,
        let equation = worksheet.equation(name)
      else { return part }
      return equation.expression
    }
  }

  /// The line with what it is made of written out once.
  private func opened(_ line: Expression) -> Expression {
    let holdsBackward = line.names.contains {
      worksheet.equation($0)?.role == .backward
    }
    return line.mapped { part in
      guard case .name(let name) = part, name != target,
        let equation = worksheet.equation(name),
        !holdsBackward || equation.role == .backward
      else { return part }
      return folded(equation.expression)
    }
  }

  /// A formula with all that stands between it and a quantity written out.
  func opened(_ line: Expression, to variable: Name) -> Expression {
    var line = line
    for equation in worksheet.equations.reversed()
    where equation.role != .update && equation.name != variable {
      guard
        worksheet.sources(of: [equation.name]).contains(variable),
        line.names.contains(equation.name)
      else { continue }
      line = line.substituting([equation.name: equation.expression])
    }
    return line
  }

  /// The line with the slope of each function as its formula.
  func withOpenSlopes(_ line: Expression) -> Expression {
    line.mapped { part in
      guard case .call(let name, 1, let arguments) = part,
        let argument = arguments.first
      else { return part }
      return slopeFormula(of: name, at: argument) ?? part
    }
  }

  /// The formula for the slope of a function, entry by entry.
  ///
  /// - Parameters:
  ///   - function: A function of one number.
  ///   - argument: What goes in.
  ///   - output: What comes out; by default what it is called, or the call.
  /// - Returns: The formula, or nothing where the function is no such one.
  func slopeFormula(
    of function: Name, at argument: Expression, output: Expression? = nil
  ) -> Expression? {
    guard let elementwise = elementwise(function) else { return nil }
    let value =
      output ?? outputName(of: function, at: argument)
      ?? .call(function, argument)
    return elementwise.slope.byEntries.substituting([
      Elementwise.input: argument, Elementwise.output: value,
    ])
  }

  /// The name of what a function gives at a quantity.
  func outputName(of function: Name, at argument: Expression) -> Expression? {
    guard let crossing = name(of: argument).flatMap({ crossings[$0] }),
      let own = crossing.function, isSame(own, function)
    else { return nil }
    return .name(crossing.output)
  }

  /// Whether two names are one function, as `g1` and `sigmoid` may be.
  func isSame(_ one: Name, _ other: Name) -> Bool {
    if one == other { return true }
    guard let left = function(one), let right = function(other) else {
      return false
    }
    if left.name == right.name { return true }
    guard let own = left.elementwise, let its = right.elementwise else {
      return false
    }
    return own.slope == its.slope && own.kinks == its.kinks
      && own.value(0.37) == its.value(0.37)
  }
}

extension Expression {
  /// A formula of numbers written for every entry of matrices.
  var byEntries: Expression {
    mapped { part in
      guard case .binary(let sign, let left, let right) = part,
        left.constant == nil
      else { return part }
      switch sign {
      case .times where right.constant == nil:
        return .binary(.hadamard, left, right)
      case .divide where right.constant == nil:
        return .binary(.hadamardDivide, left, right)
      case .power: return .binary(.hadamardPower, left, right)
      default: return part
      }
    }
  }

  private var holdsDerivative: Bool {
    if case .derivative = self { true } else { false }
  }

  /// Whether a slope stands in it that no rule has taken yet.
  var holdsOpenSlope: Bool { parts.contains { $0.part.holdsDerivative } }
}
