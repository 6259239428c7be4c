import Networks
import Presentation

extension Prediction {
  /// How many examples of each class were given which class.
  ///
  /// - Parameters:
  ///   - page: What it is laid out for.
  ///   - names: What the classes are called; else they have their numbers.
  /// - Returns: A sentence and a table.
  public func text(
    for page: Page, classes names: [String] = []
  ) -> StyledText {
    var lines = Lines()
    lines.add(
      page.prose(
        StyledText(
          "\(rightCount) of \(classes.count) examples get the right class, "
            + "\(accuracy.percent).")))
    lines.add(table(for: page, Self.names(names, count: classCount)))
    if tieCount > 0 {
      lines.add(
        page.prose(
          StyledText(
            "\(counted(tieCount, "example has", "examples have")) no class, since "
              + "two are equally likely; they count as wrong.")))
    }
    return lines.text
  }

  /// What the classes are called, by their numbers where nobody says.
  ///
  /// A name from a file may be long, or go over several lines.
  static func names(_ names: [String], count: Int) -> [String] {
    guard names.count == count else { return (0..<count).map(String.init) }
    return names.map { name in
      let line = String(name.map { $0.isWhitespace ? " " : $0 })
      return line.count > 24 ? line.prefix(21) + "..." : line
    }
  }

  /// The counts as a matrix, or where that is too wide, a row for each pair
  /// of classes that there is an example of.
  private func table(for page: Page, _ names: [String]) -> StyledText {
    let long = table(names.map { "as \($0)" }, names)
    if page.isPlain { return long.table.text(for: page) }
    let short = table(names, names)
    let coded = table((0..<classCount).map { "\($0 + 1)" }, numbered(names))
    let fitting = [long, short, coded].first { $0.width <= page.width }
    return (fitting?.table ?? list(names)).text(for: page)
  }

  /// Names with the numbers that stand above the columns in their place.
  private func numbered(_ names: [String]) -> [String] {
    names.enumerated().map { "\($0 + 1) \($1)" }
  }

  private func table(
    _ headings: [String], _ names: [String]
  ) -> (table: Table, width: Int) {
    let counts = confusion
    let table = Table(
      [Table.Column("class")]
        + headings.map { Table.Column(StyledText($0), .right) },
      rows: counts.enumerated().map { truth, counts in
        [StyledText(names[truth])]
          + counts.enumerated().map { given, count in
            StyledText("\(count)", given == truth ? .right : .plain)
          }
      })
    let first = max(5, names.map(\.cells).max() ?? 0)
    let width = headings.enumerated().reduce(first) { sum, column in
      let cells = counts.map { "\($0[column.offset])".count }.max() ?? 0
      return sum + table.gap + max(cells, column.element.cells)
    }
    return (table, width)
  }

  private func list(_ names: [String]) -> Table {
    let rows = confusion.enumerated().flatMap { truth, counts in
      counts.enumerated().filter { $1 > 0 }.map { given, count in
        [
          StyledText("\(count)", given == truth ? .right : .plain),
          StyledText(names[truth]), StyledText(names[given]),
        ]
      }
    }
    return Table(
      [
        Table.Column("examples", .right), Table.Column("of class"),
        Table.Column("taken for"),
      ], rows: rows)
  }
}
