extension Plot {
  /// Returns the plot drawn in a rectangle of cells.
  ///
  /// The first curve is drawn through, a second one dashed; in ASCII they
  /// are drawn with `*` and `o`. The marked point is `●`, in ASCII `X`.
  ///
  /// - Parameters:
  ///   - width: The cells of a line, at least 30.
  ///   - height: The lines, at least 6, with the axis and the names.
  ///   - format: How numbers are written.
  ///   - charset: The characters to draw with.
  /// - Returns: The lines of the plot.
  public func text(
    width: Int, height: Int, format: NumberFormat = NumberFormat(),
    charset: Charset = .unicode
  ) -> StyledText {
    let drawn = points.filter(\.isFinite)
    guard !drawn.isEmpty else { return "no value can be drawn" }
    let hasNames = curves.contains { !$0.name.isEmpty }
    let rows = max(height, 6) - (hasNames ? 3 : 2)
    // A gap has no height, but it has a place from left to right.
    let frame = PlotFrame(
      across: points.filter(\.isPlaced).map(\.x), up: drawn.map(\.y),
      width: max(width, 30), rows: rows, format, charset)
    var canvas = PlotCanvas(
      width: frame.columns, height: rows, charset: charset)
    for (index, curve) in curves.enumerated() {
      for part in curve.parts {
        canvas.draw(part.map { frame.dot($0, in: canvas) }, curve: index)
      }
    }
    let area = marked(frame.withZeroLine(canvas.box), canvas, frame)
    let picture = frame.box(around: area).text
    guard hasNames else { return picture }
    let names = StyledText.blank(frame.gutter + 1) + legend(charset)
    return [names.elided(to: width, charset: charset), picture]
      .joined(separator: "\n")
  }

  private var points: [Point] {
    curves.flatMap(\.points) + [mark?.point].compactMap(\.self)
  }

  private func legend(_ charset: Charset) -> StyledText {
    curves.enumerated().filter { !$1.name.isEmpty }.map { index, curve in
      StyledText(
        PlotCanvas.sample(index, charset), PlotCanvas.style(index))
        + StyledText(" " + curve.name)
    }
    .joined(separator: "   ")
  }

  /// Puts the marked point and its label where it hides least.
  private func marked(
    _ box: Box, _ canvas: PlotCanvas, _ frame: PlotFrame
  ) -> Box {
    guard let mark, mark.point.isFinite else { return box }
    let dot = frame.dot(mark.point, in: canvas)
    let (row, column) = canvas.cell(x: dot.x, y: dot.y)
    let sign = Box(frame.charset == .unicode ? "●" : "X", .changed)
    let label = Box(mark.label, .emphasis)
    let places = [
      (row, column + 2), (row, column - 1 - label.width),
      (row - 1, column + 2), (row - 1, column - 1 - label.width),
      (row + 1, column + 2), (row + 1, column - 1 - label.width),
    ].filter { row, column in
      (0..<box.height).contains(row) && column >= 0
        && column + label.width <= box.width
    }
    let hidden = places.map { row, column in
      (column..<(column + label.width))
        .filter { !canvas.isEmpty(row: row, column: $0) }.count
    }
    let best = zip(places, hidden).min { $0.1 < $1.1 }?.0
    let labelled = best.map { box.overlaid(with: label, row: $0, column: $1) }
    return (labelled ?? box).overlaid(with: sign, row: row, column: column)
  }
}

extension Plot.Curve {
  /// The stretches without a gap.
  var parts: [[Plot.Point]] {
    points.split { !$0.isFinite }.map(Array.init)
  }
}

extension Box {
  /// Returns the box with some of its cells hidden under another box.
  func overlaid(with other: Box, row: Int, column: Int) -> Box {
    var rows = rows
    for (down, cells) in other.rows.enumerated() {
      let columns = column..<(column + cells.count)
      rows[row + down].replaceSubrange(columns, with: cells)
    }
    return Box(rows: rows, baseline: baseline)
  }
}
