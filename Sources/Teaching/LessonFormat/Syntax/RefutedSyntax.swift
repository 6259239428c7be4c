/// A line from a source that does not hold, as it is written.
public struct RefutedSyntax: Hashable, Sendable {
  /// What stands after each `given`.
  public var givens: [SourceText]
  public var line: EqualitySyntax

  /// Where the line was found, in the author's words, line by line.
  public var source: [SourceText]

  /// What is wrong with it.
  public var slip: Prose

  /// The line as it should be.
  public var right: EqualitySyntax?
}

/// Two expressions joined by one `=`.
public struct EqualitySyntax: Hashable, Sendable {
  public var left: SourceText
  public var right: SourceText
}
