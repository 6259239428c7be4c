import Algebra
import Networks
import Presentation

/// One row that says how far a training is.
public struct TrainingProgress {
  private let terms: TrainingTerms
  private var first: Training.Look?
  private var costs: [Double] = []

  init(_ terms: TrainingTerms) { self.terms = terms }

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
      page.name(terms.cost) + " " + page.number(look.cost),
    ]
    if let accuracy = look.accuracy {
      parts.append(StyledText("accuracy \(accuracy.percent)"))
    }
    if let left = secondsLeft(look) {
      parts.append(StyledText("\(left.duration) left"))
    }
    if let rate = terms.rate {
      parts.append(
        StyledText(rate.text(page.charset) + " ") + page.number(look.rate))
    }
    let room = page.width - Self.curve - 3
    var row = StyledText(" ")
    for part in parts where row.width + part.width + 2 < room {
      if row.width > 1 { row.append("  ") }
      row.append(part)
    }
    row.append("  ")
    row.append(
      Sparkline(terms.cost.text(page.charset), costs)
        .bars(min(page.width - row.width - 1, 2 * Self.curve), page.charset))
    return row
  }

  /// The cells that the curve of the cost has at least.
  private static let curve = 12

  private func secondsLeft(_ look: Training.Look) -> Double? {
    guard let first, look.iteration > first.iteration, look.seconds > 0.5
    else { return nil }
    let speed = Double(look.iteration - first.iteration) / look.seconds
    return Double(look.end - look.iteration) / speed
  }
}
