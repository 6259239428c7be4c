/// Numbers one below the other, aligned on the decimal point.
public struct NumberColumn: Hashable, Sendable {
  /// The numbers with spaces on both sides, all of one width.
  public let texts: [String]

  /// The cells of each text.
  public let width: Int

  /// Aligns numbers on the decimal point.
  ///
  /// A number without one has its place before an `e`, else at its end;
  /// other texts end there.
  public init(_ texts: [String]) {
    let parts = texts.map(Self.parts)
    let before = parts.map(\.before.cells).max() ?? 0
    let after = parts.map(\.after.cells).max() ?? 0
    width = before + after
    self.texts = parts.map { part in
      Self.spaces(before - part.before.cells) + part.before + part.after
        + Self.spaces(after - part.after.cells)
    }
  }

  /// Aligns numbers as a format writes them.
  public init(
    _ values: [Double], format: NumberFormat = NumberFormat(),
    charset: Charset = .unicode
  ) {
    self.init(values.map { format.text($0, charset: charset) })
  }

  /// What stands before and after the place to align on; what follows a
  /// number after a space, such as a mark, comes after it.
  static func parts(of text: String) -> (before: String, after: String) {
    let number = text.prefix { $0 != " " }
    let split =
      String(number).isWrittenNumber
      ? number.firstIndex { $0 == "." || $0 == "e" } ?? number.endIndex
      : text.endIndex
    return (String(text[..<split]), String(text[split...]))
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}
