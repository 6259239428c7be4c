/// A picture in cells: rows of equal width, and the row that stands level
/// with the text beside it.
public struct Box: Hashable, Sendable {
  /// One cell of a terminal.
  public struct Cell: Hashable, Sendable {
    /// One character, or nothing in the second cell of a wide character.
    public var text: String

    public var style: Style

    /// The innermost part of the formula that the cell belongs to.
    public var path: [Int]?

    public init(_ text: String, _ style: Style = .plain, path: [Int]? = nil) {
      self.text = text
      self.style = style
      self.path = path
    }

    static let blank = Cell(" ")
  }

  /// The cells, row by row, all rows of one length.
  public private(set) var rows: [[Cell]]

  /// The row that stands level with what is beside the box.
  public var baseline: Int

  public var width: Int { rows.first?.count ?? 0 }

  public var height: Int { rows.count }

  /// A box of cells; shorter rows are filled with blanks.
  public init(rows: [[Cell]], baseline: Int = 0) {
    let width = rows.map(\.count).max() ?? 0
    self.rows = rows.map { row in
      row + Array(repeating: .blank, count: width - row.count)
    }
    self.baseline = baseline
  }

  /// A box of blanks.
  public init(blankWidth width: Int, height: Int = 1, baseline: Int = 0) {
    let row = Array(repeating: Cell.blank, count: max(width, 0))
    rows = Array(repeating: row, count: height)
    self.baseline = baseline
  }

  /// A box of text, one row for each of its lines.
  public init(_ text: StyledText) {
    self.init(rows: text.lines.map(Self.cells))
  }

  /// A box of text in one style.
  public init(_ text: String, _ style: Style = .plain) {
    self.init(StyledText(text, style))
  }

  private static func cells(of line: StyledText) -> [Cell] {
    var cells: [Cell] = []
    for run in line.runs {
      for character in run.text {
        let width = CharacterWidth.cells(of: character)
        if width == 0, let last = cells.indices.last {
          cells[last].text.append(character)
        } else {
          cells.append(Cell(String(character), run.style))
        }
        if width == 2 { cells.append(Cell("", run.style)) }
      }
    }
    return cells
  }

  /// The path of every cell, row by row.
  public var tags: [[[Int]?]] { rows.map { $0.map(\.path) } }

  /// The picture as lines without spaces at their ends.
  public var text: StyledText {
    rows.map { row in
      var line = StyledText()
      for cell in row { line.append(cell.text, cell.style) }
      return line
    }
    .joined(separator: "\n").trimmedLines
  }

  /// Returns the box with every cell replaced.
  public func mapped(_ transform: (Cell) -> Cell) -> Box {
    Box(rows: rows.map { $0.map(transform) }, baseline: baseline)
  }
}
