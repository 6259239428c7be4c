import Networks

/// A cost in words: `half squared error`, `mean cross-entropy`.
///
/// The reduction stands before the cost or, after a comma, behind it; where
/// there is none the costs of the examples are added.
struct CostWords {
  let cost: Cost
  let reduction: Reduction

  init?(_ text: String) {
    let line = text.lowercased().split { " -,".contains($0) }
      .joined(separator: "-")
    if let cost = Cost.named(line) {
      self.init(cost: cost, reduction: .sum)
      return
    }
    for (spelling, reduction) in CostWords.reductions {
      let rest =
        line.hasPrefix(spelling + "-")
        ? String(line.dropFirst(spelling.count + 1))
        : line.hasSuffix("-" + spelling)
          ? String(line.dropLast(spelling.count + 1)) : nil
      if let cost = rest.flatMap(Cost.named) {
        self.init(cost: cost, reduction: reduction)
        return
      }
    }
    return nil
  }

  private init(cost: Cost, reduction: Reduction) {
    self.cost = cost
    self.reduction = reduction
  }

  /// The longer spellings first, since they begin with the shorter.
  private static let reductions: [(String, Reduction)] = [
    ("mean-over-all", .meanOfAll), ("mean-of-all", .meanOfAll),
    ("mean-all", .meanOfAll), ("mean-over-examples", .mean),
    ("mean-of", .mean), ("mean", .mean), ("sum-of", .sum), ("sum", .sum),
  ]
}
