extension StyledText {
  /// Returns a line of input with parts of it underlined.
  ///
  /// - Parameters:
  ///   - source: The line.
  ///   - spans: The parts.
  ///   - page: What it is laid out for; a screen reader is told the parts.
  /// - Returns: The line with carets below it.
  public static func underlined(
    _ source: String, _ spans: [SourceSpan], for page: Page
  ) -> StyledText {
    if page.isPlain {
      let parts = spans.map { String($0.text(in: source)) }
      return "look at: " + StyledText(parts.joined(separator: ", "), .typed)
    }
    let margin = StyledText("  ")
    let picture = SourcePicture(
      source, spans.map { Diagnostic.Label($0) }, width: page.width - 2,
      page.charset)
    return picture.lines.map { (margin + $0).trimmedLines }
      .joined(separator: "\n")
  }
}
