import Algebra
import Matrices
import Presentation

extension Blackboard {
  /// Numbers of a source beside ours, in a table for each state of the
  /// parameters, and why those differ that do.
  func published(_ published: Published, from start: Valuation) -> StyledText {
    let comparisons = published.comparisons(from: start)
    let parts = zip(published.sections, comparisons).map {
      StyledText.stacked([
        $0.update.map(heading) ?? StyledText(), table($1),
        StyledText.stacked($1.compactMap(reason)),
      ])
    }
    let title = prose(StyledText("Printed in \(published.source):"))
    return StyledText.stacked([title] + parts)
  }

  func heading(_ update: Published.Update) -> StyledText {
    let names = update.names.map { formula($0) }.joined(separator: ", ")
    let rate =
      update.rate.map {
        " with " + formula($0.target) + " = " + formula($0.value)
      } ?? ""
    return prose(StyledText(update.lead) + names + rate + ":")
  }

  private func table(_ comparisons: [PublishedComparison]) -> StyledText {
    let columns = [
      Table.Column("quantity", .left), Table.Column("published", .decimal),
      Table.Column("ours", .decimal), Table.Column("", .left),
    ]
    let rows = comparisons.flatMap(rows)
    let table = Table(columns, rows: rows)
    guard !page.isPlain else { return table.text(for: page) }
    let free = page.width - Self.indent
    let text = table.text(width: .max, charset: charset)
    return (text.width <= free ? text : StyledText.stacked(rows.map(below)))
      .indented(by: Self.indent)
  }

  /// A row where the page is too narrow for it.
  private func below(_ row: [StyledText]) -> StyledText {
    StyledText.stacked([
      row[0], "  published  " + row[1], "  ours       " + row[2] + " " + row[3],
    ])
  }

  /// A row for each number that is printed.
  private func rows(_ comparison: PublishedComparison) -> [[StyledText]] {
    let printed = comparison.number.printed
    return printed.rows.enumerated().flatMap { row, numbers in
      numbers.enumerated().map { column, number in
        let entry = comparison.value.flatMap {
          $0.shape == printed.shape ? $0[row, column] : nil
        }
        return [
          formula(
            comparison.entry(
              row, column, in: bench?.scope.notation ?? .backstep)),
          StyledText(number.text),
          entry.map { ours($0, like: number) } ?? "none",
          word(entry.map { number.agrees(with: $0) } ?? false),
        ]
      }
    }
  }

  private func word(_ agrees: Bool) -> StyledText {
    agrees ? StyledText("agrees", .right) : StyledText("differs", .wrong)
  }

  private func ours(_ value: Double, like number: PrintedNumber) -> StyledText {
    StyledText(
      NumberFormat.text(value, places: number.places, charset: charset),
      .number)
  }

  private func reason(_ comparison: PublishedComparison) -> StyledText? {
    guard let words = comparison.number.disagreement else { return nil }
    return (formula(comparison.number.quantity) + ": " + text(words))
      .restyled(.dim)
      .wrapped(to: measure - Self.indent, hanging: 2)
      .indented(by: page.isPlain ? 0 : Self.indent)
  }
}

extension Published.Update {
  /// What stands before the names of what is updated.
  public var lead: String {
    count == 1 ? "After an update of " : "After \(count) updates of "
  }
}
