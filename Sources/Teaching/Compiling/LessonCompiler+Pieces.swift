import Algebra

extension LessonCompiler {
  /// The lines of a derivation, each a piece.
  mutating func lines(
    of syntax: DerivationSyntax, on bench: Bench?
  ) -> [Piece] {
    var scope = bench.scope
    let letters = letters(syntax.givens, in: &scope)
    guard let subject = expression(syntax.left, in: scope) else { return [] }
    var before: [Expression] = []
    var pieces: [Piece] = []
    for step in syntax.steps {
      guard let right = expression(step.expression, in: scope) else {
        return pieces
      }
      claims.append(
        .equality(
          ClaimedEquality(
            left: before.last ?? subject, right: right, letters: letters,
            bench: bench, source: step.expression)))
      let line = DerivationLine(
        subject: subject, expression: right,
        reason: step.rule.flatMap { reason($0, bench) },
        notes: step.notes.map { inlines($0, on: bench) },
        place: before.count, before: before, letters: letters)
      let start =
        before.isEmpty
        ? syntax.givens.first ?? syntax.left : step.expression
      pieces.append(Piece(content: .derivation(line), line: start.line))
      before.append(right)
    }
    return pieces
  }

  private mutating func reason(
    _ source: SourceText, _ bench: Bench?
  ) -> Reason? {
    guard let reason = Reason(source.text) else {
      faults.add(.ruleUnknown(source.text), at: source)
      return nil
    }
    claims.append(.reason(reason, bench, at: source))
    return reason
  }

  mutating func show(
    _ syntax: StatementSyntax, on bench: Bench?
  ) -> ShowLine? {
    guard let right = expression(syntax.expression, on: bench) else {
      return nil
    }
    guard let source = syntax.left else {
      return ShowLine(left: nil, expression: right)
    }
    guard let left = expression(source, on: bench) else { return nil }
    claims.append(
      .equality(
        ClaimedEquality(
          left: left, right: right, letters: [], bench: bench, source: source)))
    return ShowLine(left: left, expression: right)
  }

  /// An alteration: a given quantity, or a part of one, and its new value.
  mutating func assignment(
    _ syntax: StatementSyntax, on bench: Bench?
  ) -> Assignment? {
    guard let left = syntax.left,
      let target = expression(left, on: bench),
      let value = expression(syntax.expression, on: bench)
    else { return nil }
    let assignment = Assignment(target: target, value: value)
    claims.append(.set(assignment, bench, at: left))
    return assignment
  }

  mutating func run(_ commands: [SourceText]) -> Piece.Content {
    claims += commands.map(Claim.run)
    return .run(commands.map(\.text))
  }

  mutating func plot(
    _ syntax: PlotSyntax, on bench: Bench?
  ) -> PlotDescription? {
    let curves = syntax.curves.compactMap { curve($0, on: bench) }
    let points = syntax.points.compactMap {
      expression($0, on: bench, .number)
    }
    return PlotDescription(
      curves: curves, points: points, showsSlope: syntax.showsSlope)
  }

  private mutating func curve(
    _ syntax: PlotSyntax.Curve, on bench: Bench?
  ) -> PlotDescription.Curve? {
    let variable = Name(syntax.name.text)
    var scope = bench.scope
    scope.shapes[variable] = .scalar
    guard let formula = expression(syntax.expression, in: scope, .number),
      let low = number(syntax.low), let high = number(syntax.high)
    else { return nil }
    guard low < high else {
      faults.add(.plotRangeEmpty, at: syntax.low)
      return nil
    }
    return PlotDescription.Curve(
      expression: formula, variable: variable, low: low, high: high)
  }

  private mutating func number(_ source: SourceText) -> Double? {
    guard let formula = expression(source, in: Scope(), .number) else {
      return nil
    }
    return try? formula.value(in: Scope(), values: [:]).storage.first
  }
}
