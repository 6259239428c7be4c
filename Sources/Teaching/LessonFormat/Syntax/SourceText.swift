/// A stretch of a lesson file, verbatim, with where it begins.
///
/// Lines and columns count from 1, columns in characters. A stretch that goes
/// over several lines keeps the line feeds and the spaces between its parts,
/// so the text can always be found again at its position. In a file whose
/// lines end in CR LF, the text holds a line feed alone.
public struct SourceText: Hashable, Sendable {
  public var text: String
  public var line: Int
  public var column: Int

  public init(_ text: String, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
  }
}

extension SourceText {
  /// The text without its first characters, which must not hold a line feed.
  func dropping(_ count: Int) -> SourceText {
    SourceText(
      String(text.dropFirst(count)), line: line, column: column + count)
  }

  /// The first characters of the text.
  func keeping(_ count: Int) -> SourceText {
    SourceText(String(text.prefix(count)), line: line, column: column)
  }
}
