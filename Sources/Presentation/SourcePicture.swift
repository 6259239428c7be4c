/// A line of input with some of its parts underlined and labelled.
struct SourcePicture {
  private struct Mark {
    /// The underlined cells of the window.
    var cells: Range<Int>
    var label: String
  }

  private let line: String
  private let marks: [Mark]
  private let width: Int

  /// Chooses the part of a line that is shown.
  init(
    _ source: String, _ labels: [Diagnostic.Label], width: Int,
    _ charset: Charset
  ) {
    let window = SourceWindow(
      source, around: labels.map(\.span), width: width - 1, charset)
    self.width = width
    line = window.text
    marks = labels.map {
      Mark(cells: window.cells(of: $0.span), label: $0.text)
    }
    .sorted {
      ($0.cells.lowerBound, $0.cells.upperBound)
        < ($1.cells.lowerBound, $1.cells.upperBound)
    }
  }

  /// The line, the carets, and the labels from right to left.
  var lines: [StyledText] {
    guard !marks.isEmpty else { return [StyledText(line, .typed)] }
    var rest = marks.filter { !$0.label.isEmpty }
    var carets = caretLine
    if let last = rest.last, last.cells.upperBound == carets.cells,
      carets.cells + 1 + last.label.cells <= width
        || rest.count == 1
          && width - carets.cells > 24
    {
      carets += " "
      rest.removeLast()
      return [StyledText(line, .typed)]
        + labelled(
          StyledText(carets, .wrong), then: .blank(carets.cells), last.label)
        + labelLines(rest)
    }
    return [StyledText(line, .typed), StyledText(carets, .wrong)]
      + labelLines(rest)
  }

  private var caretLine: String {
    var cells = Array(
      repeating: Character(" "),
      count: marks.map(\.cells.upperBound).max() ?? 0)
    for mark in marks { for cell in mark.cells { cells[cell] = "^" } }
    return String(cells)
  }

  /// One label a row, below the start of its part; a bar leads down to each
  /// label that is still to come.
  private func labelLines(_ marks: [Mark]) -> [StyledText] {
    marks.indices.reversed().flatMap { index in
      let start = column(of: marks[index])
      var lead = Array(repeating: Character(" "), count: start)
      for pending in marks[..<index] where pending.cells.lowerBound < start {
        lead[pending.cells.lowerBound] = "|"
      }
      let bars = StyledText(String(lead), .wrong)
      return labelled(bars, then: bars, marks[index].label)
    }
  }

  /// Where a label begins: below its part, or further left if too little
  /// room is left there.
  private func column(of mark: Mark) -> Int {
    let start = mark.cells.lowerBound
    guard width - start < 12 else { return start }
    return max(min(start, width - mark.label.cells), 0)
  }

  /// A label after what leads to it, in as many lines as it needs.
  private func labelled(
    _ lead: StyledText, then next: StyledText, _ label: String
  ) -> [StyledText] {
    let free = max(width - lead.width, 1)
    let lines = StyledText(label, .emphasis).wrapped(to: free).lines
    return lines.enumerated().map { index, line in
      (index == 0 ? lead : next) + line
    }
  }
}
