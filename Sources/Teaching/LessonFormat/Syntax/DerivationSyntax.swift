/// A chain of expressions joined by `=`.
public struct DerivationSyntax: Hashable, Sendable {
  /// What stands after each `given`.
  public var givens: [SourceText]

  /// The expression that the chain starts from.
  public var left: SourceText

  /// The expressions that it is said to equal, in order; at least one.
  public var steps: [Step]

  /// One `= expression`, and why it holds.
  public struct Step: Hashable, Sendable {
    public var expression: SourceText

    /// What stands after `by`.
    public var rule: SourceText?

    /// The notes below this line.
    public var notes: [Prose]
  }
}
