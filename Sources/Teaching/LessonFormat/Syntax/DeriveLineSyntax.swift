/// A slope that the program derives itself, as it is asked for.
public struct DeriveLineSyntax: Hashable, Sendable {
  /// A formula, or the name of a slope of the cost.
  public var formula: SourceText

  /// What stands behind `wrt`.
  public var variable: SourceText?

  /// Whether factors are moved in inner products, instead of sums.
  public var byMoves: Bool
}
