extension MatrixPicture {
  /// Returns the numbers in words for a screen reader, a row a line.
  ///
  /// What the picture leaves out is counted: `rows 7 to 19 are left out`.
  ///
  /// - Parameters:
  ///   - format: How numbers are written.
  ///   - charset: The characters to write with.
  /// - Returns: One line for each row.
  public func spoken(
    format: NumberFormat = NumberFormat(), charset: Charset = .unicode
  ) -> StyledText {
    let limit = Self.rowLimit
    var lines: [StyledText] = []
    for row in rows.indices where isSpoken(row, of: rows.count) {
      if rows.count > limit, row == rows.count - 1 {
        lines.append("rows \(limit - 1) to \(row) are left out")
      }
      lines.append(
        "row \(row + 1): " + StyledText(words(row, format, charset)))
    }
    return lines.joined(separator: "\n")
  }

  private func words(
    _ row: Int, _ format: NumberFormat, _ charset: Charset
  ) -> String {
    let numbers = rows[row]
    let limit = Self.rowLimit
    var words: [String] = []
    for column in numbers.indices where isSpoken(column, of: numbers.count) {
      if numbers.count > limit, column == numbers.count - 1 {
        words.append("columns \(limit - 1) to \(column) left out")
      }
      let isChanged = changed.contains(Entry(row: row, column: column))
      words.append(
        format.text(numbers[column], charset: charset)
          + (isChanged ? " changed" : ""))
    }
    return words.joined(separator: ", ")
  }

  private func isSpoken(_ index: Int, of count: Int) -> Bool {
    count <= Self.rowLimit || index < Self.rowLimit - 2 || index == count - 1
  }
}
