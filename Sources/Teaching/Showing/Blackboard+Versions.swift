import Algebra
import Matrices
import Presentation

extension Blackboard {
  /// The lines of a source beside those of the worksheet, what differs in
  /// them marked.
  func lines(
    of version: SourceVersion, in worksheet: Worksheet
  ) -> StyledText {
    let pairs = version.lines.compactMap { line in
      version.own(line, in: worksheet).map { own in
        let (written, right) = (text(of: line), text(of: own))
        return (
          Box(written.marking(differencesFrom: right)),
          Box(right.marking(differencesFrom: written))
        )
      }
    }
    let source = StyledText("As written in \(version.source).", .dim)
    return StyledText.stacked([
      sides(pairs),
      page.isPlain
        ? source
        : source.wrapped(to: measure - Self.indent).indented(by: Self.indent),
    ])
  }

  /// What both sides come to, entries that differ marked.
  func section(
    _ place: Int, of version: SourceVersion, from start: Valuation
  ) -> StyledText {
    let rows = version.rows(from: start)[place]
    let pairs = rows.map { row in
      (
        box(row.expression, row.written, changed: row.entries),
        box(row.expression, row.right)
      )
    }
    return StyledText.stacked([
      version.sections[place].update.map(heading) ?? StyledText(),
      sides(pairs),
    ])
  }

  private func text(of line: Equation) -> StyledText {
    formula(line.name) + " \(sign(of: line)) " + formula(line.expression)
  }

  private func box(
    _ expression: Expression, _ value: Matrix<Double>?,
    changed: Set<MatrixPicture.Entry> = []
  ) -> Box {
    guard let value else {
      return Box(formula(expression) + " has no value")
    }
    if page.isPlain {
      return Box(valueBlock(formula(expression), value, changed: changed))
    }
    let lead = Box(formula(expression) + " \(relation(value)) ")
    return lead.beside(
      box(
        value, changed: changed, width: page.width - Self.indent - lead.width))
  }

  private static let titles = ("as written", "right")

  /// The cells that one of two columns has.
  private var columnWidth: Int { (page.width - Self.indent - 2) / 2 }

  /// Two columns, or below each other what is too wide for them.
  private func sides(_ pairs: [(written: Box, right: Box)]) -> StyledText {
    let titles = (
      written: StyledText(Self.titles.0, .wrong),
      right: StyledText(Self.titles.1, .right)
    )
    var lines: [StyledText] = []
    var isBelowTitles = false
    for (written, right) in pairs {
      let isNarrow = max(written.width, right.width) <= columnWidth
      if page.isPlain || !isNarrow {
        lines.append(labelled(titles.written, written))
        lines.append(labelled(titles.right, right))
      } else {
        if !isBelowTitles {
          lines.append(row(Box(titles.written), Box(titles.right)))
        }
        lines.append(row(written, right))
      }
      isBelowTitles = isNarrow
    }
    return StyledText.stacked(lines)
  }

  private func row(_ left: Box, _ right: Box) -> StyledText {
    Box.row([left.padded(to: columnWidth + 2), right]).text.trimmedLines
      .indented(by: Self.indent)
  }

  /// One side behind its title.
  private func labelled(_ title: StyledText, _ side: Box) -> StyledText {
    guard !page.isPlain else { return title + ": " + side.text }
    let lead = title.padded(to: Self.titles.0.count + 2)
    let row = Box(lead).beside(side)
    guard row.width + Self.indent > page.width else {
      return row.text.indented(by: Self.indent)
    }
    return StyledText.stacked([
      title, side.text.folded(to: page.width - 2 * Self.indent).indented(by: 2),
    ]).indented(by: Self.indent)
  }
}

extension ComparedValue {
  /// The entries that differ, for a picture.
  fileprivate var entries: Set<MatrixPicture.Entry> {
    guard let written, let right, written.shape == right.shape else {
      return []
    }
    return written.places(differingIn: right)
  }
}
