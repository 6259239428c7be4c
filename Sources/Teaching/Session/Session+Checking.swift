import Algebra
import Matrices
import Presentation

extension Session {
  /// Compares the slope in each parameter with differences of the cost.
  ///
  /// - Parameter text: The one parameter that is to be looked at, or nothing.
  /// - Returns: A row for each parameter. No slope itself is shown, so that
  ///   nothing is given away.
  func check(_ text: String) -> Reply {
    guard let live, let cost = live.worksheet.cost?.name else {
      return failure(
        Diagnostic("nothing here has a cost to be checked", remedy: "lessons"))
    }
    var names = live.worksheet.givens.filter { $0.role == .parameter }
      .map(\.name)
    if !text.isEmpty {
      guard names.contains(Name(text)) else {
        return failure(
          Diagnostic(
            "\(text) is no parameter of this worksheet",
            notes: ["checked are " + names.map(\.text).joined(separator: ", ")],
            remedy: "check"))
      }
      names = [Name(text)]
    }
    var rows: [[StyledText]] = []
    for name in names {
      guard let row = comparison(of: name, cost, in: live.now) else { continue }
      rows.append(row)
    }
    let table = Table(
      [
        Table.Column("", .left), Table.Column("entries", .right),
        Table.Column("off by", .right), Table.Column("", .left),
      ], rows: rows)
    return Reply(
      StyledText.stacked([
        table.text(for: indentedPage).indented(by: page.isPlain ? 0 : 1),
        board.prose(
          StyledText(
            "Off by: the largest difference between a slope and the fourth-"
              + "order difference of the cost, over the largest slope.")),
      ]))
  }

  private func comparison(
    of name: Name, _ cost: Name, in valuation: Valuation
  ) -> [StyledText]? {
    let adjoint = Worksheet.adjoint(of: name)
    guard let slope = valuation.values[adjoint],
      let measured = try? valuation.value(
        of: .derivative(.name(cost), by: .name(name), .straight),
        slopesBy: .differences),
      let gaps = try? slope.zipped(with: measured, operation: "-", -)
    else { return nil }
    let largest = slope.storage.map(\.magnitude).max() ?? 0
    let gap = gaps.storage.map(\.magnitude).max() ?? 0
    let error = gap / max(largest, 1e-12)
    let verdict: StyledText
    switch error {
    case ...1e-7: verdict = StyledText("agrees", .right)
    case ...1e-4: verdict = StyledText("nearly: is a kink near?", .emphasis)
    default: verdict = StyledText("differs", .wrong)
    }
    return [
      StyledText(adjoint.text, .name), StyledText("\(slope.storage.count)"),
      StyledText(
        NumberFormat(digits: 2).text(error, charset: page.charset), .number),
      verdict,
    ]
  }
}
