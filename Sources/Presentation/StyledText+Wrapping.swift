extension StyledText {
  /// Returns prose with its lines broken at spaces so that they fit.
  ///
  /// A no-break space never breaks, and becomes an ordinary space in the
  /// result, so that what is copied from the screen can be typed. A word
  /// that is wider than the width has a line of its own. Line feeds and the
  /// spaces at the start of a line are kept.
  ///
  /// - Parameters:
  ///   - width: The cells of a line.
  ///   - hanging: The spaces before a line that continues another.
  /// - Returns: The text in lines.
  public func wrapped(to width: Int, hanging: Int = 0) -> StyledText {
    lines.map { $0.wrappedLine(width, hanging) }.joined(separator: "\n")
  }

  private func wrappedLine(_ width: Int, _ hanging: Int) -> StyledText {
    if self.width <= width, !hasNoBreakSpace { return droppingTrailingSpaces }
    var result = StyledText()
    var used = 0
    var hasWord = false
    for piece in pieces {
      let cells = piece.word.width
      if hasWord, used + piece.space.width + cells > width {
        result.append("\n")
        result.append(.blank(hanging))
        used = hanging
      } else {
        result.append(piece.space)
        used += piece.space.width
      }
      result.append(piece.word)
      used += cells
      hasWord = hasWord || cells > 0
    }
    return result
  }

  private var hasNoBreakSpace: Bool {
    runs.contains { $0.text.unicodeScalars.contains("\u{A0}") }
  }

  /// The words of one line, each with the spaces before it.
  private var pieces: [(space: StyledText, word: StyledText)] {
    var pieces: [(space: StyledText, word: StyledText)] = []
    var space = StyledText()
    var word = StyledText()
    for run in runs {
      for character in run.text {
        if character == " " {
          if !word.isEmpty {
            pieces.append((space, word))
            (space, word) = (StyledText(), StyledText())
          }
          space.append(" ", run.style)
        } else {
          let isNoBreak = character == "\u{A0}"
          word.append(isNoBreak ? " " : String(character), run.style)
        }
      }
    }
    if !word.isEmpty { pieces.append((space, word)) }
    return pieces
  }
}
