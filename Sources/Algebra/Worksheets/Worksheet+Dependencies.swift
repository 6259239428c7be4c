extension Worksheet {
  /// The equations whose values follow from any of the names.
  ///
  /// - Parameter names: Quantities that change.
  /// - Returns: The equations to compute again, in their order; one that is
  ///   among the names itself is left as it is.
  public func equations(following names: Set<Name>) -> [Equation] {
    var changed = names
    return equations.filter { equation in
      guard equation.role != .update, !names.contains(equation.name),
        !changed.isDisjoint(with: equation.computed(moving: names).names)
      else { return false }
      changed.insert(equation.name)
      return true
    }
  }

  /// The equations through which a quantity leads to any of the names, in
  /// their order.
  func equations(from base: Name, to goals: Set<Name>) -> [Equation] {
    let following = equations(following: [base])
    var sources = goals
    for equation in following.reversed()
    where sources.contains(equation.name) {
      sources.formUnion(equation.computed(moving: [base]).names)
    }
    return following.filter { sources.contains($0.name) }
  }

  /// The fault of a `dw2/dw1` where `w2` does not depend on `w1`: the slope is
  /// 0, and most likely the quotient of the slopes of the cost was meant.
  func quotientReadAsSlope(in expression: Expression) -> ExpressionFault? {
    for (path, part) in expression.parts {
      guard case .derivative(.name(let top), .name(let bottom), _) = part,
        top != bottom, !sources(of: [top]).contains(bottom)
      else { continue }
      let slopes = [adjoint(of: top), adjoint(of: bottom)]
      guard slopes.allSatisfy({ equation($0) != nil }) else { continue }
      return ExpressionFault(
        .derivativeOfIndependent(top, by: bottom, slopes: slopes), at: path)
    }
    return nil
  }

  /// The quantities from which any of the names is computed, themselves
  /// included.
  public func sources(of names: Set<Name>) -> Set<Name> {
    var sources = names
    for equation in equations.reversed()
    where equation.role != .update && sources.contains(equation.name) {
      sources.formUnion(equation.computed.names)
    }
    return sources
  }
}
