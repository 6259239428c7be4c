extension Diagnostic {
  /// Returns the diagnostic for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain ? spoken : text(width: page.width, charset: page.charset)
  }

  /// Returns the diagnostic as a picture: the headline, the line with its
  /// parts underlined and labelled, the notes and the remedy.
  ///
  /// - Parameters:
  ///   - width: The cells of a line.
  ///   - charset: The characters to draw with.
  /// - Returns: Lines of at most `width` cells, except for single words that
  ///   are wider.
  public func text(width: Int, charset: Charset = .unicode) -> StyledText {
    var lines = [opening.wrapped(to: width, hanging: 2)]
    if let source {
      let margin = StyledText("  | ", .dim)
      let picture = SourcePicture(
        source, labels, width: width - margin.width, charset)
      lines += picture.lines.map { (margin + $0).trimmedLines }
    }
    for note in notes {
      let line = StyledText("  = ", .dim) + StyledText(note)
      lines.append(line.wrapped(to: width, hanging: 4))
    }
    if let remedyLine {
      lines.append(remedyLine.wrapped(to: width, hanging: 5))
    }
    return lines.joined(separator: "\n")
  }

  /// The diagnostic in words for a screen reader, one fact a line.
  public var spoken: StyledText {
    var lines = [opening]
    if let source {
      lines.append("in the line: " + StyledText(source, .typed))
      for label in labels where !label.text.isEmpty {
        let part = String(label.span.text(in: source))
        lines.append(
          StyledText(part.isEmpty ? "here" : part, .typed)
            + ": \(label.text)")
      }
    }
    lines += notes.map { StyledText($0) }
    if let remedy {
      lines.append("try: " + StyledText(remedy, .typed))
    }
    return lines.joined(separator: "\n")
  }

  private var opening: StyledText {
    var line = StyledText()
    if let location {
      line.append(
        "\(location.file):\(location.line):\(location.column): ", .dim)
    }
    line.append("\(severity):", severity == .error ? .wrong : .emphasis)
    line.append(" \(headline)")
    return line
  }

  private var remedyLine: StyledText? {
    remedy.map { StyledText("try:", .emphasis) + StyledText(" " + $0) }
  }
}
