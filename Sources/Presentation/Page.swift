/// What a reply is laid out for.
public struct Page: Hashable, Sendable {
  /// The cells of a line.
  public var width: Int

  /// The rows of a window that does not scroll, if it is one.
  public var height: Int?

  public var charset: Charset

  /// Whether the reply is read aloud by a screen reader: facts in words, one
  /// a line, and no pictures.
  ///
  /// Such a page has no right edge, since a line ends where a fact does, and
  /// what it is made of are words, whatever characters can be drawn.
  public let isPlain: Bool

  /// A width that no line reaches.
  private static let endless = 10_000

  /// How many significant digits a number is rounded to.
  public var digits: Int

  /// The blank rows between the rows of formulas and numbers, for whoever
  /// reads them from the back of a room.
  public var spacing: Int

  public init(
    width: Int = 80, charset: Charset = .unicode, isPlain: Bool = false,
    digits: Int = 4, spacing: Int = 0
  ) {
    self.width = isPlain ? Self.endless : width
    self.charset = isPlain ? .unicode : charset
    self.isPlain = isPlain
    self.digits = digits
    self.spacing = spacing
  }

  /// How numbers are written on this page.
  public var format: NumberFormat { NumberFormat(digits: digits) }
}
