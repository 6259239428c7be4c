import Algebra
import Presentation

extension CurvePlot {
  /// The curves drawn, or in words, and where the numbers stand on them.
  public func text(for page: Page) -> StyledText {
    var lines = Lines()
    lines.add(picture(page))
    if let gap = gap(page) { lines.add(page.prose(gap, indent: indent(page))) }
    for stand in stands {
      lines.add(page.prose(sentence(stand, page), indent: indent(page)))
    }
    if !outside.isEmpty {
      let names = outside.map {
        page.valued($0.label, $0.x)
      }
      lines.add(
        page.prose(
          names.listed + (outside.count == 1 ? " lies" : " lie")
            + " outside what is drawn.", indent: indent(page)))
    }
    return lines.text
  }

  private func indent(_ page: Page) -> Int { page.isPlain ? 0 : 2 }

  private func picture(_ page: Page) -> StyledText {
    let mark = stands.first.map {
      Plot.Mark(
        Plot.Point(x: $0.x, y: $0.y), page.formula($0.label).plain)
    }
    let plot = Plot(named(page), mark: mark)
    if page.isPlain {
      let shown =
        StyledText("the curve of ") + page.formula(formula) + " over "
        + page.formula(variable)
      return shown + "\n" + plot.spoken(format: page.format)
    }
    return plot.text(
      width: min(page.width - 2, 60), height: page.width < 60 ? 10 : 14,
      format: page.format, charset: page.charset
    ).indented(by: 2)
  }

  /// The curves under the names that the page can show.
  private func named(_ page: Page) -> [Plot.Curve] {
    guard page.isPlain || page.charset == .ascii else { return curves }
    return curves.enumerated().map { place, curve in
      place == 0
        ? Plot.Curve(page.formula(formula).plain, curve.points) : curve
    }
  }

  /// Where the formula has no value.
  private func gap(_ page: Page) -> StyledText? {
    guard let curve = curves.first else { return nil }
    let missing = curve.points.filter { !$0.y.isFinite }
    guard let first = missing.first, let last = missing.last else {
      return nil
    }
    guard missing.count < curve.points.count else {
      return page.formula(formula) + " has no value here."
    }
    let isOneStretch =
      curve.points.filter { $0.x >= first.x && $0.x <= last.x }.count
      == missing.count
    let between: StyledText =
      first.x == last.x
      ? "at " + page.number(first.x)
      : "from about " + page.number(first.x) + " to about "
        + page.number(last.x)
    return page.formula(formula) + " has no value "
      + (isOneStretch ? between : "in several stretches " + between) + "."
  }

  private func sentence(_ stand: Stand, _ page: Page) -> StyledText {
    "At " + page.valued(stand.label, stand.x)
      + " the curve is at " + page.number(stand.y) + ", and its slope is "
      + page.spoken(stand.slope) + "."
  }
}
