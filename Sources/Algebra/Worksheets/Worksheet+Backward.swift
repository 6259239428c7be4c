extension Worksheet {
  /// The worksheet with the slope of its cost in every quantity that leads to
  /// the cost, derived by named rules.
  ///
  /// Backward equations that it holds already are derived anew.
  ///
  /// - Throws: ``WorksheetFault`` where there is no cost, or no slope passes
  ///   through one of the equations.
  public func withBackwardPass() throws(WorksheetFault) -> Worksheet {
    var worksheet = self
    worksheet.equations.removeAll { $0.role == .backward }
    worksheet = worksheet.withLoweredCost()
    var pass = try BackwardPass(worksheet)
    let derived = try pass.equations()
    let place =
      worksheet.equations.lastIndex { $0.role != .update }.map { $0 + 1 } ?? 0
    worksheet.equations.insert(contentsOf: derived, at: place)
    return try worksheet.withOutputSlope()
  }

  /// The worksheet with each cost in a form that is safe to compute.
  func withLoweredCost() -> Worksheet {
    var worksheet = self
    let scope = self.scope
    for place in equations.indices {
      let equation = equations[place]
      guard equation.role == .cost || equation.role == .exampleCost,
        equation.stable == nil,
        let (stable, lines) = lowered(equation.expression, in: scope)
      else { continue }
      worksheet.equations[place] = Equation(
        equation.name, equation.expression, role: equation.role,
        stable: stable,
        derivation: Derivation(.name(equation.name), lines: lines))
    }
    return worksheet
  }

  /// The cost with no logarithm of a rounded number in it, and how it came.
  private func lowered(
    _ expression: Expression, in scope: Scope
  ) -> (Expression, [Derivation.Line])? {
    var meanings: [Name: Expression] = [:]
    for name in expression.names {
      guard let equation = equation(name), equation.role == .forward,
        case .call = equation.expression
      else { continue }
      meanings[name] = equation.expression
    }
    let opened = expression.substituting(meanings)
    let (rewritten, rules) = opened.rewritten(by: Rewrite.lowerings)
    guard !rules.isEmpty else { return nil }
    let tidy = rewritten.tidied(in: scope, constants: constants)
    var lines = [Derivation.Line(expression, by: nil)]
    if let name = meanings.keys.sorted().first {
      lines.append(Derivation.Line(opened, by: Reason(.definition, name)))
    }
    lines.append(Derivation.Line(rewritten, by: Reason(rules[0])))
    if tidy != rewritten {
      lines.append(Derivation.Line(tidy, by: Reason(.arithmetic)))
    }
    return (tidy, lines)
  }

  /// Adds the slope in an activation that a lowered cost passes by, so that
  /// it can be looked at although nothing is computed from it.
  private func withOutputSlope() throws(WorksheetFault) -> Worksheet {
    var plain = self
    plain.equations = equations.compactMap { equation in
      if equation.role == .backward { return nil }
      return Equation(
        equation.name, equation.expression, role: equation.role)
    }
    guard
      plain.equations.map(\.computed)
        != equations.filter({
          $0.role != .backward
        }).map(\.computed)
    else { return self }
    var pass = try BackwardPass(plain)
    let scope = self.scope
    var worksheet = self
    for slope in try pass.equations() where equation(slope.name) == nil {
      let (opened, rules) = slope.expression.substituting(activations)
        .rewritten(by: Rewrite.complements)
      let stable = opened.mapped(\.safelyDivided)
      let isAltered = !rules.isEmpty || stable != opened
      let added = Equation(
        slope.name, slope.expression, role: .backward,
        stable: isAltered
          ? stable.tidied(in: scope, constants: constants) : nil,
        derivation: slope.derivation)
      worksheet.equations.insert(added, at: worksheet.firstBackward)
    }
    return worksheet
  }

  private var activations: [Name: Expression] {
    var meanings: [Name: Expression] = [:]
    for equation in equations where equation.role == .forward {
      if case .call = equation.expression {
        meanings[equation.name] = equation.expression
      }
    }
    return meanings
  }

  private var firstBackward: Int {
    equations.firstIndex { $0.role == .backward } ?? equations.count
  }
}

extension Expression {
  /// The quotient with a divisor that is never 0.
  ///
  /// Where a probability is rounded to 0, its target is mostly 0 too, and
  /// their quotient is 0 and not NaN.
  fileprivate var safelyDivided: Expression {
    guard case .binary(.hadamardDivide, let top, let bottom) = self,
      case .call = bottom
    else { return self }
    return .binary(.hadamardDivide, top, bottom.keptFromZero)
  }
}
