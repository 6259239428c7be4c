/// Whether a rule that was named explains a step.
extension RuleSearch {
  mutating func accepts(_ reason: Reason) -> Bool {
    guard isExplained(by: reason) else { return false }
    return holds(from, to)
  }

  private mutating func isExplained(by reason: Reason) -> Bool {
    if acceptsSilently(reason) { return true }
    return accepts(specially: reason) || accepts(byLawsOf: reason)
  }

  /// Whether two reasons say the same, a function having several names.
  func isSame(_ reason: Reason, _ other: Reason) -> Bool {
    guard reason.rule == other.rule else { return false }
    guard let name = reason.name, let second = other.name else {
      return reason.name == other.name
    }
    return name == second || original(name) == original(second)
  }

  func original(_ name: Name) -> Name {
    (table.surroundings.scope.functions[name] ?? Function.table[name])?
      .original ?? name
  }

  // MARK: - By laws

  /// Whether the laws of a rule lead from one line to the next in at most
  /// three steps, definitions put in where they are needed.
  private mutating func accepts(byLawsOf reason: Reason) -> Bool {
    var lines = [Line(term: start, isByRule: false)]
    var seen = Set(lines)
    let wanted = unfolded(goal)
    for _ in 0..<3 {
      var next: [Line] = []
      var isReached = false
      for line in lines {
        guard remaining > 0 else { return false }
        let moves = movesEverywhere(in: line.term, using: .all) {
          $0.rule == reason.rule || RuleSearch.helps($0.rule, reason.rule)
        }
        remaining -= moves.count / 4 + 1
        for move in moves {
          let isByRule =
            line.isByRule || move.reasons.contains { isSame($0, reason) }
          let reached = Line(term: move.result, isByRule: isByRule)
          guard seen.insert(reached).inserted else { continue }
          if isByRule, move.result == goal || unfolded(move.result) == wanted {
            return true
          }
          isReached =
            isReached
            || move.result == goal
              && move.reasons.contains { $0.rule != .definition }
          next.append(reached)
        }
      }
      // A rule without which another one leads there does not explain it.
      if isReached { break }
      lines = Array(next.prefix(60))
    }
    return leadsBack(reason)
  }

  /// Whether the rule leads from the second line back to the first one.
  private mutating func leadsBack(_ reason: Reason) -> Bool {
    let wanted = unfolded(start)
    let moves = movesEverywhere(in: goal, using: .all)
    for move in moves where move.reasons.contains(where: { isSame($0, reason) })
    {
      if move.result == start || unfolded(move.result) == wanted {
        return true
      }
    }
    return false
  }

  /// A line that was reached, and whether the rule was used on the way.
  private struct Line: Hashable {
    let term: TermNumber
    let isByRule: Bool
  }

  /// Rules that may be used along with another one without a word.
  private static func helps(_ helper: Rule, _ rule: Rule) -> Bool {
    switch helper {
    case .definition: true
    case .chain:
      [.slope, .power, .exponential, .logarithm, .reciprocal].contains(rule)
    default: false
    }
  }

  // MARK: - By other means

  /// Whether a rule explains the step that no law says: what a name stands
  /// for, the chain rule through the worksheet, and algebra.
  mutating func accepts(specially reason: Reason) -> Bool {
    switch reason.rule {
    case .definition: return acceptsDefinition(reason)
    case .chain, .roads:
      return worksheet.followsByChainRule(
        from: from, to: to, letters: letters, givens: givens)
    case .entry: return isSumOfEntries
    default: return acceptsAlgebra(reason.rule)
    }
  }

  /// Whether one line is an entry of a matrix product and the other one holds
  /// nothing but entries.
  private var isSumOfEntries: Bool {
    mutating get {
      let (left, right) = (unfolded(start), unfolded(goal))
      let scalars = table.isScalar(left) && table.isScalar(right)
      let products = [from, to].map { line in
        line.parts.contains { _, part in
          if case .binary(.matmul, _, _) = part { true } else { false }
        }
      }
      let entries = [left, right].map { holdsEntryOfProduct($0) }
      return scalars && left != right
        && (entries[0] && !products[1] || entries[1] && !products[0])
        && holds(from, to)
    }
  }

  private func holdsEntryOfProduct(_ line: TermNumber) -> Bool {
    table.all(in: line).contains { part in
      guard case .form(.entry, let parts) = table.nodes[part],
        case .chain = table.nodes[parts[0]]
      else { return false }
      return true
    }
  }
}
