/// Small grey images side by side, such as digits with what they were taken
/// for.
///
/// A cell of a terminal is twice as high as it is wide, so it holds two
/// pixels, one above the other, and is the sign that is nearest to both.
public struct GreyImages: Hashable, Sendable {
  /// Grey values from 0, no ink, to 1.
  public struct Image: Hashable, Sendable {
    public let rows: [[Double]]
    public let label: String
    /// Whether the label names a mistake; it is then marked with a `!`.
    public let isWrong: Bool

    public init(_ rows: [[Double]], label: String, isWrong: Bool = false) {
      self.rows = rows
      self.label = label
      self.isWrong = isWrong
    }

    /// An image of pixels that stand row after row.
    ///
    /// - Parameters:
    ///   - pixels: The grey values, as they stand in a column of examples.
    ///   - width: The pixels of a row.
    ///   - label: What stands below it.
    ///   - isWrong: Whether the label names a mistake.
    public init(
      pixels: [Double], width: Int, label: String, isWrong: Bool = false
    ) {
      let width = max(width, 1)
      self.init(
        stride(from: 0, to: pixels.count, by: width).map {
          Array(pixels[$0..<min($0 + width, pixels.count)])
        }, label: label, isWrong: isWrong)
    }

    var width: Int { rows.first?.count ?? 0 }
  }

  public let images: [Image]

  /// The cells between two images.
  private static let gap = 2

  public init(_ images: [Image]) { self.images = images }

  /// Returns the images for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain ? spoken : text(width: page.width, charset: page.charset)
  }

  /// Returns the images in rows, their labels below them.
  ///
  /// - Parameters:
  ///   - width: The cells of a line; wider images are drawn smaller.
  ///   - charset: The characters to draw with.
  /// - Returns: The lines of the picture.
  public func text(width: Int, charset: Charset = .unicode) -> StyledText {
    var lines: [Box] = []
    var line: [Box] = []
    for image in images {
      let box = Self.box(image, width: width, charset)
      let used = line.reduce(0) { $0 + $1.width }
      if !line.isEmpty, used + Self.gap + box.width > width {
        lines.append(.row(line))
        line = []
      }
      if !line.isEmpty { line.append(Box(blankWidth: Self.gap)) }
      line.append(box)
    }
    if !line.isEmpty { lines.append(.row(line)) }
    return lines.map(\.text).joined(separator: "\n\n")
  }

  private static func box(
    _ image: Image, width: Int, _ charset: Charset
  ) -> Box {
    let pixels = shrunk(
      image.rows, by: (image.width + width - 1) / max(width, 1))
    let drawn = stride(from: 0, to: pixels.count, by: 2).map { row in
      pixels[row].indices.map { column in
        let lower = row + 1 < pixels.count ? pixels[row + 1][column] : 0
        return Box.Cell(sign(pixels[row][column], lower, charset))
      }
    }
    let style: Style = image.isWrong ? .wrong : .dim
    let label = Box(
      StyledText(image.label + (image.isWrong ? " !" : ""), style)
        .elided(to: width, charset: charset))
    return Box.column([Box(rows: drawn), label], baseline: 0)
  }

  /// The means of squares of pixels.
  private static func shrunk(_ rows: [[Double]], by factor: Int) -> [[Double]] {
    guard factor > 1 else { return rows }
    return stride(from: 0, to: rows.count, by: factor).map { row in
      stride(from: 0, to: rows[row].count, by: factor).map { column in
        let part = rows[row..<min(row + factor, rows.count)].flatMap {
          $0[min(column, $0.count)..<min(column + factor, $0.count)]
        }
        return part.reduce(0, +) / Double(max(part.count, 1))
      }
    }
  }

  /// The sign whose upper and lower half are nearest to two grey values.
  private static func sign(
    _ upper: Double, _ lower: Double, _ charset: Charset
  ) -> String {
    guard upper.isFinite, lower.isFinite else { return "?" }
    let signs = charset == .unicode ? unicode : ascii
    let best = signs.min { left, right in
      distance(left, upper, lower) < distance(right, upper, lower)
    }
    return best?.text ?? " "
  }

  private static func distance(
    _ sign: (text: String, upper: Double, lower: Double), _ upper: Double,
    _ lower: Double
  ) -> Double {
    let (above, below) = (sign.upper - upper, sign.lower - lower)
    return above * above + below * below
  }

  private static let unicode: [(text: String, upper: Double, lower: Double)] = [
    (" ", 0, 0), ("░", 0.25, 0.25), ("▒", 0.5, 0.5), ("▓", 0.75, 0.75),
    ("█", 1, 1), ("▀", 1, 0), ("▄", 0, 1),
  ]

  private static let ascii: [(text: String, upper: Double, lower: Double)] = [
    (" ", 0, 0), (".", 0, 0.3), ("'", 0.3, 0), ("_", 0, 0.8), ("\"", 0.8, 0),
    (":", 0.3, 0.3), ("+", 0.5, 0.5), ("#", 0.75, 0.75), ("@", 1, 1),
  ]

  /// The images in words: where in each row there is ink.
  public var spoken: StyledText {
    let lines = images.flatMap { image in
      [
        "\(image.label)\(image.isWrong ? ", wrong" : ""): \(image.rows.count) rows of \(image.width) pixels"
      ]
        + image.rows.indices.compactMap { row in
          let runs = Self.runs(image.rows[row])
          return runs.isEmpty
            ? nil : "row \(row + 1): ink at " + runs.joined(separator: ", ")
        }
    }
    return StyledText(lines.joined(separator: "\n"))
  }

  /// Where at least half of the ink is, as `3 to 5`.
  private static func runs(_ pixels: [Double]) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for (place, pixel) in pixels.enumerated() where pixel >= 0.5 {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound...(place + 1)
      } else {
        runs.append((place + 1)...(place + 1))
      }
    }
    return runs.map {
      $0.count == 1
        ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
    }
  }
}
