import Networks
import Presentation

extension Prediction {
  /// How many examples of each class were given which class.
  public func text(for page: Page) -> StyledText {
    var lines = Lines()
    lines.add(
      page.prose(
        StyledText(
          "\(rightCount) of \(classes.count) examples get the right class, "
            + "\(accuracy.percent).")))
    lines.add(table.text(for: page))
    if tieCount > 0 {
      lines.add(
        page.prose(
          StyledText(
            "\(counted(tieCount, "example has", "examples have")) no class, since "
              + "two are equally likely; they count as wrong.")))
    }
    return lines.text
  }

  private var table: Table {
    Table(
      [Table.Column("class")]
        + (0..<classCount).map { Table.Column("as \($0)", .right) },
      rows: confusion.enumerated().map { truth, counts in
        [StyledText("\(truth)")]
          + counts.enumerated().map { given, count in
            StyledText("\(count)", given == truth ? .right : .plain)
          }
      })
  }
}
