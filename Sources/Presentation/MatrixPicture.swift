/// The numbers of a matrix, to be drawn between brackets or read aloud.
public struct MatrixPicture: Hashable, Sendable {
  /// The place of a number, counted from 0.
  public struct Entry: Hashable, Sendable {
    public let row: Int
    public let column: Int

    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The numbers, row by row, all rows of one length.
  public let rows: [[Double]]

  /// The numbers that an alteration changed: drawn in a style of their own
  /// and with a `*`, since colour alone tells nothing.
  public let changed: Set<Entry>

  /// How many rows are drawn at most.
  public static let rowLimit = 8

  public init(_ rows: [[Double]], changed: Set<Entry> = []) {
    self.rows = rows
    self.changed = changed
  }

  /// Returns the picture for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain
      ? spoken(format: page.format, charset: page.charset)
      : box(width: page.width, format: page.format, charset: page.charset).text
  }

  /// Returns the numbers between brackets, each column aligned on the
  /// decimal point.
  ///
  /// Of more than eight rows the first six and the last are drawn; of more
  /// columns than fit, the first ones and the last.
  ///
  /// - Parameters:
  ///   - width: The cells that the picture may take.
  ///   - format: How numbers are written.
  ///   - charset: The characters to draw with.
  /// - Returns: A box level with its middle row.
  public func box(
    width: Int, format: NumberFormat = NumberFormat(),
    charset: Charset = .unicode
  ) -> Box {
    let columns = fittingColumns(width: width - 2, format, charset)
    var boxes: [Box] = []
    for column in columns {
      if !boxes.isEmpty { boxes.append(Box(blankWidth: 2, height: height)) }
      boxes.append(column)
    }
    var inner = Box.row(boxes)
    inner.baseline = height / 2
    return inner.fenced(.square, charset: charset)
  }

  /// The rows that are drawn, nil where some are left out.
  private var shownRows: [Int?] {
    Self.shown(rows.count, limit: Self.rowLimit)
  }

  private var height: Int { shownRows.count }

  private var columnCount: Int { rows.first?.count ?? 0 }

  private static func shown(_ count: Int, limit: Int) -> [Int?] {
    guard count > limit else { return Array(0..<count) }
    return Array(0..<(limit - 2)) + [nil, count - 1]
  }
}

extension MatrixPicture {
  /// Returns the drawn columns, of which the last one is always there.
  private func fittingColumns(
    width: Int, _ format: NumberFormat, _ charset: Charset
  ) -> [Box] {
    guard columnCount > 1 else {
      return (0..<columnCount).map { column($0, format, charset) }
    }
    let last = column(columnCount - 1, format, charset)
    let dots = Box.column(
      shownRows.map { _ in Box(charset == .unicode ? "⋯" : "...", .dim) },
      baseline: 0)
    var columns: [Box] = []
    var used = last.width
    for index in 0..<(columnCount - 1) {
      let next = column(index, format, charset)
      // Room for the dots is needed unless only the last column remains.
      let rest = index == columnCount - 2 ? 0 : dots.width + 2
      guard used + next.width + 2 + rest <= width || columns.isEmpty else {
        return columns + [dots, last]
      }
      columns.append(next)
      used += next.width + 2
    }
    return columns + [last]
  }

  private func column(
    _ column: Int, _ format: NumberFormat, _ charset: Charset
  ) -> Box {
    let shown = shownRows
    let numbers = NumberColumn(
      shown.compactMap { $0 }.map {
        format.text(rows[$0][column], charset: charset)
      })
    let hasMark = shown.compactMap { $0 }
      .contains { changed.contains(Entry(row: $0, column: column)) }
    var texts = numbers.texts.makeIterator()
    let boxes = shown.map { row in
      guard let row, let text = texts.next() else {
        return Box(charset == .unicode ? "⋮" : ":", .dim)
      }
      let isChanged = changed.contains(Entry(row: row, column: column))
      let mark = hasMark ? (isChanged ? "*" : " ") : ""
      return Box(text + mark, isChanged ? .changed : .number)
    }
    return .column(boxes, baseline: 0)
  }
}
