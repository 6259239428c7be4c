/// A line of a `worksheet` fence.
public enum WorksheetLineSyntax: Hashable, Sendable {
  /// `given NAME: SHAPE, NAME: SHAPE with CONDITION`.
  case given([Declaration], condition: SourceText?)

  /// `NAME = EXPR`, and in a column of its own the role.
  case equation(
    name: SourceText, expression: SourceText, role: SourceText?)

  /// `NAME, NAME from SET`.
  case set(SetSyntax)

  /// `NAME <- EXPR`.
  case update(name: SourceText, expression: SourceText)

  public struct Declaration: Hashable, Sendable {
    public var name: SourceText

    /// The shape as written, such as `n×m`.
    public var shape: SourceText
  }
}
