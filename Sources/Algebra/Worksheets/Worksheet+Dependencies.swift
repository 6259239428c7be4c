extension Worksheet {
  /// The equations whose values follow from any of the names.
  ///
  /// - Parameter names: Quantities that change.
  /// - Returns: The equations to compute again, in their order; one that is
  ///   among the names itself is left as it is. One whose stable form leaves
  ///   out what changes, as a cost written in z does when a is moved, comes
  ///   without that form.
  public func equations(following names: Set<Name>) -> [Equation] {
    var changed = names
    return equations.compactMap { equation in
      guard equation.role != .update, !names.contains(equation.name) else {
        return nil
      }
      let follows = equation.following(changed, of: names)
      guard !changed.isDisjoint(with: follows.computed.names) else {
        return nil
      }
      changed.insert(equation.name)
      return follows
    }
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

extension Equation {
  /// The equation with its stable form if that form sees all that changes,
  /// else without.
  ///
  /// - Parameters:
  ///   - changed: What changes.
  ///   - origins: The quantities moved, from which the others follow.
  /// - Returns: The equation, with a stable form that sees all, or with none.
  func following(_ changed: Set<Name>, of origins: Set<Name>) -> Equation {
    guard let stable else { return self }
    let seen = Set(stable.names)
    let shown = Set(expression.names)
    let missesOrigin = !origins.intersection(shown).isSubset(of: seen)
    let missesAll =
      changed.isDisjoint(with: seen) && !changed.isDisjoint(with: shown)
    guard missesOrigin || missesAll else { return self }
    return Equation(name, expression, role: role, derivation: derivation)
  }
}
