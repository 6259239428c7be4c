extension Layout {
  /// Returns cells in aligned columns without the brackets around them.
  static func grid(_ cells: [[Box]]) -> Box {
    let count = cells.map(\.count).max() ?? 0
    let columns = (0..<count).map { column in
      aligned(cells.map { column < $0.count ? $0[column] : Box("") })
    }
    let rows = cells.indices.map { row in
      var boxes: [Box] = []
      for (index, column) in columns.enumerated() {
        if index > 0 { boxes.append(Box("  ")) }
        boxes.append(column[row])
      }
      return Box.row(boxes)
    }
    let height = rows.reduce(0) { $0 + $1.height }
    return .column(rows, alignment: .left, baseline: height / 2)
  }

  /// Returns the cells of one column in boxes of one width: numbers with
  /// their decimal points below each other, and everything else centred.
  private static func aligned(_ cells: [Box]) -> [Box] {
    let texts = cells.map { $0.height == 1 ? $0.text.plain : "" }
    let numbers = texts.map { $0.isWrittenNumber ? $0 : "" }
    let parts = numbers.map(NumberColumn.parts)
    let before = parts.map(\.before.cells).max() ?? 0
    let after = parts.map(\.after.cells).max() ?? 0
    let placed = zip(cells, parts).map { cell, part in
      part.before.isEmpty
        ? cell
        : cell.padded(
          left: before - part.before.cells, right: after - part.after.cells)
    }
    let width = placed.map(\.width).max() ?? 0
    return placed.map { $0.padded(to: width, .centre) }
  }
}

extension String {
  /// Whether the text is a number as the program writes it.
  var isWrittenNumber: Bool {
    var digits = self[...]
    if let sign = digits.first, "-−".contains(sign) { digits.removeFirst() }
    guard let first = digits.first, first.isNumber || first == "." else {
      return digits == "∞" || digits == "inf" || digits == "NaN"
    }
    return digits.allSatisfy { $0.isNumber || ".e-".contains($0) }
  }
}
