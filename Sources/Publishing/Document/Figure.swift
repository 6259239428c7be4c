import Presentation

/// Curves with axes, and a point that is pointed out.
public struct Figure: Hashable, Sendable {
  public var curves: [Curve]
  public var mark: Mark?
  /// What is drawn along the lower axis.
  public var variable: Formula
  /// The same in letters, for where only letters can stand.
  public var words: String
  public var caption: [[Span]]
  /// Where there are numbers below and beside the axes.
  public var across: Axis
  public var up: Axis
  /// The picture in characters of a terminal.
  public var drawing: String

  public struct Curve: Hashable, Sendable {
    public var name: [Span]
    /// Stretches of points that are joined.
    public var parts: [[Plot.Point]]
  }

  public struct Mark: Hashable, Sendable {
    public var point: Plot.Point
    public var label: Formula
    public var text: String
    /// How steep the first curve is there.
    public var slope: Double
  }

  /// The numbers from one end to the other, and those that are written.
  public struct Axis: Hashable, Sendable {
    public var low: Double
    public var high: Double
    public var ticks: [Tick]

    public struct Tick: Hashable, Sendable {
      public var value: Double
      public var text: String
    }

    /// Where a number stands, 0 at the low end and 1 at the high one.
    func part(_ value: Double) -> Double {
      high > low ? (value - low) / (high - low) : 0.5
    }
  }
}

extension Figure {
  /// Where a label does not hide the curve at the marked point: so many
  /// lengths to the right, and so many up.
  func labelOffset(of mark: Mark) -> (right: Double, up: Double) {
    let steepness =
      mark.slope * (across.high - across.low)
      / max(up.high - up.low, 1e-300)
    if steepness.magnitude < 0.6 {
      return (0, up.part(mark.point.y) < 0.8 ? 1 : -1)
    }
    return (1, steepness > 0 ? -0.5 : 0.5)
  }
}

extension Figure.Axis {
  /// An axis with round numbers on it.
  init(_ values: [Double], limit: Int, slack: Double, _ format: NumberFormat) {
    let scale = PlotScale(values, limit: limit, slack: slack)
    low = scale.range.lowerBound
    high = scale.range.upperBound
    ticks = scale.ticks.map { Tick(value: $0, text: format.text($0)) }
  }
}
