/// What the names that only one of two lines holds stand for.
extension RuleSearch {
  /// What one of the lines names and the other one does not.
  var definitionsInSight: [Reason] {
    mutating get {
      let known = Set(worksheet.equations.map(\.name))
      var names = Set(from.names).symmetricDifference(to.names)
        .filter(known.contains).sorted()
      for isByMeaning in [true, false] {
        names += aligned(in: &table, start, goal, isByMeaning).used
      }
      return names.uniqued.map { Reason(.definition, $0) }
    }
  }

  mutating func acceptsDefinition(_ reason: Reason) -> Bool {
    guard start != goal else { return false }
    for isByMeaning in [true, false] {
      let (left, right, used) = aligned(in: &table, start, goal, isByMeaning)
      guard used.contains(where: { isSame(Reason(.definition, $0), reason) })
      else { continue }
      if left == right { return true }
      var ring = TermTable(
        [.all, .exponentials], in: table.surroundings)
      let (first, second, _) = aligned(
        in: &ring, ring.term(from.withoutGroups),
        ring.term(to.withoutGroups), isByMeaning)
      if ring.areEqualAsRatios(first, second) { return true }
    }
    return false
  }

  /// Two lines in which what only one of them names is what it stands for.
  ///
  /// - Parameters:
  ///   - table: Where the lines stand.
  ///   - left: A line.
  ///   - right: Another one.
  ///   - isByMeaning: Whether δ1 stands for dC/dz1 and not for its formula.
  /// - Returns: Both lines, and the names that were replaced.
  func aligned(
    in table: inout TermTable, _ left: TermNumber, _ right: TermNumber,
    _ isByMeaning: Bool
  ) -> (left: TermNumber, right: TermNumber, used: [Name]) {
    let lines = aligned(in: &table, left, right, isByMeaning, without: [])
    guard lines.left == lines.right else { return lines }
    // A name that need not be replaced has no part in it.
    var spared: Set<Name> = []
    for name in lines.used where lines.used.count > 1 {
      let others = aligned(
        in: &table, left, right, isByMeaning, without: spared.union([name]))
      if others.left == others.right { spared.insert(name) }
    }
    return (
      lines.left, lines.right, lines.used.filter { !spared.contains($0) }
    )
  }

  private func aligned(
    in table: inout TermTable, _ left: TermNumber, _ right: TermNumber,
    _ isByMeaning: Bool, without spared: Set<Name>
  ) -> (left: TermNumber, right: TermNumber, used: [Name]) {
    var (left, right) = (left, right)
    var used: [Name] = []
    var opened = 0
    for _ in 0..<12 where left != right {
      let mine = table.names(of: left)
      let others = table.names(of: right)
      let loose = mine.symmetricDifference(others).sorted()
      var change: (meanings: [TermNumber: TermNumber], names: [Name])?
      for equation in worksheet.equations.reversed()
      where isLoose(equation, mine, others, loose, isByMeaning)
        && !spared.contains(equation.name)
        && !table.surroundings.variables.contains(equation.name)
      {
        change = meaning(of: equation, in: &table, isByMeaning, spared)
        if change != nil { break }
      }
      if let change {
        used += change.names
        left = table.replacing(change.meanings, in: left)
        right = table.replacing(change.meanings, in: right)
        continue
      }
      let functions = table.functions(in: left).symmetricDifference(
        table.functions(in: right)
      ).sorted()
      guard
        let function = functions.first(where: {
          table.formula($0) != nil && !spared.contains(original($0))
        })
      else { break }
      // A function says more than a name.
      used.insert(original(function), at: opened)
      opened += 1
      left = table.opening(function, in: left)
      right = table.opening(function, in: right)
    }
    return (left, right, used)
  }

  /// Whether only one of two lines names a quantity, or both do and only one
  /// names something in its equation.
  private func isLoose(
    _ equation: Equation, _ mine: Set<Name>, _ others: Set<Name>,
    _ loose: [Name], _ isByMeaning: Bool
  ) -> Bool {
    guard equation.role != .update else { return false }
    if loose.contains(equation.name) {
      // What a slope comes to is no definition of a slope written `dC/dz1`.
      return equation.role != .backward || isByMeaning
        || from.names.contains(equation.name)
        || to.names.contains(equation.name)
    }
    return equation.role == .forward && mine.contains(equation.name)
      && others.contains(equation.name)
      && !loose.allSatisfy { !equation.expression.names.contains($0) }
  }

  private func meaning(
    of equation: Equation, in table: inout TermTable, _ isByMeaning: Bool,
    _ spared: Set<Name>
  ) -> (meanings: [TermNumber: TermNumber], names: [Name])? {
    let atom = table.atom(equation.name)
    guard equation.role == .backward, isByMeaning else {
      return (
        [atom: table.term(equation.expression.withoutGroups)], [equation.name]
      )
    }
    guard let cost = table.surroundings.cost, !spared.contains(cost),
      let quantity = worksheet.quantity(withAdjoint: equation.name),
      table.surroundings.adjoints[quantity] == equation.name,
      let formula = table.surroundings.equations[cost]
    else { return nil }
    let slope = table.derivative(
      table.term(formula), by: table.atom(quantity))
    return slope == atom ? nil : ([atom: slope], [cost, equation.name])
  }
}

extension TermTable {
  /// The functions that are called in a term, no slope of theirs taken.
  func functions(in term: TermNumber) -> Set<Name> {
    Set(
      all(in: term).compactMap { part in
        guard case .form(.call(let name, 0, _), _) = nodes[part] else {
          return nil
        }
        return name
      })
  }

  /// The formula of a function in `x`.
  func formula(_ function: Name) -> Expression? {
    let elementwise = surroundings.scope.functions[function]?.elementwise
    guard let elementwise, !elementwise.isUnknown else { return nil }
    return elementwise.definition ?? elementwise.exact
  }

  /// The term with the formula of a function in the place of its calls.
  mutating func opening(_ function: Name, in term: TermNumber) -> TermNumber {
    guard let formula = formula(function) else { return term }
    let pattern = self.term(
      formula.substituting([
        Elementwise.input: .name(Elementwise.input.asLetter)
      ]))
    return opening(function, pattern, in: term)
  }

  private mutating func opening(
    _ function: Name, _ formula: TermNumber, in term: TermNumber
  ) -> TermNumber {
    var parts = self.parts(of: term)
    guard !parts.isEmpty else { return term }
    let isSlope = if case .derivative = nodes[term] { true } else { false }
    for place in parts.indices where !isSlope || place == 0 {
      parts[place] = opening(function, formula, in: parts[place])
    }
    if case .form(.call(function, 0, _), _) = nodes[term] {
      let meanings = Meanings(
        letters: [Elementwise.input.asLetter: parts[0]])
      return filled(formula, meanings) ?? term
    }
    return parts == self.parts(of: term) ? term : rebuilt(term, parts)
  }
}
