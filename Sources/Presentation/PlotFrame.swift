/// The axes of a plot with their labels.
struct PlotFrame {
  let charset: Charset

  /// The cells of the labels to the left, with the space after them.
  let gutter: Int

  /// The cells between the vertical axis and the right edge.
  let columns: Int

  private let rows: Int
  private let horizontal: PlotScale
  private let vertical: PlotScale
  private let format: NumberFormat

  /// Axes for numbers across and up, of which each list has at least one.
  init(
    across: [Double], up: [Double], width: Int, rows: Int,
    _ format: NumberFormat, _ charset: Charset, slack: Double = 0.15
  ) {
    self.charset = charset
    self.rows = rows
    self.format = format
    vertical = PlotScale(
      up, limit: max(rows / 2, 1), slack: slack)
    let labels = vertical.ticks.map { format.text($0, charset: charset) }
    gutter = (labels.map(\.cells).max() ?? 0) + 1
    columns = max(width - gutter - 1, 8)
    horizontal = PlotScale(
      across, limit: max(columns / 8, 1))
  }

  /// Returns the dot of a point, counted from the left and from below.
  func dot(_ point: Plot.Point, in canvas: PlotCanvas) -> (x: Int, y: Int) {
    (
      horizontal.dot(point.x, of: canvas.dotsAcross),
      vertical.dot(point.y, of: canvas.dotsDown)
    )
  }

  /// Returns the plotted area with a faint line where y is 0.
  func withZeroLine(_ area: Box) -> Box {
    guard vertical.range.lowerBound < 0, vertical.range.upperBound > 0 else {
      return area
    }
    let row = row(of: 0)
    let line = charset == .unicode ? "┈" : "."
    var rows = area.rows
    rows[row] = rows[row].map {
      $0 == .blank ? Box.Cell(line, .dim) : $0
    }
    return Box(rows: rows)
  }

  /// Returns the plotted area with its axes.
  func box(around area: Box) -> Box {
    let side = Box.column(sideLabels, alignment: .right, baseline: 0)
    let corner = Box(blankWidth: gutter, height: 2)
    let labels = Box.column([side, corner], alignment: .right, baseline: 0)
    let plot = Box.column(
      [axis.beside(area), bottom], alignment: .left, baseline: 0)
    return labels.beside(plot)
  }

  private func row(of value: Double) -> Int {
    rows - 1 - vertical.dot(value, of: rows)
  }

  private var tickRows: [Int: Double] {
    Dictionary(vertical.ticks.map { (row(of: $0), $0) }) { first, _ in first }
  }

  private var sideLabels: [Box] {
    let ticks = tickRows
    return (0..<rows).map { row in
      let label = ticks[row].map { format.text($0, charset: charset) } ?? ""
      return Box(label + " ", .number)
    }
  }

  private var axis: Box {
    let ticks = tickRows
    let boxes = (0..<rows).map { row in
      let hasTick = ticks[row] != nil
      return charset == .unicode
        ? Box(hasTick ? "┤" : "│", .dim) : Box(hasTick ? "+" : "|", .dim)
    }
    return .column(boxes, baseline: 0)
  }

  /// The horizontal axis and its labels, which never touch each other.
  private var bottom: Box {
    var line = Array(
      repeating: Box.Cell(charset == .unicode ? "─" : "-", .dim),
      count: columns)
    var labels = Array(repeating: Box.Cell.blank, count: columns + 1)
    var free = 0
    for tick in horizontal.ticks {
      let column = horizontal.dot(tick, of: columns)
      let label = Box(format.text(tick, charset: charset), .number)
      let start = min(
        max(column + 1 - label.width / 2, 0), columns + 1 - label.width)
      line[column] = Box.Cell(charset == .unicode ? "┬" : "+", .dim)
      guard start >= free else { continue }
      labels.replaceSubrange(
        start..<(start + label.width), with: label.rows[0])
      free = start + label.width + 1
    }
    let corner = Box.Cell(charset == .unicode ? "└" : "+", .dim)
    return Box(rows: [[corner] + line, labels])
  }
}
