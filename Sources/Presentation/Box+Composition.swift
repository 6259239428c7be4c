extension Box {
  /// Returns this box and another side by side, their baselines level.
  public func beside(_ right: Box) -> Box { .row([self, right]) }

  /// Returns boxes side by side, their baselines level.
  public static func row(_ boxes: [Box]) -> Box {
    let ascent = boxes.map(\.baseline).max() ?? 0
    let descent = boxes.map { $0.height - $0.baseline }.max() ?? 1
    let padded = boxes.map { box in
      box.padded(
        top: ascent - box.baseline,
        bottom: descent - (box.height - box.baseline))
    }
    let rows = (0..<(ascent + descent)).map { row in
      padded.flatMap { $0.rows[row] }
    }
    return Box(rows: rows, baseline: ascent)
  }

  /// Returns this box above another; the baseline stays in this box.
  public func above(
    _ lower: Box, alignment: StyledText.Alignment = .centre
  ) -> Box {
    .column([self, lower], alignment: alignment, baseline: baseline)
  }

  /// Returns boxes one below the other.
  ///
  /// - Parameters:
  ///   - boxes: The boxes, the highest first.
  ///   - alignment: Where narrower boxes stand.
  ///   - baseline: The row of the result that is level with its neighbours.
  /// - Returns: A box as wide as the widest.
  public static func column(
    _ boxes: [Box], alignment: StyledText.Alignment = .centre, baseline: Int
  ) -> Box {
    let width = boxes.map(\.width).max() ?? 0
    let rows = boxes.flatMap { $0.padded(to: width, alignment).rows }
    return Box(rows: rows, baseline: baseline)
  }

  /// Returns the box with blanks around it.
  public func padded(
    left: Int = 0, right: Int = 0, top: Int = 0, bottom: Int = 0
  ) -> Box {
    let inner = rows.map { row in
      Array(repeating: .blank, count: left) + row
        + Array(repeating: .blank, count: right)
    }
    let blank = Array(repeating: Cell.blank, count: left + width + right)
    return Box(
      rows: Array(repeating: blank, count: top) + inner
        + Array(repeating: blank, count: bottom),
      baseline: baseline + top)
  }

  /// Returns the box with blanks beside it up to a width.
  public func padded(
    to width: Int, _ alignment: StyledText.Alignment = .left
  ) -> Box {
    let free = max(width - self.width, 0)
    let left =
      switch alignment {
      case .left: 0
      case .right: free
      case .centre: free / 2
      }
    return padded(left: left, right: free - left)
  }
}
