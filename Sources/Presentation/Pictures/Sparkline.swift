/// A curve in one row: a bar for each of its values, between the first of
/// them and the last.
///
/// Source: Tufte, *Beautiful Evidence* (2006), "Sparklines".
public struct Sparkline: Hashable, Sendable {
  public let name: String
  public let values: [Double]

  public init(_ name: String, _ values: [Double]) {
    self.name = name
    self.values = values
  }

  /// Returns the curve for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain
      ? spoken(format: page.format, charset: page.charset)
      : text(width: page.width, format: page.format, charset: page.charset)
  }

  /// Returns the curve in one row.
  ///
  /// Of values that share a bar the one is drawn that is farthest from the
  /// bar before, so that neither a leap nor a dip is lost.
  ///
  /// - Parameters:
  ///   - width: The cells of the row.
  ///   - format: How numbers are written.
  ///   - charset: The characters to draw with.
  /// - Returns: The name, the first value, the bars and the last value.
  public func text(
    width: Int, format: NumberFormat = NumberFormat(),
    charset: Charset = .unicode
  ) -> StyledText {
    guard let first = values.first, let last = values.last else {
      return StyledText(name, .name) + " has no values"
    }
    let before =
      StyledText(name, .name) + " "
      + StyledText(format.text(first, charset: charset), .number) + " "
    let after = StyledText(" " + format.text(last, charset: charset), .number)
    let free = max(width - before.width - after.width, 1)
    return before + bars(free, charset) + after
  }

  /// Returns the bars alone.
  ///
  /// - Parameters:
  ///   - width: The cells of the row.
  ///   - charset: The characters to draw with.
  /// - Returns: A bar in each cell, or fewer where there are fewer values.
  public func bars(_ width: Int, _ charset: Charset) -> StyledText {
    let signs = charset == .unicode ? Array("▁▂▃▄▅▆▇█") : Array("_.-~=+*#")
    let drawn = values.filter(\.isFinite)
    guard let low = drawn.min(), let high = drawn.max() else {
      return StyledText(
        String(repeating: "!", count: min(width, values.count)), .wrong)
    }
    var text = StyledText()
    for value in sampled(width) {
      guard value.isFinite else {
        text.append("!", .wrong)
        continue
      }
      // Halves, since the difference of large numbers could overflow.
      let part =
        high == low ? 0.5 : (value / 2 - low / 2) / (high / 2 - low / 2)
      text.append(String(signs[Int((part * 7).rounded())]), .name)
    }
    return text
  }

  private func sampled(_ width: Int) -> [Double] {
    guard values.count > width else { return values }
    var shown: [Double] = []
    for bar in 0..<width {
      let start = bar * values.count / width
      let part = values[start..<((bar + 1) * values.count / width)]
      let last = shown.last { $0.isFinite } ?? values[0]
      shown.append(
        part.first { !$0.isFinite }
          ?? part.max { ($0 - last).magnitude < ($1 - last).magnitude } ?? last)
    }
    return shown
  }

  /// Returns the curve in words: its ends, its outermost values, and a few
  /// between.
  ///
  /// - Parameters:
  ///   - format: How numbers are written.
  ///   - charset: The characters to write with.
  /// - Returns: One fact a line.
  public func spoken(
    format: NumberFormat = NumberFormat(), charset: Charset = .unicode
  ) -> StyledText {
    func text(_ value: Double) -> String {
      format.text(value, charset: charset)
    }
    guard let first = values.first, let last = values.last else {
      return "\(name) has no values"
    }
    var lines = [
      "\(name): \(values.count) values, from \(text(first)) to \(text(last))"
    ]
    let drawn = values.enumerated().filter { $0.element.isFinite }
    if let low = drawn.min(by: { $0.element < $1.element }),
      let high = drawn.max(by: { $0.element < $1.element })
    {
      lines.append("lowest: \(text(low.element)), value \(low.offset + 1)")
      lines.append("highest: \(text(high.element)), value \(high.offset + 1)")
    }
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      lines.append("first not finite: value \(place + 1)")
    }
    if values.count <= 8 {
      lines.append("all: " + values.map(text).joined(separator: ", "))
    } else {
      let quarters = (1...3).map { values[$0 * (values.count - 1) / 4] }
      lines.append(
        "at the quarters: " + quarters.map(text).joined(separator: ", "))
    }
    return StyledText(lines.joined(separator: "\n"))
  }
}
