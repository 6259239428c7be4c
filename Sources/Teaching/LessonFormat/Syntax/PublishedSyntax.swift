/// Numbers that a source prints, as they are written.
public struct PublishedSyntax: Hashable, Sendable {
  /// What prints them, in the author's words, line by line.
  public var source: [SourceText]
  public var lines: [Line]

  public enum Line: Hashable, Sendable {
    case number(Number)
    case update(Update)
  }

  /// `QUANTITY = NUMBER`, and why the two differ if they are said to.
  public struct Number: Hashable, Sendable {
    public var quantity: SourceText

    /// A decimal or a matrix of some, with the digits that were printed.
    public var printed: SourceText
    public var disagreement: Prose?
  }

  /// `after 100 updates of NAME, NAME with NAME = NUMBER`.
  public struct Update: Hashable, Sendable {
    /// The whole line.
    public var line: SourceText

    /// How many; one where it is not said.
    public var count: SourceText?

    /// What is updated; everything that has an update where it is empty.
    public var names: [SourceText]
    public var rate: EqualitySyntax?
  }
}
