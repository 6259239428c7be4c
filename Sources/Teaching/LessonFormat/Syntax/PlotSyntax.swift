/// One picture: curves, the points marked on them, and whether the slope is
/// drawn there.
public struct PlotSyntax: Hashable, Sendable {
  public var curves: [Curve]
  public var points: [SourceText]
  public var showsSlope: Bool

  /// `EXPR for NAME in LOW..HIGH`.
  public struct Curve: Hashable, Sendable {
    public var expression: SourceText
    public var name: SourceText
    public var low: SourceText
    public var high: SourceText
  }
}
