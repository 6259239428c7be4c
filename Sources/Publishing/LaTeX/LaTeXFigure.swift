import Presentation

/// Draws a figure with the `picture` environment that every LaTeX has.
struct LaTeXFigure {
  let figure: Figure

  /// The size of the frame, in points of the picture.
  private let width = 280.0
  private let height = 130.0

  func text(caption: ([Span]) -> String) -> String {
    let lines =
      frame + figure.curves.indices.flatMap(curve) + mark
    let names = figure.curves.enumerated().map { place, curve in
      sample(place) + "~" + caption(curve.name)
    }.joined(separator: "\\qquad\n")
    let captions = figure.caption.map { "{\\small \(caption($0))\\par}" }
    return """
      \\begin{display}
      \(names)\\par\\nopagebreak
      \\setlength{\\unitlength}{1pt}%
      \\begin{picture}(340,162)(-44,-24)
      \(lines.joined(separator: "\n"))
      \\end{picture}\\par\\nopagebreak
      \(captions.joined(separator: "\n"))
      \\end{display}
      """
  }

  /// A stretch of each curve, to tell them apart.
  private func sample(_ place: Int) -> String {
    place == 0
      ? "\\rule[0.5ex]{2em}{1pt}"
      : "\\rule[0.5ex]{0.5em}{1pt}\\hspace{0.25em}"
        + "\\rule[0.5ex]{0.5em}{1pt}\\hspace{0.25em}\\rule[0.5ex]{0.5em}{1pt}"
  }

  // MARK: - Axes

  private var frame: [String] {
    var lines = ["\\linethickness{0.4pt}"]
    lines.append("\\put(0,0){\\line(1,0){\(number(width))}}")
    lines.append("\\put(0,0){\\line(0,1){\(number(height))}}")
    for tick in figure.across.ticks {
      let x = number(width * figure.across.part(tick.value))
      lines.append("\\put(\(x),0){\\line(0,-1){3}}")
      lines.append(
        "\\put(\(x),-6){\\makebox(0,0)[t]{\\footnotesize $\(tick.text)$}}")
    }
    for tick in figure.up.ticks {
      let y = number(height * figure.up.part(tick.value))
      lines.append("\\put(0,\(y)){\\line(-1,0){3}}")
      lines.append(
        "\\put(-5,\(y)){\\makebox(0,0)[r]{\\footnotesize $\(tick.text)$}}")
    }
    if figure.up.low < 0, figure.up.high > 0 {
      let y = number(height * figure.up.part(0))
      lines.append(
        "\\multiput(0,\(y))(4,0){\(Int(width / 4))}{\\line(1,0){1}}")
    }
    let name = LaTeXFormula(reader: .latex).text(figure.variable)
    lines.append(
      "\\put(\(number(width + 8)),0){\\makebox(0,0)[l]{$\(name)$}}")
    return lines
  }

  // MARK: - Curves

  private func curve(_ place: Int) -> [String] {
    ["\\linethickness{0.8pt}"]
      + figure.curves[place].parts.flatMap { points -> [String] in
        let places = points.map(place(of:))
        let pairs = zip(places, places.dropFirst()).enumerated()
        return pairs.compactMap { count, pair in
          // Every other stretch of a second curve is left out.
          place > 0 && count % 4 > 1 ? nil : stretch(pair.0, pair.1)
        }
      }
  }

  private func place(of point: Plot.Point) -> (x: Double, y: Double) {
    (
      width * figure.across.part(point.x), height * figure.up.part(point.y)
    )
  }

  /// A straight stretch: a curve whose middle lies on it.
  private func stretch(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double)
  ) -> String {
    let middle = ((from.x + to.x) / 2, (from.y + to.y) / 2)
    return "\\qbezier(\(number(from.x)),\(number(from.y)))"
      + "(\(number(middle.0)),\(number(middle.1)))"
      + "(\(number(to.x)),\(number(to.y)))"
  }

  private var mark: [String] {
    guard let mark = figure.mark else { return [] }
    let (x, y) = place(of: mark.point)
    let offset = figure.labelOffset(of: mark)
    let side = offset.right > 0 ? "l" : offset.up > 0 ? "b" : "t"
    let label = LaTeXFormula(reader: .latex).text(mark.label)
    let at = (number(x + 8 * offset.right), number(y + 8 * offset.up))
    return [
      "\\put(\(number(x)),\(number(y))){\\circle*{5}}",
      "\\put(\(at.0),\(at.1)){\\makebox(0,0)[\(side)]{$\(label)$}}",
    ]
  }

  /// A length with two digits behind the point.
  private func number(_ value: Double) -> String {
    "\((value * 100).rounded() / 100)"
  }
}
