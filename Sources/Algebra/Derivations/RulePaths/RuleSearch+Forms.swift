/// What a worksheet and the functions in it add to the laws.
extension RuleSearch {
  /// Each quantity and what its equation says of it.
  mutating func equationForms() -> [LawForm] {
    var forms: [LawForm] = []
    for equation in worksheet.equations where equation.role != .update {
      let quantity = table.term(.name(equation.name))
      let reasons = equation.stepReasons
      for expression in [equation.expression, equation.stable] {
        guard let expression else { continue }
        let meaning = table.term(expression.withoutGroups)
        forms += table.forms(quantity, meaning, reasons)
      }
    }
    return forms
  }

  /// The formula and the slope of each function in sight.
  mutating func functionForms() -> [LawForm] {
    let functions = table.surroundings.scope.functions
    var forms: [LawForm] = []
    for name in namesOfFunctions {
      guard let function = functions[name],
        let elementwise = function.elementwise, !elementwise.isUnknown
      else { continue }
      let input: Name = Name("u").asLetter
      func call(_ primes: Int) -> Expression {
        .call(name, primes: primes, [.name(input)])
      }
      let meanings = [
        Elementwise.input: Expression.name(input), Elementwise.output: call(0),
      ]
      if let formula = elementwise.definition ?? elementwise.exact {
        forms += table.forms(
          table.term(call(0)), table.term(formula.substituting(meanings)),
          [Reason(.definition, function.original)])
      }
      forms += table.forms(
        table.term(call(1)),
        table.term(elementwise.slope.substituting(meanings)),
        [Reason(.slope, function.original)])
    }
    return forms
  }

  /// The functions of the lines and of what leads to them.
  private var namesOfFunctions: [Name] {
    var seen: Set<Name> = []
    let formulas =
      [from, to]
      + worksheet.equations.filter { $0.role != .update }.map(\.expression)
    return formulas.flatMap(\.parts).compactMap { _, part in
      guard case .call(let name, _, _) = part, seen.insert(name).inserted
      else { return nil }
      return name
    }
  }
}

extension Equation {
  /// What the step from the name to its formula may be called.
  fileprivate var stepReasons: [Reason] {
    let definition = Reason(.definition, name)
    guard role == .backward, let derivation else { return [definition] }
    let rules = derivation.lines.compactMap(\.reason)
      .filter { $0.rule != .definition && $0.rule != .arithmetic }
    return rules + [definition]
  }
}

// MARK: - Slopes of named quantities

extension RuleSearch {
  /// What the slope of a quantity becomes by a rule for what its equation
  /// says.
  mutating func movesIntoSlope(_ term: TermNumber) -> [RuleMove] {
    guard let (subject, variable) = slope(term) else { return [] }
    var moves: [RuleMove] = []
    for depth in [1, 8] {
      let (opened, names) = opened(subject, along: variable, depth: depth)
      guard opened != subject else { break }
      let slope = table.derivative(opened, by: variable)
      let definitions = names.map { Reason(.definition, $0) }
      let isPlain =
        if case .derivative = table.nodes[slope] { true } else {
          false
        }
      moves.append(
        RuleMove(
          reasons: (isPlain ? [] : linearReasons(opened, variable))
            + definitions, result: folded(slope), definitions: names))
      moves += movesEverywhere(in: slope, using: .laws).map { move in
        var move = move
        move.result = folded(move.result)
        move.definitions = names
        return move
      }
    }
    return moves
  }

  /// What a slope is of and in what; the adjoints are slopes of the cost.
  private mutating func slope(_ term: TermNumber) -> (TermNumber, TermNumber)? {
    switch table.nodes[term] {
    case .derivative(let subject, let variable): return (subject, variable)
    case .atom(.name(let name)):
      guard let cost = table.surroundings.cost,
        let quantity = worksheet.quantity(withAdjoint: name),
        table.surroundings.adjoints[quantity] == name,
        let formula = table.surroundings.equations[cost]
      else { return nil }
      return (table.term(formula), table.atom(quantity))
    default: return nil
    }
  }

