extension Plot {
  /// Returns what the plot shows in words, one fact a line: the range of each
  /// curve, its gaps, a few of its values, and the marked point.
  ///
  /// - Parameter format: How numbers are written.
  /// - Returns: The facts.
  public func spoken(format: NumberFormat = NumberFormat()) -> StyledText {
    var lines = curves.flatMap { $0.facts(format) }
    if let mark {
      lines.append("marked: \(mark.label), \(mark.point.words(format))")
    }
    return lines.map { StyledText($0) }.joined(separator: "\n")
  }
}

extension Plot.Curve {
  fileprivate func facts(_ format: NumberFormat) -> [String] {
    let drawn = points.filter(\.isFinite)
    let name = self.name.isEmpty ? "the curve" : self.name
    guard let first = drawn.min(by: { $0.x < $1.x }),
      let last = drawn.max(by: { $0.x < $1.x }),
      let lowest = drawn.min(by: { $0.y < $1.y }),
      let highest = drawn.max(by: { $0.y < $1.y })
    else { return ["\(name): no value can be drawn"] }
    var facts = [
      "\(name): x from \(format.text(first.x)) to \(format.text(last.x))",
      "lowest: \(lowest.words(format))", "highest: \(highest.words(format))",
    ]
    if drawn.count < points.count {
      facts.append(
        "\(points.count - drawn.count) of \(points.count) points"
          + " have no value")
    }
    return facts
      + quarters(of: drawn).map { "value: \(drawn[$0].words(format))" }
  }

  /// Five places spread evenly over the points.
  private func quarters(of drawn: [Plot.Point]) -> [Int] {
    guard drawn.count > 5 else { return Array(drawn.indices) }
    return (0...4).map { $0 * (drawn.count - 1) / 4 }
  }
}

extension Plot.Point {
  fileprivate func words(_ format: NumberFormat) -> String {
    "at x \(format.relation(x)) \(format.text(x)),"
      + " y \(format.relation(y)) \(format.text(y))"
  }
}
