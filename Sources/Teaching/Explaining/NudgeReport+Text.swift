import Algebra
import Presentation

extension NudgeReport {
  /// The cost's change in a sentence, and the table of all that is watched.
  public func text(for page: Page) -> StyledText {
    var lines = Lines()
    if endsInCost, let cost = rows.last {
      lines.add(page.prose(headline(cost, page)))
    }
    lines.add(listed(page))
    if unlisted > 0 {
      lines.add(
        page.prose(
          StyledText(
            counted(unlisted, "more number moved", "more numbers moved")
              + " and " + (unlisted == 1 ? "is" : "are") + " not listed.")))
    }
    lines.add(page.prose(closing(page)))
    return lines.text
  }

  private func headline(_ cost: Row, _ page: Page) -> StyledText {
    let verb: StyledText = step < 0 ? "Lower " : "Raise "
    let what: StyledText =
      moved == 1
      ? page.formula(target)
      : "each of the \(moved) entries of " + page.formula(target)
    let change = cost.forecast
    let effect: StyledText
    if change == 0 {
      effect = " stays as it is, says the slope: "
    } else {
      let direction: StyledText = change < 0 ? " falls by " : " rises by "
      effect =
        direction + page.spoken(change.magnitude) + ", says the slope: "
    }
    return verb + what + " by " + page.number(step.magnitude) + " and "
      + page.formula(cost.quantity) + effect
      + (page.number(cost.slope) + " \(page.times) " + factor(step, page)
      + ".").unbroken
  }

  private func factor(_ value: Double, _ page: Page) -> StyledText {
    value < 0 ? "(" + page.number(value) + ")" : page.number(value)
  }

  /// The rows as a table, or in words where the table does not fit.
  private func listed(_ page: Page) -> StyledText {
    let drawn = table(page).text(width: 200, charset: page.charset)
    guard page.isPlain || drawn.width + 2 > page.width else {
      return drawn.indented(by: 2)
    }
    return rows.map {
      page.longLine(spoken($0, page), indent: page.isPlain ? 0 : 2, hanging: 2)
    }
    .joined(separator: "\n")
  }

  private func table(_ page: Page) -> Table {
    Table(
      [
        Table.Column(""), Table.Column("forecast", .decimal),
        Table.Column("truth", .decimal), Table.Column("off by", .decimal),
      ],
      rows: rows.map { row in
        [
          page.typed(row.quantity), page.number(row.forecast),
          page.number(shownTruth(row)), page.number(row.difference),
        ]
      })
  }

  private func spoken(_ row: Row, _ page: Page) -> StyledText {
    page.typed(row.quantity) + ": forecast " + page.number(row.forecast)
      + ", truth "
      + page.number(shownTruth(row)) + ", off by "
      + page.number(row.difference)
  }

  /// The truth without the rounding that the forecast does not have.
  private func shownTruth(_ row: Row) -> Double {
    row.difference == 0 ? row.forecast : row.truth
  }

  private func closing(_ page: Page) -> StyledText {
    let kept: StyledText = "Nothing was kept."
    guard isDerived else { return kept }
    return page.formula(target)
      + " is computed; it was moved as if it were free. " + kept
  }
}
