import Algebra
import Matrices
import Presentation
import Teaching

extension Compositor {
  // MARK: - The worksheet

  /// The equations that are written down, and the numbers they start with.
  mutating func bench() -> [Block] {
    let (givens, equations) = reading.written
    for equation in equations { secrets.show(equation.expression) }
    let lines = equations.map { equation in
      Line(
        formula(equation.name),
        [Line.Step(sign(of: equation), formula(equation.expression))])
    }
    var blocks: [Block] = []
    if !lines.isEmpty { blocks.append(.lines(lines)) }
    let given = givens.compactMap(assigned)
    if !given.isEmpty { blocks.append(.flow(given)) }
    let computed = equations.filter { $0.role != .update }.map(\.name)
    let names = givens + computed
    let areNumbers = names.allSatisfy {
      reading.value(of: .name($0))?.storage.count == 1
    }
    if areNumbers, !computed.isEmpty {
      blocks.append(.flow(computed.compactMap(assigned)))
    }
    return blocks
  }

  /// What stands between a quantity and how it is computed.
  func sign(of equation: Equation) -> String {
    equation.role == .update ? "←" : "="
  }

  // MARK: - Values

  /// The lines of a `show` fence, each with its value.
  mutating func shown(_ lines: [ShowLine]) -> [Line] {
    let values = lines.map { reading.value(of: $0.expression) }
    let areNumbers = values.allSatisfy { $0?.storage.count == 1 }
    let texts = values.map { value in
      value?.storage.first.map { reading.format.text($0) }
    }
    let column = areNumbers ? aligned(texts) : []
    return lines.indices.map { place in
      let line = lines[place]
      let left = line.left ?? line.expression
      var steps: [Line.Step] = []
      if line.left != nil {
        steps.append(Line.Step("=", formulaOrBlank(line.expression)))
      }
      guard let value = values[place] else {
        return Line(
          formulaOrBlank(left), steps, reason: [.text("has no value here")])
      }
      let shown =
        isBehindQuestion && hidesAnswers || tellsValue(line.expression)
        ? .blank(4) : areNumbers ? column[place] : labelled(value)
      steps.append(Line.Step(relation(value), shown))
      return Line(formulaOrBlank(left), steps)
    }
  }

  // MARK: - Derivations

  mutating func derivation(
    _ group: [DerivationLine], at id: PieceID
  ) -> [Block] {
    guard let first = group.first, let last = group.last else { return [] }
    reading.stand(
      at: PieceID(screen: id.screen, piece: id.piece + group.count - 1))
    var lines = group.map { line in
      let left =
        line.place == 0
        ? formulaOrBlank(first.subject, letters: first.letters) : nil
      let isLeftOut = hidesAnswers && isBehindChoice && line.place > 0
      let right =
        isLeftOut
        ? .blank(10)
        : formulaOrBlank(
          line.expression, letters: first.letters, isLine: true)
      return Line(
        left, [Line.Step("=", right)],
        reason: isLeftOut ? [] : words(line.reason),
        label: "\(line.place + 1)")
    }
    if first.letters.isEmpty,
      let value = reading.value(of: last.expression)
    {
      let isHidden =
        hidesAnswers && isBehindQuestion || tellsValue(last.expression)
      lines.append(
        Line(
          nil,
          [Line.Step(relation(value), isHidden ? .blank(4) : labelled(value))]))
    }
    return conditions(first.letters) + [.lines(lines)]
      + (hidesAnswers ? [] : [.remark([.text(reading.footer(last) + ".")])])
      + group.flatMap(\.notes).map { .remark(spans($0).sentence) }
  }

  /// The name of a rule.
  private func words(_ reason: Reason?) -> [Span] {
    guard let reason else { return [] }
    guard let name = reason.name, Function.table[name] == nil else {
      return [.text(reason.text)]
    }
    return [.text(reason.rule.name + " "), .formula(formula(name))]
  }

  /// What free letters are; one that may be any number needs no words.
  func conditions(_ letters: [Letter]) -> [Block] {
    let words = letters.compactMap(condition)
    guard !words.isEmpty else { return [] }
    let list = words.enumerated().flatMap { place, formula -> [Span] in
      place == 0 ? [.formula(formula)] : [.text(", "), .formula(formula)]
    }
    return [.remark([.text("where ")] + list)]
  }

  private func condition(on letter: Letter) -> Formula? {
    if let condition = letter.condition { return formula(condition) }
    guard case .matrix(let rows, let columns) = letter.shape else {
      return nil
    }
    return .joined([
      formula(letter.name), .sign(":", .plain), .gap, axis(rows),
      .sign("×", .operation), axis(columns),
    ])
  }

  private func axis(_ dimension: Dimension) -> Formula {
    if case .size(let name) = dimension { return formula(name) }
    return .number("\(dimension)")
  }
}
