import Algebra
import Matrices
import Presentation

extension Blackboard {
  /// The lines of a `show` fence, each with its value.
  func show(_ lines: [ShowLine]) -> StyledText {
    let rows = lines.map {
      (left(of: $0), try? bench?.value(of: $0.expression))
    }
    let areNumbers = rows.allSatisfy { $0.1?.storage.count == 1 }
    let width = rows.map(\.0.width).max() ?? 0
    if areNumbers, !page.isPlain, width + 16 <= page.width - Self.indent {
      return aligned(rows.compactMap { row in row.1.map { (row.0, $0) } })
        .indented(by: Self.indent)
    }
    return StyledText.stacked(rows.map { shown($0.0, $0.1) })
  }

  private func left(of line: ShowLine) -> StyledText {
    guard let left = line.left else { return formula(line.expression) }
    return formula(left) + " = " + formula(line.expression)
  }

  /// Numbers with their signs and points below each other.
  private func aligned(
    _ rows: [(left: StyledText, value: Matrix<Double>)]
  ) -> StyledText {
    let width = rows.map(\.left.width).max() ?? 0
    let numbers = NumberColumn(
      rows.map { $0.value.storage.first ?? .nan }, format: format,
      charset: charset
    ).texts
    let lines = zip(rows, numbers).map { row, number in
      let sign = relation(row.value)
      let gap = charset == .ascii && sign == "=" ? "  " : " "
      let joint = StyledText((rows.count == 1 ? " " : "   ") + sign + gap)
      let line = row.left.padded(to: width) + joint
      return (line + StyledText(number, .number)).trimmedLines
    }
    return StyledText.stacked(lines)
  }

  private func shown(
    _ left: StyledText, _ value: Matrix<Double>?
  ) -> StyledText {
    guard let value else {
      return (left + "   has no value here").indented(by: Self.indent)
    }
    let isShort = left.width + 16 <= page.width - Self.indent
    if isShort || page.isPlain {
      return valueBlock(left, value).indented(
        by: page.isPlain ? 0 : Self.indent)
    }
    return StyledText.stacked([
      left.folded(to: page.width - 2 * Self.indent),
      valueLine(value).indented(by: 2),
    ]).indented(by: Self.indent)
  }
}
