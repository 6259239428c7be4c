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

  /// Returns the table in aligned columns; what is too wide is cut at the
  /// end of the line and ends in an ellipsis.
  public func text(width: Int, charset: Charset = .unicode) -> StyledText {
    let hasHeadings = columns.contains { !$0.heading.isEmpty }
    let texts = columns.indices.map { laidOut($0, charset) }
    let lines = (0..<(rows.count + (hasHeadings ? 2 : 0))).map { line in
      texts.map { $0[hasHeadings ? line : line + 2] }
        .joined(separator: .blank(gap)).trimmedLines
        .elided(to: width, charset: charset)
    }
    return lines.joined(separator: "\n")
  }

  /// The table in words: a row a line, each text after its heading.
  public var spoken: StyledText {
    rows.map { row in
      zip(columns, row).map { column, text in
        column.heading.isEmpty ? text : column.heading + ": " + text
      }
      .joined(separator: ", ")
    }
    .joined(separator: "\n")
  }

  /// The heading, the rule and the texts of one column, all of one width.
  private func laidOut(_ index: Int, _ charset: Charset) -> [StyledText] {
    let column = columns[index]
    let texts = aligned(
      rows.map { index < $0.count ? $0[index] : StyledText() },
      column.alignment)
    let heading = column.heading.restyled(.heading)
    let width = max(heading.width, texts.map(\.width).max() ?? 0)
    let side: StyledText.Alignment =
      column.alignment == .left ? .left : .right
    let rule = String(
      repeating: charset == .unicode ? "─" : "-", count: width)
    return [
      heading.padded(to: width, alignment: side), StyledText(rule, .dim),
    ] + texts.map { $0.padded(to: width, alignment: side) }
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
