extension NetworkDiagram {
  /// Returns the units and the lines between them, and what the lines mean.
  ///
  /// - Parameters:
  ///   - width: The cells of a line.
  ///   - format: How numbers are written.
  ///   - charset: The characters to draw with.
  /// - Returns: The lines of the picture, or the weights in words where even
  ///   bare units find no room side by side.
  public func text(
    width: Int, format: NumberFormat = NumberFormat(),
    charset: Charset = .unicode
  ) -> StyledText {
    guard layers.count > 1, let labels = labels(width, charset) else {
      return spoken(format: format, charset: charset)
    }
    let widths = labels.map { $0.map(\.cells).max() ?? 1 }
    let gap = min(
      (width - widths.reduce(0, +)) / (layers.count - 1) - 2, 24)
    let height = layers.indices.map { 2 * shown($0).count - 1 }.max() ?? 1
    var boxes: [Box] = []
    for layer in layers.indices {
      if layer > 0 {
        boxes.append(lines(layer - 1, width: gap, height: height, charset))
      }
      boxes.append(column(layer, labels[layer], widths[layer], height, charset))
    }
    let legend = legend(format, charset).wrapped(to: width)
    return (Box.row(boxes).text + "\n\n" + legend).trimmedLines
  }

  /// The names of the drawn units, shortened where there is too little room;
  /// nil where there is none.
  private func labels(_ width: Int, _ charset: Charset) -> [[String]]? {
    for limit in [12, 8, 6, 4, 1] {
      let labels = layers.indices.map { layer in
        shown(layer).compactMap { $0 }.map { unit in
          limit == 1
            ? (charset == .unicode ? "○" : "o")
            : StyledText(layers[layer][unit])
              .elided(to: limit, charset: charset).plain
        }
      }
      let used = labels.reduce(0) { $0 + ($1.map(\.cells).max() ?? 1) }
      let least = limit == 1 ? 4 : 8
      if used + least * (layers.count - 1) <= width { return labels }
    }
    return nil
  }

  /// The row of a drawn unit.
  private func row(_ place: Int, of layer: Int, _ height: Int) -> Int {
    let count = shown(layer).count
    let free = height - (2 * count - 1)
    return free / 2 + 2 * place
  }

  private func column(
    _ layer: Int, _ labels: [String], _ width: Int, _ height: Int,
    _ charset: Charset
  ) -> Box {
    var rows = Array(
      repeating: Array(repeating: Box.Cell.blank, count: width), count: height)
    var names = labels.makeIterator()
    for (place, unit) in shown(layer).enumerated() {
      let text =
        unit == nil ? (charset == .unicode ? "⋮" : ":") : names.next() ?? ""
      let label = Box(text, unit == nil ? .dim : .name)
      let box =
        layer == 0 ? label.padded(to: width, .right) : label.padded(to: width)
      rows[row(place, of: layer, height)] =
        unit == nil ? label.padded(to: width, .centre).rows[0] : box.rows[0]
    }
    return Box(rows: rows)
  }

  /// The lines between two layers, the weak ones first so that the strong
  /// ones lie over them.
  private func lines(
    _ layer: Int, width: Int, height: Int, _ charset: Charset
  ) -> Box {
    var canvas = EdgeCanvas(width: width, height: height, charset: charset)
    let all = drawable(layer)
    let count =
      all.count > Self.lineLimit ? Self.linesOfMany : Self.lineLimit
    let drawn = all.sorted { $0.weight.magnitude < $1.weight.magnitude }
      .suffix(count)
    for edge in drawn where edge.weight != 0 {
      let from = row(edge.from, of: layer, height)
      let to = row(edge.to, of: layer + 1, height)
      canvas.draw(
        from: from, to: to, thickness: thickness(edge.weight),
        dash: edge.weight < 0 ? edge.from + 2 * edge.to : nil)
    }
    return canvas.box.padded(left: 1, right: 1)
  }

