import Algebra
import Networks
import Presentation

/// One row that says how far a training is.
public struct TrainingProgress {
  private let cost: Name
  private var first: Training.Look?
  private var costs: [Double] = []

  public init(cost: Name) { self.cost = cost }

  /// Takes a look in.
  public mutating func take(_ look: Training.Look) {
    if first == nil { first = look }
    costs.append(look.cost)
    // The row has room for a few; the way there is thinned, not cut.
    if costs.count > 256 {
      costs = costs.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
  }

  /// The row, as long as the page is wide at most.
  public func text(_ look: Training.Look, for page: Page) -> StyledText {
    var parts: [StyledText] = [
      StyledText("\(look.iteration)/\(look.end)"),
      page.name(cost) + " " + page.number(look.cost),
    ]
    if let accuracy = look.accuracy {
      parts.append(StyledText("accuracy \(accuracy.percent)"))
    }
    parts.append(
      StyledText(page.charset == .unicode ? "η " : "eta ")
        + page.number(look.rate))
    if let left = secondsLeft(look) {
      parts.append(StyledText("\(left.duration) left"))
    }
    var row = StyledText(" ")
    for part in parts where row.width + part.width + 2 < page.width {
      if row.width > 1 { row.append("  ") }
      row.append(part)
    }
    let free = page.width - row.width - 3
    if free > 24 {
      row.append("  ")
      row.append(
        Sparkline(cost.text(page.charset), costs).text(
          width: min(free, 44), format: NumberFormat(digits: 2),
          charset: page.charset))
    }
    return row
  }

  private func secondsLeft(_ look: Training.Look) -> Double? {
    guard let first, look.iteration > first.iteration, look.seconds > 0.5
    else { return nil }
    let speed = Double(look.iteration - first.iteration) / look.seconds
    return Double(look.end - look.iteration) / speed
  }
}
