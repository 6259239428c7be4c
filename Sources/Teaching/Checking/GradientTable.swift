import Algebra
import Matrices
import Presentation

/// Slopes and the differences that they were compared with, one a row.
///
/// No slope itself is shown, so that nothing is given away.
public struct GradientTable: Sendable {
  public let checks: [GradientCheck]
  let valuation: Valuation
  /// What is not to be given away.
  let hidden: Concealment

  public init(
    _ checks: [GradientCheck], in valuation: Valuation,
    hiding hidden: Concealment = .nothing
  ) {
    self.checks = checks
    self.valuation = valuation
    self.hidden = hidden
  }

  /// Whether some slope is wrong, or no number.
  public var hasFailed: Bool {
    checks.contains { [.differs, .notFinite].contains($0.finding) }
  }

  /// The table, what is to be said of single rows, and what the columns mean.
  public func text(for page: Page) -> StyledText {
    var lines = Lines()
    lines.add(table(for: page))
    lines.add(contentsOf: remarks(for: page).map { page.prose($0) })
    lines.add(page.prose(legend(page)))
    return lines.text
  }

  private func table(for page: Page) -> StyledText {
    guard !page.isPlain else { return full(page).spoken }
    return (isNarrow(page) ? short(page) : full(page))
      .text(width: page.width, charset: page.charset)
  }

  /// Whether there is no room for every column.
  func isNarrow(_ page: Page) -> Bool {
    !page.isPlain
      && full(page).text(width: 400, charset: page.charset).width > page.width
  }

  private func full(_ page: Page) -> Table {
    Table(
      [
        Table.Column("slope"), Table.Column("entries"),
        Table.Column("worst entry"), Table.Column("norms"),
        Table.Column("largest gap"), Table.Column("duals"), Table.Column(""),
      ],
      rows: checks.map { check in
        [
          page.name(check.adjoint), entries(check),
          page.error(check.disparity.worstRatio),
          page.error(check.disparity.normRatio), gap(check, page),
          page.error(check.dualError), finding(check),
        ]
      })
  }

  private func short(_ page: Page) -> Table {
    Table(
      [
        Table.Column("slope"), Table.Column("entries"),
        Table.Column("worst entry"), Table.Column(""),
      ],
      rows: checks.map { check in
        [
          page.name(check.adjoint), entries(check),
          page.error(check.disparity.worstRatio), finding(check),
        ]
      })
  }

  private func entries(_ check: GradientCheck) -> StyledText {
    check.samples.count == check.entryCount
      ? "\(check.entryCount)"
      : "\(check.samples.count) of \(check.entryCount)"
  }

  private func gap(_ check: GradientCheck, _ page: Page) -> StyledText {
    let gap = check.disparity.largestGap
    guard gap > 0, check.entryCount > 1 else { return page.error(gap) }
    guard let offset = check.placeOfLargestGap else {
      return page.error(gap) + " in a direction"
    }
    return page.error(
      gap, at: EntryKey(check.subject, offset), in: valuation)
  }

  private func finding(_ check: GradientCheck) -> StyledText {
    switch shown(check) {
    case .agrees: StyledText("agrees", .right)
    case .lookAgain: StyledText("look again", .emphasis)
    case .differs: StyledText("differs", .wrong)
    case .zeroHere: StyledText("zero here", .right)
    case .zeroEverywhere: StyledText("untested", .emphasis)
    case .tooSmall: StyledText("too small", .emphasis)
    case .onKinks: StyledText("at a kink", .emphasis)
    case .notFinite: StyledText("not finite", .wrong)
    }
  }

  /// The finding, unless it would say what a slope is that is not shown.
  func shown(_ check: GradientCheck) -> GradientCheck.Finding {
    let isGiven = !hidden.hides(check.adjoint)
    switch check.finding {
    case .zeroHere, .zeroEverywhere, .tooSmall:
      return isGiven ? check.finding : .agrees
    case let finding: return finding
    }
  }
}
