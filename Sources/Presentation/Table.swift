/// Rows of short texts in columns.
public struct Table: Hashable, Sendable {
  /// Where the texts of a column stand.
  public enum Alignment: Hashable, Sendable {
    case left
    case right

    /// Numbers with their decimal points below each other.
    case decimal
  }

  /// What a column is called, and where its texts stand.
  public struct Column: Hashable, Sendable {
    public let heading: StyledText
    public let alignment: Alignment

    public init(_ heading: StyledText = "", _ alignment: Alignment = .left) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  public let columns: [Column]

  /// The texts, row by row; a row may be shorter than the columns.
  public var rows: [[StyledText]]

  /// The spaces between two columns.
  public var gap = 2

  public init(_ columns: [Column], rows: [[StyledText]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// A table without headings.
  public init(_ alignments: [Alignment], rows: [[StyledText]] = []) {
    self.init(alignments.map { Column("", $0) }, rows: rows)
  }

  /// Returns the table for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain ? spoken : text(width: page.width, charset: page.charset)
  }

  /// Returns the table in aligned columns; texts of the last column that are
  /// too wide end in an ellipsis.
  ///
  /// - Parameters:
  ///   - width: The cells of a line.
  ///   - charset: The characters to draw with.
  /// - Returns: One line for each row, below the headings if there are any.
  public func text(width: Int, charset: Charset = .unicode) -> StyledText {
    var free = width
    var texts: [[StyledText]] = []
    for index in columns.indices {
      let isLast = index == columns.count - 1
      let limit = isLast ? max(free, 8) : Int.max
      texts.append(laidOut(index, limit: limit, charset))
      free -= (texts.last?.first?.width ?? 0) + gap
    }
    let hasHeadings = columns.contains { !$0.heading.isEmpty }
    return (hasHeadings ? 0..<(rows.count + 2) : 2..<(rows.count + 2))
      .map { line in
        texts.map { $0[line] }.joined(separator: .blank(gap)).trimmedLines
      }
      .joined(separator: "\n")
  }

  /// The table in words: a row a line, each text after its heading.
  public var spoken: StyledText {
    rows.map { row in
      zip(columns, row).filter { !$1.isEmpty }.map { column, text in
        column.heading.isEmpty ? text : column.heading + ": " + text
      }
      .joined(separator: ", ")
    }
    .joined(separator: "\n")
  }

  /// The heading, the rule and the texts of one column, all of one width.
  private func laidOut(
    _ index: Int, limit: Int, _ charset: Charset
  ) -> [StyledText] {
    let column = columns[index]
    let cells = rows.map { index < $0.count ? $0[index] : StyledText() }
    let texts =
      ([column.heading.restyled(.heading)]
      + aligned(cells, column.alignment))
      .map { $0.elided(to: limit, charset: charset) }
    let width = texts.map(\.width).max() ?? 0
    let rule = String(
      repeating: charset == .unicode ? "─" : "-", count: width)
    let padded = texts.map {
      $0.padded(
        to: width, alignment: column.alignment == .left ? .left : .right)
    }
    return padded.prefix(1) + [StyledText(rule, .dim)] + padded.dropFirst()
  }

  private func aligned(
    _ texts: [StyledText], _ alignment: Alignment
  ) -> [StyledText] {
    guard alignment == .decimal else { return texts }
    let parts = texts.map { NumberColumn.parts(of: $0.plain) }
    let before = parts.map(\.before.cells).max() ?? 0
    let after = parts.map(\.after.cells).max() ?? 0
    return zip(texts, parts).map { text, part in
      .blank(before - part.before.cells) + text
        + .blank(after - part.after.cells)
    }
  }
}
