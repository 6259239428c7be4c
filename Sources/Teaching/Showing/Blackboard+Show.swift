import Algebra
import Matrices
import Presentation

extension Blackboard {
  /// The lines of a `show` fence, each with its value.
  func show(_ lines: [ShowLine]) -> StyledText {
    let rows = lines.map {
      Row(
        left: left(of: $0), expression: $0.expression,
        value: try? bench?.value(of: $0.expression))
    }
    let areNumbers = rows.allSatisfy { $0.value?.storage.count == 1 }
    let width = rows.map(\.left.width).max() ?? 0
    if areNumbers, !page.isPlain, width + 16 <= page.width - Self.indent {
      return aligned(rows).indented(by: Self.indent)
    }
    return StyledText.stacked(rows.map(shown), gap: page.spacing)
  }

  /// A line that is shown.
  private struct Row {
    let left: StyledText
    let expression: Expression
    let value: Matrix<Double>?
  }

  private func left(of line: ShowLine) -> StyledText {
    guard let left = line.left else { return formula(line.expression) }
    return formula(left) + " = " + formula(line.expression)
  }

  /// Numbers with their signs and points below each other.
  private func aligned(_ rows: [Row]) -> StyledText {
    let width = rows.map(\.left.width).max() ?? 0
    let numbers = NumberColumn(
      rows.map { $0.value?.storage.first ?? .nan }, format: format,
      charset: charset
    ).texts
    let lines = zip(rows, numbers).map { row, number in
      let sign = row.value.map(relation) ?? "="
      let gap = charset == .ascii && sign == "=" ? "  " : " "
      let joint = StyledText((rows.count == 1 ? " " : "   ") + sign + gap)
      let line = row.left.padded(to: width) + joint
      return (line + marked(number, on: row.expression)).trimmedLines
    }
    return StyledText.stacked(lines, gap: page.spacing)
  }

  private func shown(_ row: Row) -> StyledText {
    let left = row.left
    guard let value = row.value else {
      return (left + "   has no value here").indented(by: Self.indent)
    }
    let isShort = left.width + 16 <= page.width - Self.indent
    if isShort || page.isPlain {
      return valueBlock(left, value, changed: marks(on: row.expression, value))
        .indented(by: page.isPlain ? 0 : Self.indent)
    }
    return StyledText.stacked([
      left.folded(to: page.width - 2 * Self.indent),
      valueBlock(StyledText(), value, changed: marks(on: row.expression, value))
        .indented(by: 2),
    ]).indented(by: Self.indent)
  }
}
