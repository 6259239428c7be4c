import Algebra
import Presentation

extension LineReason {
  /// The rule, what changed, and the numbers.
  public func text(_ valuation: Valuation?, for page: Page) -> StyledText {
    var lines = Lines()
    lines.add(
      page.longLine(
        page.formula(subject) + " = " + page.formula(line), indent: 0,
        hanging: page.formula(subject).width + 3))
    lines.add(page.prose(rule(page)))
    for change in changes {
      lines.add(
        page.longLine(
          page.formula(change.before) + " became "
            + page.formula(change.after) + ".", indent: 2, hanging: 2))
    }
    if let valuation { numbers(valuation, page, &lines) }
    return lines.text
  }

  private func rule(_ page: Page) -> StyledText {
    guard let reason else {
      return before == nil
        ? "The first line: here the derivation starts."
        : "No rule is named; the two lines were checked to be equal."
    }
    return page.sentence(reason)
  }

  private func numbers(
    _ valuation: Valuation, _ page: Page, _ lines: inout Lines
  ) {
    guard let value else { return }
    if let reading {
      lines.add(contentsOf: reading.equalities(valuation, page))
      if !value.shape.isScalar { lines.add(page.value(line, value)) }
      if let again = page.askAgain(reading.askAgain(valuation)) {
        lines.add(again)
      }
    } else {
      lines.add(page.value(line, value))
    }
  }
}
