// The lines, from the chain rule for one entry to the matrix.

extension SumsDerivation {
  /// The whole derivation; nothing where a form has no sums.
  mutating func derivation() -> Derivation? {
    let activation = roads.activation(of: name)
    guard let target = roads.target(of: adjoint, through: activation),
      let head = try? head(through: activation)
    else { return nil }
    let base = activation?.name ?? name
    lines = [
      Derivation.Line(
        roads.slope(in: name, entry(name, at: place)),
        by: Reason(.definition, adjoint))
    ]
    if let activation {
      add(
        multiplied(
          roads.slope(in: base, entry(activation.name, at: place)), head),
        by: .chain)
    }
    let chain = chain(in: base)
    if let chain {
      let isOne = roads.consumers(of: base).count == 1
      add(multiplied(chain, head), by: isOne ? .chain : .roads)
    }
    guard let (terms, rules) = try? terms(of: base, at: place, taken: letters)
    else { return nil }
    add(
      multiplied(terms.map(tidyLetters).sum, head),
      by: chain == nil && roads.consumers(of: base).count > 1
        ? .roads : leading(rules),
      inner: opened(base, head))
    guard let matrix = addReading(of: terms, head) else { return nil }
    finish(matrix, target)
    return Derivation(
      own(.name(adjoint)), lines: lines,
      conclusion: Derivation.Conclusion(
        adjoint, target, by: Reason(.everyEntry)))
  }

  /// The slope of the activation in its own entry; 1 where there is none.
  private func head(
    through activation: Equation?
  ) throws(ExpressionFault) -> Expression {
    guard let activation else { return 1 }
    var slope = EntrySlope(
      of: name, at: place, scope: roads.scope, named: roads.named,
      constants: roads.worksheet.constants, taken: letters)
    let terms = try slope.slope(of: activation.computed, at: place) ?? []
    return terms.map(\.picked).map { term in
      var bare = term
      bare.deltas = []
      return bare
    }.sum
  }

  private func multiplied(_ sum: Expression, _ head: Expression) -> Expression {
    head == 1 ? sum : sum == 1 ? head : sum.times(head)
  }

  /// The chain rule with slopes that are still to be found; nothing where
  /// the cost is next, or a road leads from one equation to another.
  private func chain(in base: Name) -> Expression? {
    let users = roads.consumers(of: base).map(\.equation)
    guard !roads.isMixed(users.map(\.name)),
      !users.contains(where: { $0.name == roads.cost.name })
    else { return nil }
    var terms: [IndexTerm] = []
    for equation in users {
      let (place, indices) = freshPlace(in: equation.name)
      let own = entry(equation.name, at: place)
      var term = IndexTerm(
        factors: [
          roads.slope(in: equation.name, own),
          .derivative(own, by: entry(base, at: self.place), .partial),
        ], indices: indices)
      if roads.isPerExample(equation.name), !roads.isPerExample(base) {
        guard let weight = exampleWeight else { return nil }
        term = weight.times(term)
      }
      terms.append(term)
    }
    return terms.sum
  }

  private func freshPlace(in name: Name) -> (Place, [Name]) {
    let shape = roads.scope.shapes[name] ?? .scalar
    var slope = EntrySlope(
      of: name, at: place, scope: roads.scope, named: [:], constants: [],
      taken: letters)
    let (row, rows) = slope.index(along: shape.rows)
    let (column, columns) = slope.index(along: shape.columns)
    return (
      Place(row: row, column: column), [rows, columns].compactMap { $0 }
    )
  }

  /// The smaller steps to the slopes: what is known gets its name, and an
  /// entry is written out.
  private func opened(
    _ base: Name, _ head: Expression
  ) -> [Derivation.Line] {
    let users = roads.consumers(of: base)
    guard users.count == 1, let user = users.first,
      user.equation.name != roads.cost.name,
      let known = roads.worksheet.equation(
        roads.worksheet.adjoint(of: user.equation.name)),
      !roads.isConstant(known.expression),
      !roads.isPerExample(user.equation.name) || roads.isPerExample(base)
    else { return [] }
    let (place, indices) = freshPlace(in: user.equation.name)
    let taken = letters.union(indices)
    let form = EntryForm(scope: roads.scope, termLimit: 1, taken: taken)
    guard let formula = try? form.entry(place, of: user.formula).withoutUnits
    else { return [] }
    func line(_ top: Expression, by reason: Reason) -> Derivation.Line {
      let bottom = entry(base, at: self.place)
      let form: Expression.DerivativeForm =
        top == formula ? .applied : .partial
      let term = IndexTerm(
        factors: [
          entry(known.name, at: place), .derivative(top, by: bottom, form),
        ], indices: indices)
      return Derivation.Line(multiplied(term.magnitude, head), by: reason)
    }
    return [
      line(
        entry(user.equation.name, at: place),
        by: Reason(.definition, known.name)),
      line(formula, by: Reason(.oneEntry)),
    ]
  }

  /// The rule that says most of several.
  private func leading(_ rules: [Rule]) -> Rule {
    let order: [Rule] = [
      .softmax, .logSoftmax, .logSumExp, .norm, .squaredNorm, .trace,
      .sumOfOthers, .branch, .slopeOfProduct, .quotient, .power,
      .eachByItself, .product, .mean, .entry, .difference, .sum,
    ]
    return order.first { rules.contains($0) } ?? .slopeOfEntry
  }

  /// The term with the usual letters for its indices.
  func tidyLetters(_ term: IndexTerm) -> IndexTerm {
    let inUse = letters.union(term.factors.flatMap(\.sumIndices))
    let free = Expression.sumLetters(in: roads.scope)
      .filter { !inUse.contains($0) }
    // A letter that is an index already would be taken for another one.
    let between = (1...max(term.indices.count, 1)).map {
      Name(stem: "index", index: String($0))
    }
    return term.renamed(between).renamed(free)
  }

  // MARK: - The end

  /// The last lines: the form that the worksheet shows.
  private mutating func finish(_ matrix: Expression, _ target: Expression) {
    guard matrix != target else { return }
    let rules =
      roads.worksheet.equation(adjoint)?.derivation?.lines
      .dropFirst(2).compactMap { $0.reason?.rule } ?? []
    let special = rules.last { ![.arithmetic, .oneInEachColumn].contains($0) }
    let isSameUpToOrder = matrix.inOrder == target.inOrder
    add(
      own(target),
      by: isSameUpToOrder ? .rearrange : special ?? .factorOut)
  }
}

extension Expression {
  /// The expression with what may change places in one order.
  var inOrder: Expression {
    let parts = withChildren(children.map(\.inOrder)).ungrouped
    switch parts {
    case .binary(let sign, let left, let right)
    where [.add, .times, .hadamard].contains(sign):
      var terms = left.operands(of: sign) + right.operands(of: sign)
      terms.sort { $0.text(.ascii) < $1.text(.ascii) }
      return terms.dropFirst().reduce(terms[0]) { .binary(sign, $0, $1) }
    default: return parts
    }
  }

  private func operands(of sign: BinaryOperator) -> [Expression] {
    guard case .binary(sign, let left, let right) = self else { return [self] }
    return left.operands(of: sign) + right.operands(of: sign)
  }
}
