/// A matrix as shades, one for each entry, so that a pattern is seen before a
/// number is read.
///
/// Source: Wilkinson and Friendly, *The History of the Cluster Heat Map*
/// (2009).
public struct HeatMap: Hashable, Sendable {
  public let name: String
  /// The numbers, row by row, all rows of one length.
  public let rows: [[Double]]

  /// How many rows are drawn at most.
  static let rowLimit = 16

  public init(_ name: String, _ rows: [[Double]]) {
    self.name = name
    self.rows = rows
  }

  /// Returns the picture for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain
      ? spoken(format: page.format, charset: page.charset)
      : text(width: page.width, format: page.format, charset: page.charset)
  }

  /// Returns the shades between the numbers of the rows and the columns, and
  /// what they mean.
  ///
  /// A matrix that is too large is drawn by blocks, each as the entry in it
  /// that is farthest from 0.
  ///
  /// - Parameters:
  ///   - width: The cells of a line.
  ///   - format: How numbers are written.
  ///   - charset: The characters to draw with.
  /// - Returns: The lines of the picture.
  public func text(
    width: Int, format: NumberFormat = NumberFormat(),
    charset: Charset = .unicode
  ) -> StyledText {
    guard columnCount > 0 else { return "no number can be drawn" }
    let gutter = "\(rows.count)".cells + 2
    let free = max(width - gutter - 1, 4)
    let down = blockSize(rows.count, limit: Self.rowLimit)
    let across = blockSize(columnCount, limit: free)
    let blocks = blocks(down, across)
    let cell = blocks[0].count * 2 <= free ? 2 : 1
    let shades = Shades(charset: charset, largest: largest?.value ?? 0)
    let lines = blocks.enumerated().map { index, row in
      let number = StyledText("\(index * down + 1)", .dim)
      let cells = row.flatMap { shades.cells($0, width: cell) }
      let edge = [Box.Cell(charset == .unicode ? "│" : "|", .dim)]
      return number.padded(to: gutter - 2, alignment: .right) + " "
        + Box(rows: [edge + cells + edge]).text
    }
    let head = StyledText.blank(gutter) + ruler(blocks[0].count, across, cell)
    let legend = legend(shades, (down, across), format)
      .wrapped(to: width)
    return ([head] + lines + [legend]).joined(separator: "\n").trimmedLines
  }

  private var columnCount: Int { rows.first?.count ?? 0 }

  /// How many entries share a place, so that no more places are needed.
  private func blockSize(_ count: Int, limit: Int) -> Int {
    (count + limit - 1) / limit
  }

  private func blocks(_ down: Int, _ across: Int) -> [[Double]] {
    stride(from: 0, to: rows.count, by: down).map { row in
      stride(from: 0, to: columnCount, by: across).map { column in
        let entries = rows[row..<min(row + down, rows.count)].flatMap {
          $0[column..<min(column + across, columnCount)]
        }
        // What is not a number is farther out than any number.
        return entries.max { Self.weight($0) < Self.weight($1) } ?? 0
      }
    }
  }

  private static func weight(_ value: Double) -> Double {
    value.isNaN ? .infinity : value.magnitude
  }

  /// The numbers of the first column and of every fifth.
  private func ruler(_ count: Int, _ across: Int, _ cell: Int) -> StyledText {
    var line = ""
    for place in 0..<count where place == 0 || (place + 1) % 5 == 0 {
      let start = place * cell
      guard line.isEmpty || start > line.cells else { continue }
      let number = "\(place * across + 1)"
      guard start + number.cells <= count * cell + 1 else { break }
      line += String(repeating: " ", count: start - line.cells) + number
    }
    return StyledText(line, .dim)
  }
}

// MARK: - What the shades mean

extension HeatMap {
  /// An entry and where it stands, counted from 1.
  struct Extreme {
    let value: Double
    let row: Int
    let column: Int
  }

  /// The finite entry that is farthest from 0, and how far it is.
  var largest: Extreme? {
    var best: Extreme?
    for (row, entries) in rows.enumerated() {
      for (column, value) in entries.enumerated() where value.isFinite {
        guard value.magnitude > best?.value ?? -1 else { continue }
        best = Extreme(
          value: value.magnitude, row: row + 1, column: column + 1)
      }
    }
    return best
  }

  private func legend(
    _ shades: Shades, _ block: (down: Int, across: Int), _ format: NumberFormat
  ) -> StyledText {
    var text = StyledText(name, .name) + ": "
    text.append(shades.above.joined(separator: " ") + " above 0, ")
    text.append(shades.below.joined(separator: " "), .symbol)
    text.append(" below 0, in quarters of ")
    if let largest {
      text.append(
        format.text(largest.value, charset: shades.charset), .number)
      text.append(" at [\(largest.row),\(largest.column)]")
    }
    if rows.contains(where: { $0.contains { !$0.isFinite } }) {
      text.append("; ? is not finite")
    }
    if block != (1, 1) {
      text.append(
        "; each place the farthest from 0 of \(block.down)"
          + (shades.charset == .unicode ? "×" : "x")
          + "\(block.across) entries")
    }
    return text
  }

  /// Returns the numbers in words: the outermost, how many lie on either side
  /// of 0, and the rows.
  ///
  /// - Parameters:
  ///   - format: How numbers are written.
  ///   - charset: The characters to write with.
  /// - Returns: One fact a line.
  public func spoken(
    format: NumberFormat = NumberFormat(), charset: Charset = .unicode
  ) -> StyledText {
    let all = rows.joined()
    var lines = ["\(name): \(rows.count) rows, \(columnCount) columns"]
    if let largest {
      let number = format.text(
        rows[largest.row - 1][largest.column - 1], charset: charset)
      lines.append(
        "farthest from 0: \(number) in row \(largest.row), "
          + "column \(largest.column)")
    }
    lines.append(
      "above 0: \(all.count { $0 > 0 }), below 0: \(all.count { $0 < 0 }), "
        + "equal to 0: \(all.count { $0 == 0 })")
    let strange = all.count { $0.isNaN }
    if strange > 0 { lines.append("no number: \(strange)") }
    let numbers = MatrixPicture(rows).spoken(format: format, charset: charset)
    return StyledText(lines.joined(separator: "\n")) + "\n" + numbers
  }
}
