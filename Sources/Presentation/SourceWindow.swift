/// The part of a long line that is shown around the places in question.
struct SourceWindow {
  /// What is shown, with an ellipsis where something is left out.
  let text: String

  /// Where each character of the whole line begins, in cells of the window;
  /// characters left out stand at the nearest edge.
  private let starts: [Int]

  private let width: Int

  init(
    _ line: String, around spans: [SourceSpan], width: Int, _ charset: Charset
  ) {
    let characters = line.map(Self.visible)
    var cells = [0]
    for character in characters {
      cells.append((cells.last ?? 0) + CharacterWidth.cells(of: character))
    }
    let total = cells.last ?? 0
    let ellipsis = charset == .unicode ? "…" : "..."
    guard total > width else {
      self.init(text: String(characters), starts: cells, width: total)
      return
    }
    let shown = Self.window(cells, spans, width: width - 2 * ellipsis.cells)
    let before = shown.lowerBound > 0 ? ellipsis : ""
    let after = shown.upperBound < characters.count ? ellipsis : ""
    let offset = before.cells - cells[shown.lowerBound]
    let end = cells[shown.upperBound] + offset
    self.init(
      text: before + String(characters[shown]) + after,
      starts: cells.map { min(max($0 + offset, before.cells), end) },
      width: end)
  }

  /// A tab would move the carets, and a control character the cursor.
  private static func visible(_ character: Character) -> Character {
    if character == "\t" { return " " }
    return CharacterWidth.cells(of: character) == 0 ? "?" : character
  }

  private init(text: String, starts: [Int], width: Int) {
    self.text = text
    self.starts = starts
    self.width = width
  }

  /// Returns the cells of a span; an empty one has one cell.
  func cells(of span: SourceSpan) -> Range<Int> {
    let last = starts.count - 1
    let lower = starts[min(max(span.start, 0), last)]
    let upper = starts[min(max(span.end, 0), last)]
    return lower..<max(upper, lower + 1)
  }

  /// The characters shown: the spans in the middle if they fit, else from
  /// the first one on.
  private static func window(
    _ cells: [Int], _ spans: [SourceSpan], width: Int
  ) -> Range<Int> {
    let last = cells.count - 1
    let total = cells[last]
    let first = spans.map(\.start).min() ?? 0
    let end = spans.map(\.end).max() ?? 0
    let from = cells[min(max(first, 0), last)]
    let to = cells[min(max(end, 0), last)]
    let margin = max((width - (to - from)) / 2, 0)
    let left = max(min(from - margin, total - width), 0)
    let lower = cells.firstIndex { $0 >= left } ?? 0
    let upper = cells.lastIndex { $0 <= cells[lower] + width } ?? last
    return lower..<max(upper, lower)
  }
}
