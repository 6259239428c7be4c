/// Lines of a source that take the place of the worksheet's own, and what is
/// to be seen of both, as they are written.
public struct CompareSyntax: Hashable, Sendable {
  /// What has the lines, in the author's words, line by line.
  public var source: [SourceText]
  public var lines: [Line]

  public enum Line: Hashable, Sendable {
    /// `NAME = EXPR` or `NAME <- EXPR`.
    case equation(name: SourceText, expression: SourceText, isUpdate: Bool)
    /// `show EXPR, EXPR`.
    case show([SourceText])
    /// `after update of NAME with NAME = NUMBER`.
    case update(PublishedSyntax.Update)
  }
}
