import Algebra
import Presentation

/// The error of measured slopes against the step, both as powers of ten.
public struct StepPlot: Sendable {
  public let errors: StepErrors
  /// The slopes that were measured.
  public let adjoints: [Name]

  public init(_ errors: StepErrors, of adjoints: [Name]) {
    self.errors = errors
    self.adjoints = adjoints
  }

  /// The curves, drawn or in words, and what they say.
  public func text(for page: Page) -> StyledText {
    var lines = Lines()
    lines.add(page.prose(heading(page)))
    if page.isPlain {
      lines.add(plot(page).spoken(format: page.format))
    } else {
      lines.add(
        plot(page).text(
          width: min(page.width - 1, 60), height: page.width < 60 ? 10 : 14,
          format: page.format, charset: page.charset
        ).indented(by: 1))
    }
    lines.add(page.prose(sentence(page)))
    if errors.crossesKink {
      lines.add(
        page.prose("The widest steps lead over a kink, which no order mends."))
    }
    return lines.text
  }

  private func heading(_ page: Page) -> StyledText {
    "The error of " + adjoints.map(page.name).listed
      + " by differences, up, against the step h, across; "
      + "both as powers of ten."
  }

  private func plot(_ page: Page) -> Plot {
    Plot([
      curve("two values: h\(power(2, page))", errors.secondOrder),
      curve("four values: h\(power(4, page))", errors.fourthOrder),
    ])
  }

  private func curve(_ name: String, _ sizes: [Double]) -> Plot.Curve {
    Plot.Curve(
      name,
      zip(errors.steps, sizes).reversed().map { step, size in
        Plot.Point(x: StepErrors.exponent(step), y: StepErrors.exponent(size))
      })
  }

  private func sentence(_ page: Page) -> StyledText {
    let wide: StyledText =
      isStraight
      ? "A wide step leaves nothing out here"
      : "A wide step leaves out how the cost bends, which grows with "
        + "h\(power(2, page)) or h\(power(4, page))"
    return wide + "; a narrow one divides the rounding of the cost by h. Best "
      + "are " + best(errors.secondOrder, page) + " with two values and "
      + best(errors.fourthOrder, page) + " with four."
  }

  /// Whether two values are best at the widest step, as they are where the
  /// cost is a square.
  private var isStraight: Bool {
    errors.best(of: errors.secondOrder)?.step ?? 0 > 0.04
  }

  private func power(_ exponent: Int, _ page: Page) -> String {
    if page.isPlain { return " to the power \(exponent)" }
    if page.charset == .ascii { return "^\(exponent)" }
    return exponent == 2 ? "²" : "⁴"
  }

  private func best(_ curve: [Double], _ page: Page) -> StyledText {
    guard let best = errors.best(of: curve) else { return "none" }
    let format = NumberFormat(digits: 1)
    return
      ("h \(page.charset == .unicode ? "≈" : "~=") "
      + StyledText(format.text(best.step), .number) + " (error "
      + StyledText(format.text(best.error), .number) + ")").unbroken
  }
}
