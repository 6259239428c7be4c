import Algebra
import Matrices
import Presentation

extension Session {
  /// What `step` opens below a piece, one line at a time: the rule that was
  /// used, and the sums behind its products.
  func innerLines(of id: PieceID) -> [StyledText] {
    guard let content = lesson?.piece(id)?.content else { return [] }
    switch content {
    case .derivation(let line):
      return rule(of: line) + smaller(line) + definitions(in: line)
        + sums(behind: line.expression, of: line.subject)
    case .show(let lines):
      return lines.flatMap { sums(behind: $0.expression, of: $0.left) }
    case .bench:
      return (live?.worksheet.shownEquations ?? []).flatMap {
        sums(behind: $0.expression, of: .name($0.name))
      }
    default: return []
    }
  }

  private func rule(of line: DerivationLine) -> [StyledText] {
    guard let reason = line.reason else { return [] }
    return [inner(StyledText("\(reason.text): \(reason.rule.sentence)"))]
  }

  /// The smaller steps that lead to a line.
  private func smaller(_ line: DerivationLine) -> [StyledText] {
    let steps = line.smallerLines
    return steps.map { step in
      board.derivationLine(
        step, in: steps, label: "\(line.place + 1).\(step.place)")
    }
  }

  /// What the quantities of a line stand for, those that are reached.
  private func definitions(in line: DerivationLine) -> [StyledText] {
    guard let worksheet = live?.worksheet else { return [] }
    let names = line.expression.names.filter {
      withheld($0) == nil && .name($0) != line.subject
    }
    return names.compactMap { worksheet.equation($0) }.map { equation in
      inner(
        board.formula(equation.name) + " = "
          + board.formula(equation.expression))
    }
  }

  /// Each entry of a matrix product as its sum, with the numbers put in.
  private func sums(
    behind expression: Expression, of subject: Expression?
  ) -> [StyledText] {
    guard expression.holdsProduct, let live,
      let value = try? live.value(of: expression)
    else { return [] }
    var lines: [StyledText] = []
    for column in 0..<min(value.columns, 4) {
      for row in 0..<min(value.rows, 4) {
        let form = try? expression.entry(row, column, in: live.scope)
        guard let form, form != expression else { continue }
        let whole = subject ?? expression
        let left =
          (try? whole.entry(row, column, in: live.scope)) ?? whole
        lines.append(sum(left, form, value[row, column]))
      }
    }
    return lines
  }

  private func sum(
    _ left: Expression, _ form: Expression, _ value: Double
  ) -> StyledText {
    let sign = page.format.relation(value, charset: page.charset)
    var line = board.formula(form) + " \(sign) " + board.number(value)
    if left != form { line = board.formula(left) + " = " + line }
    return inner(line)
  }

  /// A line that stands further in than what it explains.
  private func inner(_ text: StyledText) -> StyledText {
    let indent = page.isPlain ? 0 : Blackboard.indent + 2
    return text.wrapped(to: max(page.width - indent - 2, 12), hanging: 4)
      .indented(by: indent)
  }
}

extension Expression {
  /// Whether a matrix product stands in it.
  fileprivate var holdsProduct: Bool {
    parts.contains { part in
      if case .binary(.matmul, _, _) = part.part { true } else { false }
    }
  }
}
