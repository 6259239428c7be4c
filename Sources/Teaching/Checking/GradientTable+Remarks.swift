import Algebra
import Presentation

extension GradientTable {
  /// What is to be said of single rows, in sentences.
  func remarks(for page: Page) -> [StyledText] {
    checks.flatMap { check in
      [
        finding(check, page), crossings(check, page), sample(check, page),
        unresolved(check, page),
      ].compactMap(\.self)
    } + [recomputation(page)].compactMap(\.self)
  }

  private func finding(_ check: GradientCheck, _ page: Page) -> StyledText? {
    let name = page.name(check.adjoint)
    switch shown(check) {
    case .zeroHere:
      return name + " is all zero here, and so are the differences; "
        + "at other numbers neither is, and they agree."
    case .zeroEverywhere:
      return name + " is all zero, here and at other numbers, and so are "
        + "the differences: two zeros agree whatever the rule is."
    case .tooSmall:
      return name + " is smaller than the rounding of the differences; "
        + "only dual numbers can tell, and they agree."
    case .notFinite:
      let first = valuation.firstNotFinite.map { page.name($0) }
      return (first ?? "A cost nearby")
        + " is not finite, so nothing can be compared."
    case .differs where !check.isShortcutRight:
      return name + ": the costs that took only what follows from an entry "
        + "are not those of the whole; do not trust this row."
    case .differs where ErrorBand(check.disparity.worstRatio) != .differs:
      return name + " is further from dual numbers than rounding explains."
    default: return nil
    }
  }

  /// Entries that stand at a kink, and the first kink.
  private func crossings(
    _ check: GradientCheck, _ page: Page
  ) -> StyledText? {
    guard let first = check.crossings.first else { return nil }
    let count = check.crossings.filter { $0.offset != nil }.count
    let what =
      count == 0
      ? "no direction could be measured"
      : counted(count, "entry is", "entries are") + " not compared"
    let left = page.name(check.adjoint) + StyledText(": \(what): ")
    return left + place(of: first.kink, page)
      + ", where there is no one slope."
  }

  private func place(
    of kink: GradientCheck.Kink?, _ page: Page
  ) -> StyledText {
    guard let kink else { return "a step leads over a kink" }
    guard let function = kink.function else {
      return "two numbers that are compared in " + page.name(kink.equation)
        + " are equal"
    }
    guard let name = kink.argument else {
      return page.function(function) + " in " + page.name(kink.equation)
        + " stands at its kink"
    }
    let key = EntryKey(name, kink.offset)
    guard !hidden.hides(key) else {
      return page.function(function) + " stands at its kink"
    }
    return page.typed(valuation.expression(key)) + " stands at the kink of "
      + page.function(function)
  }

  private func sample(_ check: GradientCheck, _ page: Page) -> StyledText? {
    guard !check.directions.isEmpty else { return nil }
    let count = counted(check.directions.count, "direction", "directions")
    let sampled = "\(check.samples.count) of \(check.entryCount) entries"
    return page.name(check.adjoint)
      + StyledText(": \(sampled) and \(count) in which all of them move.")
  }

  /// What vouches for costs that took a shortcut.
  private func recomputation(_ page: Page) -> StyledText? {
    let all = checks.filter(\.isShortcutRight).compactMap(\.recomputed)
    guard let gap = all.map(\.gap).max() else { return nil }
    let count = counted(
      all.reduce(0) { $0 + $1.count }, "entry", "entries")
    return StyledText(
      "Only what follows from an entry was computed; for \(count) the whole "
        + "cost, too, and it was the same to ") + page.error(gap) + "."
  }

  private func unresolved(
    _ check: GradientCheck, _ page: Page
  ) -> StyledText? {
    let count = check.unresolvedCount
    guard count > 0, check.finding != .tooSmall,
      !hidden.hides(check.adjoint)
    else { return nil }
    let what = counted(count, "entry is", "entries are")
    return page.name(check.adjoint)
      + StyledText(
        ": \(what) too small for differences to tell; dual numbers agree.")
  }

  /// What the columns mean.
  func legend(_ page: Page) -> StyledText {
    let watched = Set(checks.map(\.watched)).sorted()
      .map { page.name($0) }.joined(separator: " or ")
    let (worst, norms) = page.errorFormulas
    let others: StyledText =
      isNarrow(page)
      ? ""
      : "; norms: " + StyledText(norms).unbroken
        + "; duals: how far dual numbers are off"
    let count =
      checks.contains { $0.recomputed != nil } ? "two or four" : "four"
    return StyledText("a is the slope, n what \(count) values of ") + watched
      + " nearby say. Worst entry: " + StyledText(worst).unbroken + others
      + ". Up to 1e-7 agrees, up to 1e-4 look again (CS231n)."
  }
}