  /// The lines between drawn units, by the places at which those stand.
  private func drawable(_ layer: Int) -> [Edge] {
    guard weights.indices.contains(layer) else { return [] }
    let rows = weights[layer]
    return shown(layer + 1).enumerated().flatMap { to, unit -> [Edge] in
      guard let unit, rows.indices.contains(unit) else { return [] }
      return shown(layer).enumerated().compactMap { from, source in
        guard let source, rows[unit].indices.contains(source) else {
          return nil
        }
        return Edge(
          layer: layer, from: from, to: to, weight: rows[unit][source])
      }
    }
  }

  private func legend(
    _ format: NumberFormat, _ charset: Charset
  ) -> StyledText {
    let isUnicode = charset == .unicode
    var text = StyledText(isUnicode ? "⠒⠒⠒" : "- = #")
    text.append(" above 0, ")
    text.append(isUnicode ? "⠒ ⠒" : ". : %", .symbol)
    text.append(" below 0, thicker by thirds")
    if let strongest {
      text.append("; " + sentence(strongest, format, charset))
    }
    let isCut = layers.indices.dropFirst().contains {
      let units = [shown($0 - 1), shown($0)].map { $0.compactMap { $0 }.count }
      return units[0] * units[1] > Self.lineLimit
    }
    if isCut {
      text.append(
        "; of more than \(Self.lineLimit) lines the \(Self.linesOfMany) "
          + "strongest are drawn")
    }
    let large = layers.indices.filter { layers[$0].count > Self.unitLimit }
    for layer in large {
      text.append(
        "; \(layers[layer].count) units in layer \(layer + 1), "
          + "\(Self.unitLimit - 1) of them drawn")
    }
    return text
  }
}

/// The lines between two columns of units.
struct EdgeCanvas {
  private let charset: Charset
  private let width: Int
  private let height: Int
  private var cells: [[(bits: UInt32, text: String, style: Style)]]

  init(width: Int, height: Int, charset: Charset) {
    self.charset = charset
    self.width = max(width, 1)
    self.height = height
    cells = Array(
      repeating: Array(repeating: (0, " ", .plain), count: self.width),
      count: height)
  }

  /// Draws a line from the left edge to the right, between the middles of two
  /// rows.
  ///
  /// - Parameters:
  ///   - from: The row on the left.
  ///   - to: The row on the right.
  ///   - thickness: From 1 to 3.
  ///   - dash: Where the dashes begin, nil for a line without gaps; lines
  ///     that begin alike would look like columns.
  mutating func draw(from: Int, to: Int, thickness: Int, dash: Int?) {
    let isDashed = dash != nil
    let isUnicode = charset == .unicode
    let (across, down) = isUnicode ? (2, 4) : (1, 1)
    let last = width * across - 1
    let style: Style = isDashed ? .symbol : .plain
    for x in 0...last {
      if isUnicode, let dash, (x + dash) % 6 > 2 { continue }
      let part = last == 0 ? 0 : Double(x) / Double(last)
      let middle = isUnicode ? 1.5 : 0
      let y =
        Double(from * down) + middle + part * Double((to - from) * down)
      for offset in 0..<(isUnicode ? thickness : 1) {
        let dot = Int((y - Double(thickness - 1) / 2 * middle / 1.5).rounded())
        set(
          x, dot + offset, style,
          ascii: (isDashed ? [".", ":", "%"] : ["-", "=", "#"])[thickness - 1])
      }
    }
  }

  private mutating func set(_ x: Int, _ y: Int, _ style: Style, ascii: String) {
    let (across, down) = charset == .unicode ? (2, 4) : (1, 1)
    let (row, column) = (y / down, x / across)
    guard y >= 0, row < height, column < width else { return }
    if charset == .unicode {
      cells[row][column].bits |= PlotCanvas.bits[y % 4][x % 2]
    } else {
      cells[row][column].text = ascii
    }
    cells[row][column].style = style
  }

  var box: Box {
    Box(
      rows: cells.map { row in
        row.map { cell in
          guard charset == .unicode else {
            return Box.Cell(cell.text, cell.style)
          }
          guard cell.bits != 0, let dots = Unicode.Scalar(0x2800 + cell.bits)
          else { return .blank }
          return Box.Cell(String(Character(dots)), cell.style)
        }
      })
  }
}
