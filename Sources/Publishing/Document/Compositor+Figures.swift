import Algebra
import Presentation
import Teaching

extension Compositor {
  /// A `plot` fence as a figure, at the numbers in force.
  func figure(of plot: PlotDescription) -> [Block] {
    guard let valuation = reading.valuation,
      let curves = try? CurvePlot(plot, in: valuation)
    else { return [] }
    let drawn = curves.curves.flatMap(\.points).filter(\.isDrawn)
    guard !drawn.isEmpty else { return [] }
    let stand = curves.stands.first
    let up = drawn.map(\.y) + (stand.map { [$0.y] } ?? [])
    let format = reading.format
    let page = Page(width: 72, charset: .ascii, digits: format.digits)
    let drawing = Plot(
      zip(names(of: plot), curves.curves).map {
        Plot.Curve($0.ascii, $1.points)
      },
      mark: stand.map {
        Plot.Mark(
          Plot.Point(x: $0.x, y: $0.y),
          reading.layout(of: $0.label).inline(.ascii).plain)
      }
    ).text(width: 64, height: 16, format: format, charset: .ascii)
    return [
      .figure(
        Figure(
          curves: zip(names(of: plot), curves.curves).map { name, curve in
            Figure.Curve(name: name.spans, parts: curve.drawnParts)
          },
          mark: stand.map { mark($0) },
          variable: Formula(
            reading.layout(of: curves.variable)),
          words: reading.layout(of: curves.variable).inline(page.charset)
            .plain,
          caption: caption(curves),
          across: Figure.Axis(
            [curves.low, curves.high], limit: 8, slack: 0, format),
          up: Figure.Axis(up, limit: 6, slack: 0.1, format),
          drawing: drawing.plain))
    ]
  }

  /// What each curve is called, in their order.
  private func names(
    of plot: PlotDescription
  ) -> [(spans: [Span], ascii: String)] {
    plot.curves.flatMap { curve -> [(spans: [Span], ascii: String)] in
      let layout = reading.layout(of: curve.expression)
      let own = (
        spans: [Span.formula(Formula(layout))],
        ascii: layout.inline(.ascii).plain
      )
      let slope = (spans: [Span.text("its slope")], ascii: "its slope")
      return plot.showsSlope ? [own, slope] : [own]
    }
  }

  private func mark(_ stand: CurvePlot.Stand) -> Figure.Mark {
    let layout = reading.layout(of: stand.label)
    return Figure.Mark(
      point: Plot.Point(x: stand.x, y: stand.y), label: Formula(layout),
      text: layout.inline(.unicode).plain, slope: stand.slope)
  }

  /// Where the numbers stand on the curve, and which stand outside.
  private func caption(_ plot: CurvePlot) -> [[Span]] {
    var sentences = plot.stands.map { stand -> [Span] in
      let isHidden =
        hidesAnswers
        && (isBehindQuestion || secrets.tells(stand.slope, in: reading))
      return [
        .text("At "), .formula(valued(stand)), .text(" the curve is at "),
        .formula(number(stand.y)), .text(", and its slope is "),
        .formula(isHidden ? .blank(4) : number(stand.slope)), .text("."),
      ]
    }
    for stand in plot.outside {
      sentences.append([
        .formula(valued(stand)), .text(" lies outside what is drawn."),
      ])
    }
    return sentences
  }

  private func valued(_ stand: CurvePlot.Stand) -> Formula {
    let sign = reading.format.relation(stand.x)
    return .joined([
      formula(stand.label), .sign(sign, .relation), number(stand.x),
    ])
  }
}

extension Plot.Point {
  /// Whether the point can be drawn.
  fileprivate var isDrawn: Bool { x.magnitude < 1e300 && y.magnitude < 1e300 }
}

extension Plot.Curve {
  /// The stretches without a gap.
  fileprivate var drawnParts: [[Plot.Point]] {
    points.split { !$0.isDrawn }.map(Array.init)
  }
}
