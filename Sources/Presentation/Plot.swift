/// Curves through sampled points, with axes and a marked point.
public struct Plot: Hashable, Sendable {
  /// A point of the plane.
  public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }

    /// Whether the point can be drawn; differences of larger numbers could
    /// overflow.
    var isFinite: Bool { isPlaced && y.magnitude < 1e300 }

    /// Whether the point has a place from left to right.
    var isPlaced: Bool { x.magnitude < 1e300 }
  }

  /// Points in the order in which they are joined; one that is not finite is
  /// a gap.
  public struct Curve: Hashable, Sendable {
    public var name: String
    public var points: [Point]

    public init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }

    /// A curve through the values of a function.
    ///
    /// - Parameters:
    ///   - name: What the curve is called.
    ///   - range: The interval to sample.
    ///   - samples: How many points are taken, at least two.
    ///   - value: The function.
    public init(
      _ name: String, over range: ClosedRange<Double>, samples: Int = 240,
      _ value: (Double) -> Double
    ) {
      let last = max(samples, 2) - 1
      let length = range.upperBound - range.lowerBound
      self.init(
        name,
        (0...last).map { index in
          let x = range.lowerBound + length * Double(index) / Double(last)
          return Point(x: x, y: value(x))
        })
    }
  }

  /// A point that is pointed out.
  public struct Mark: Hashable, Sendable {
    public var point: Point
    public var label: String

    public init(_ point: Point, _ label: String) {
      self.point = point
      self.label = label
    }
  }

  public var curves: [Curve]
  public var mark: Mark?

  public init(_ curves: [Curve], mark: Mark? = nil) {
    self.curves = curves
    self.mark = mark
  }

  /// Returns the plot for a page: drawn in twelve rows, or in words on a
  /// plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain
      ? spoken(format: page.format)
      : text(
        width: min(page.width, 60), height: 12, format: page.format,
        charset: page.charset)
  }
}
