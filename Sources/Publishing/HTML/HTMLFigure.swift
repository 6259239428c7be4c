import Presentation

/// Draws a figure as a picture of lines that a browser scales.
struct HTMLFigure {
  let figure: Figure

  private let width = 440.0
  private let height = 210.0
  private let left = 58.0
  private let top = 10.0

  func text(prose: ([Span]) -> String) -> String {
    let names = figure.curves.enumerated().map { place, curve in
      "<span class=\"\(Self.kind(place))\">\(Self.sample(place)) "
        + "\(prose(curve.name))</span>"
    }.joined(separator: "&emsp;")
    let caption = figure.caption.map { "<p>\(prose($0))</p>" }.joined()
    let parts =
      frame + figure.curves.indices.map(path) + mark
    return """
      <figure>
      <svg viewBox="0 0 \(number(left + width + 50)) \
      \(number(top + height + 34))" role="img" \
      aria-label="\(label.escapedForHTML)" fill="none" \
      stroke="currentColor" font-size="13" font-family="sans-serif">
      \(parts.joined(separator: "\n"))
      </svg>
      <figcaption><p>\(names)</p>\(caption)</figcaption>
      </figure>
      """
  }

  private var label: String {
    "a curve over \(figure.words) from \(figure.across.low) to "
      + "\(figure.across.high)"
  }

  private static func kind(_ place: Int) -> String {
    place == 0 ? "first" : "second"
  }

  /// A stretch of each curve, to tell them apart without colours.
  private static func sample(_ place: Int) -> String {
    "<svg style=\"display:inline-block;width:2em;vertical-align:middle\" "
      + "viewBox=\"0 0 30 4\" height=\"4\" aria-hidden=\"true\">"
      + "<path d=\"M0 2H30\" stroke=\"currentColor\" stroke-width=\"2.5\""
      + "\(dashes(place))/></svg>"
  }

  private static func dashes(_ place: Int) -> String {
    place == 0 ? "" : " stroke-dasharray=\"7 4\""
  }

  // MARK: - Axes

  private var frame: [String] {
    let bottom = top + height
    var lines = [
      line(left, top, left, bottom), line(left, bottom, left + width, bottom),
    ]
    for tick in figure.across.ticks {
      let x = left + width * figure.across.part(tick.value)
      lines.append(line(x, bottom, x, bottom + 5))
      lines.append(word(tick.text, x, bottom + 19, "middle"))
    }
    for tick in figure.up.ticks {
      let y = self.y(tick.value)
      lines.append(line(left - 5, y, left, y))
      lines.append(word(tick.text, left - 9, y + 4.5, "end"))
    }
    if figure.up.low < 0, figure.up.high > 0 {
      let y = number(self.y(0))
      lines.append(
        "<path d=\"M\(number(left)) \(y)H\(number(left + width))\" "
          + "stroke-dasharray=\"1 4\" opacity=\"0.7\"/>")
    }
    lines.append(
      word(
        figure.words, left + width + 10, bottom + 4.5, "start", isName: true))
    return lines
  }

  private func y(_ value: Double) -> Double {
    top + height * (1 - figure.up.part(value))
  }

  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) -> String {
    "<path d=\"M\(number(x1)) \(number(y1))L\(number(x2)) \(number(y2))\" "
      + "opacity=\"0.7\"/>"
  }

  private func word(
    _ text: String, _ x: Double, _ y: Double, _ anchor: String,
    isName: Bool = false
  ) -> String {
    let shown = text.map { $0 == "-" ? "−" : String($0) }.joined()
    let style = isName ? " font-style=\"italic\"" : ""
    return "<text x=\"\(number(x))\" y=\"\(number(y))\" "
      + "text-anchor=\"\(anchor)\" stroke=\"none\" fill=\"currentColor\""
      + "\(style)>\(shown.escapedForHTML)</text>"
  }

  // MARK: - Curves

  private func path(_ place: Int) -> String {
    let data = figure.curves[place].parts.map { points in
      points.enumerated().map { count, point in
        let x = left + width * figure.across.part(point.x)
        return "\(count == 0 ? "M" : "L")\(number(x)) \(number(y(point.y)))"
      }.joined()
    }.joined()
    return "<path class=\"\(Self.kind(place))\" d=\"\(data)\" "
      + "stroke-width=\"2.2\" stroke-linejoin=\"round\""
      + "\(Self.dashes(place))/>"
  }

  private var mark: [String] {
    guard let mark = figure.mark else { return [] }
    let x = left + width * figure.across.part(mark.point.x)
    let y = y(mark.point.y)
    let offset = figure.labelOffset(of: mark)
    return [
      "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"4.5\" "
        + "fill=\"currentColor\" stroke=\"none\"/>",
      word(
        mark.text, x + 11 * offset.right, y - 14 * offset.up + 4.5,
        offset.right > 0 ? "start" : "middle", isName: true),
    ]
  }

  /// A length with one digit behind the point.
  private func number(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