  /// The term with the equations of what moves put in.
  private mutating func opened(
    _ subject: TermNumber, along variable: TermNumber, depth: Int
  ) -> (TermNumber, [Name]) {
    var subject = subject
    var names: [Name] = []
    for _ in 0..<depth {
      var meanings: [TermNumber: TermNumber] = [:]
      for name in table.names(of: subject).sorted() {
        let atom = table.atom(name)
        guard let formula = table.surroundings.equations[name],
          atom != variable, !table.names(of: variable).contains(name),
          !table.isIndependent(atom, of: variable)
        else { continue }
        meanings[atom] = table.term(formula)
        names.append(name)
      }
      guard !meanings.isEmpty else { break }
      subject = table.replacing(meanings, in: subject)
    }
    return (subject, names)
  }

  /// The name of a quantity whose formula this is, or the term itself.
  private mutating func folded(_ term: TermNumber) -> TermNumber {
    for equation in worksheet.equations where equation.role == .forward {
      guard let formula = table.surroundings.equations[equation.name],
        table.term(formula) == term
      else { continue }
      return table.term(.name(equation.name))
    }
    return term
  }

  /// The rules by which the table took a slope without a word.
  private mutating func linearReasons(
    _ subject: TermNumber, _ variable: TermNumber
  ) -> [Reason] {
    let line = Expression.derivative(
      table.written(subject), by: table.written(variable), .applied)
    let slope = table.written(table.derivative(subject, by: variable))
    return Silence.rules.filter { silence, _ in
      !Silence.ofSlopes.isDisjoint(with: silence)
        && isNeeded(silence, from: line, to: slope)
    }.flatMap(\.rules).filter { $0.suits(line, slope) }.map { Reason($0) }
  }

  /// Whether two lines are one term only if a table is silent about
  /// something.
  ///
  /// - Parameters:
  ///   - silence: What the table says nothing about.
  ///   - line: A line.
  ///   - other: The next one.
  /// - Returns: Whether they are two terms in a table that is not.
  mutating func isNeeded(
    _ silence: Silence, from line: Expression, to other: Expression
  ) -> Bool {
    var loud = TermTable(
      Silence.all.subtracting(silence), in: table.surroundings)
    return loud.term(line.withoutGroups) != loud.term(other.withoutGroups)
  }

  // MARK: - Roads through a quantity

  /// What a slope becomes when it is taken through a quantity on the way;
  /// all of them are numbers.
  mutating func movesAlongRoads(_ term: TermNumber) -> [RuleMove] {
    guard let (subject, variable) = slope(term),
      case .atom(.name(let variableName)) = table.nodes[variable],
      table.isScalar(variable), table.isScalar(subject)
    else { return [] }
    let isCost = if case .atom = table.nodes[term] { true } else { false }
    let top =
      isCost
      ? table.surroundings.cost.map { table.atom($0) } ?? subject : subject
    let users = worksheet.equations.filter {
      $0.role == .forward && $0.expression.names.contains(variableName)
        && $0.name != variableName
    }
    let roads = users.filter { isOnTheWay($0.name, to: top, isCost) }
    guard !roads.isEmpty,
      roads.allSatisfy({
        table.surroundings.scope.shape(of: $0.name) == .scalar
      })
    else { return [] }
    let terms = roads.map { equation in
      let middle = table.atom(equation.name)
      let link = table.derivative(
        table.term(equation.expression.withoutGroups), by: variable)
      let named = table.derivative(
        table.term(.name(equation.name)), by: variable)
      let rest = table.derivative(top, by: middle)
      return (
        opened: table.product([rest, link]),
        named: table.product([rest, named])
      )
    }
    let reasons = [Reason(roads.count > 1 ? .roads : .chain), Reason(.chain)]
    let results = [
      table.sum(terms.map(\.named)), table.sum(terms.map(\.opened)),
    ]
    return results.filter { $0 != term }.map {
      RuleMove(reasons: reasons, result: $0)
    }
  }

  private mutating func isOnTheWay(
    _ name: Name, to top: TermNumber, _ isCost: Bool
  ) -> Bool {
    let atom = table.atom(name)
    return atom != top && !table.isIndependent(top, of: atom)
  }
}
