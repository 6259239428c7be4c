extension StyledText {
  /// Where shorter text stands in a wider space.
  public enum Alignment: Hashable, Sendable {
    case left
    case right
    case centre
  }

  /// The text line by line; text that ends with a line feed has an empty
  /// last line.
  public var lines: [StyledText] {
    var lines = [StyledText()]
    for run in runs {
      guard run.text.utf8.contains(0x0A) else {
        lines[lines.count - 1].append(run.text, run.style)
        continue
      }
      let parts = run.text.split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append(StyledText()) }
        lines[lines.count - 1].append(String(part), run.style)
      }
    }
    return lines
  }

  /// The cells of the widest line.
  public var width: Int {
    guard runs.contains(where: { $0.text.utf8.contains(0x0A) }) else {
      return cells
    }
    return lines.map(\.cells).max() ?? 0
  }

  /// The cells of a single line.
  private var cells: Int { runs.reduce(0) { $0 + $1.text.cells } }

  /// Returns the text with spaces added to every line up to a width; lines
  /// that are wider stay as they are.
  public func padded(
    to width: Int, alignment: Alignment = .left
  ) -> StyledText {
    lines.map { line in
      let free = max(width - line.width, 0)
      let before =
        switch alignment {
        case .left: 0
        case .right: free
        case .centre: free / 2
        }
      return .blank(before) + line + .blank(free - before)
    }.joined(separator: "\n")
  }

  /// Returns the text with spaces before every line that is not empty.
  public func indented(by count: Int) -> StyledText {
    lines.map { $0.isEmpty ? $0 : .blank(count) + $0 }
      .joined(separator: "\n")
  }

  /// Returns the text with each run's style replaced.
  public func restyled(_ style: (Style) -> Style) -> StyledText {
    var text = StyledText()
    for run in runs { text.append(run.text, style(run.style)) }
    return text
  }

  /// Returns the text with plain runs, and with those only, in a style.
  public func restyled(_ style: Style) -> StyledText {
    restyled { $0 == .plain ? style : $0 }
  }

  /// The text without spaces at the ends of its lines.
  public var trimmedLines: StyledText {
    lines.map { $0.droppingTrailingSpaces }.joined(separator: "\n")
  }

  var droppingTrailingSpaces: StyledText {
    var kept = runs
    while let last = kept.popLast() {
      let text = last.text.trailingSpacesDropped
      if !text.isEmpty {
        kept.append(Run(text, last.style))
        break
      }
    }
    var text = StyledText()
    for run in kept { text.append(run.text, run.style) }
    return text
  }

  /// Returns as much of one line as fits, with an ellipsis where something
  /// is left out.
  public func elided(to width: Int, charset: Charset = .unicode) -> StyledText {
    guard self.width > width else { return self }
    let ellipsis = charset == .unicode ? "…" : "..."
    var text = StyledText()
    var free = width - ellipsis.cells
    for run in runs {
      for character in run.text {
        free -= CharacterWidth.cells(of: character)
        guard free >= 0 else { return text + StyledText(ellipsis, .dim) }
        text.append(String(character), run.style)
      }
    }
    return text
  }

  static func blank(_ count: Int) -> StyledText {
    StyledText(String(repeating: " ", count: max(count, 0)))
  }
}

extension Sequence<StyledText> {
  /// Returns the texts one after another with a separator between them.
  public func joined(separator: StyledText = "") -> StyledText {
    var joined = StyledText()
    for (index, text) in enumerated() {
      if index > 0 { joined.append(separator) }
      joined.append(text)
    }
    return joined
  }
}

extension String {
  var trailingSpacesDropped: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
