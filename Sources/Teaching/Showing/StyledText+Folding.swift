import Presentation

extension StyledText {
  /// Returns a formula in lines of at most so many cells, broken before a
  /// sign where it can be, later lines set in.
  ///
  /// - Parameter width: The cells of a line.
  /// - Returns: The formula, in one line where it fits.
  func folded(to width: Int) -> StyledText {
    guard self.width > width else { return self }
    var lines: [StyledText] = []
    var line = StyledText()
    for part in foldingParts {
      if !line.isEmpty, line.width + part.width > width {
        lines.append(line)
        line = StyledText("  ") + part.leftTrimmed
      } else {
        line.append(part)
      }
    }
    return StyledText.stacked((lines + [line]).map(\.trimmedLines))
  }

  /// The stretches between which a line may break: each begins with a sign.
  private var foldingParts: [StyledText] {
    var parts: [StyledText] = []
    var part = StyledText()
    for run in runs {
      for character in run.text {
        let isBreak = run.style == .symbol && " ·*".contains(character)
        let follows = part.plain.last.map { " .".contains($0) } ?? true
        if isBreak, !follows, !part.isEmpty {
          parts.append(part)
          part = StyledText()
        }
        part.append(String(character), run.style)
      }
    }
    return parts + [part]
  }

  /// The text without spaces at its start.
  private var leftTrimmed: StyledText {
    var text = StyledText()
    for run in runs {
      text.append(
        text.isEmpty ? String(run.text.drop { $0 == " " }) : run.text,
        run.style)
    }
    return text
  }
}
