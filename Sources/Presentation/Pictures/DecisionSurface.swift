/// Where in the plane of two inputs a network answers with which class, and
/// the examples that it was shown.
///
/// The regions are asked for at the middle of every cell, so that a network
/// answers all of them in one batch: `places` says where, and what it answers
/// comes in by the same order.
///
/// Source: Smilkov et al., *Direct-Manipulation Visualization of Deep
/// Networks* (2017), where regions and examples are laid over each other.
public struct DecisionSurface: Hashable, Sendable {
  /// An example and the class that it should have, counted from 0.
  public struct Example: Hashable, Sendable {
    public let x: Double
    public let y: Double
    public let label: Int

    public init(x: Double, y: Double, label: Int) {
      self.x = x
      self.y = y
      self.label = label
    }
  }

  /// A rectangle of the plane in cells.
  public struct Grid: Hashable, Sendable {
    public let across: ClosedRange<Double>
    public let up: ClosedRange<Double>
    public let columns: Int
    public let rows: Int

    public init(
      across: ClosedRange<Double>, up: ClosedRange<Double>, columns: Int,
      rows: Int
    ) {
      self.across = across
      self.up = up
      self.columns = max(columns, 8)
      self.rows = max(rows, 4)
    }

    /// A rectangle around points with a margin, as large as a page allows.
    ///
    /// - Parameters:
    ///   - points: The points.
    ///   - page: What it is drawn on.
    public init(around points: [(x: Double, y: Double)], page: Page) {
      let columns = min(max(page.width - 8, 24), 56)
      // The heading, the axes, what the signs mean, and the prompt.
      let others = 11
      let room = page.height.map { $0 - others } ?? .max
      self.init(
        across: Self.range(points.map(\.x)), up: Self.range(points.map(\.y)),
        columns: columns, rows: min(columns * 3 / 10 + 2, 17, room))
    }

    private static func range(_ values: [Double]) -> ClosedRange<Double> {
      let drawn = values.filter { $0.magnitude < 1e150 }
      guard let low = drawn.min(), let high = drawn.max() else { return 0...1 }
      let margin = high > low ? (high - low) / 10 : 1
      return (low - margin)...(high + margin)
    }

    /// The middles of the cells, row by row from the top.
    public var places: [(x: Double, y: Double)] {
      (0..<(rows * columns)).map { place in
        (
          across.lowerBound
            + Self.part(place % columns, columns) * Self.length(across),
          up.upperBound - Self.part(place / columns, rows) * Self.length(up)
        )
      }
    }

    /// The cell of a point, nil where it lies outside.
    func cell(x: Double, y: Double) -> (row: Int, column: Int)? {
      guard across.contains(x), up.contains(y) else { return nil }
      let right = (x - across.lowerBound) / Self.length(across)
      let down = (up.upperBound - y) / Self.length(up)
      return (
        min(Int(down * Double(rows)), rows - 1),
        min(Int(right * Double(columns)), columns - 1)
      )
    }

    private static func part(_ place: Int, _ count: Int) -> Double {
      (Double(place) + 0.5) / Double(count)
    }

    private static func length(_ range: ClosedRange<Double>) -> Double {
      max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
    }
  }

  public let grid: Grid
  /// The class of each place of the grid; nil where there is no answer.
  public let regions: [Int?]
  public let examples: [Example]
  public let classes: [String]
  /// What the input is called that goes across, and the one that goes up.
  public let xName: String
  public let yName: String

  /// Puts a picture together.
  ///
  /// - Parameters:
  ///   - grid: The rectangle.
  ///   - regions: The answer for each of its places; missing ones are nil.
  ///   - examples: The examples.
  ///   - classes: What the classes are called.
  ///   - axes: What the inputs are called.
  public init(
    grid: Grid, regions: [Int?], examples: [Example], classes: [String],
    axes: (x: String, y: String) = ("x[1]", "x[2]")
  ) {
    let missing = max(grid.rows * grid.columns - regions.count, 0)
    self.grid = grid
    self.regions = regions + Array(repeating: nil, count: missing)
    self.examples = examples
    self.classes = classes
    xName = axes.x
    yName = axes.y
  }

  /// Returns the picture for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain
      ? spoken(format: page.format)
      : text(width: page.width, format: page.format, charset: page.charset)
  }

  /// The class of the region in which a point lies.
  func region(of example: Example) -> Int? {
    guard let cell = grid.cell(x: example.x, y: example.y) else { return nil }
    return regions[cell.row * grid.columns + cell.column]
  }

  func name(_ label: Int) -> String {
    classes.indices.contains(label) ? classes[label] : "\(label)"
  }
}
