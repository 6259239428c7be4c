/// An expression, or two joined by one `=`.
public struct StatementSyntax: Hashable, Sendable {
  /// What stands left of the `=`, if there is one.
  public var left: SourceText?
  public var expression: SourceText
}
