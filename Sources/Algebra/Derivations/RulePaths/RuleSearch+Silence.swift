extension Silence {
  static let ofSlopes: Silence = [
    .slopesOfSums, .slopesOfMultiples, .slopesOfConstants, .slopeOfVariable,
  ]

  /// What may be said where a table says nothing, the best name first.
  static let rules: [(silence: Silence, rules: [Rule])] = [
    (.slopesOfSums, [.sum, .difference]),
    (.slopesOfMultiples, [.constantMultiple]),
    (.slopesOfConstants, [.constant]),
    (.slopeOfVariable, [.power]),
    (.transposes, [.productTransposed]),
    (.entries, [.entry, .oneEntry, .entryByEntry]),
    (.terms, [.addAndSubtract, .cancel, .arithmetic]),
    (.factors, [.splitFraction, .cancel, .sameBase, .arithmetic]),
  ]
}

/// Steps between lines that are one term, since a table says nothing of them.
extension RuleSearch {
  /// The path between two lines that are one term.
  mutating func silentPath() -> RulePath? {
    if from.withoutGroups == to.withoutGroups { return RulePath(steps: []) }
    let names = silentReasons
    let reasons = names.isEmpty ? [Reason(plainRule)] : names
    return verified(RulePath(steps: steps(by: Array(reasons.prefix(3)))))
  }

  /// What a step is called that changes no term.
  private var plainRule: Rule {
    from.normalForm == to.normalForm ? .rearrange : .arithmetic
  }

  /// The steps of a silent path, one for each rule that it needs.
  private mutating func steps(by reasons: [Reason]) -> [RuleStep] {
    var steps: [RuleStep] = []
    var line = from
    for (place, reason) in reasons.enumerated() {
      let isLast = place == reasons.count - 1
      let next = isLast ? to : lineAfter(reasons[...place]) ?? line
      if !isLast, next == line { continue }
      steps.append(RuleStep(reason, from: line, to: next))
      line = next
    }
    return steps
  }

  /// The first line after some of the rules that it needs.
  private func lineAfter(_ reasons: ArraySlice<Reason>) -> Expression? {
    var silence: Silence = Silence.all.subtracting(
      Silence.rules.reduce(into: []) { $0.formUnion($1.silence) })
    for (part, rules) in Silence.rules
    where reasons.contains(where: { rules.contains($0.rule) }) {
      silence.formUnion(part)
    }
    var quiet = TermTable(silence, in: table.surroundings)
    let term = quiet.term(from.withoutGroups)
    return quiet.written(term)
  }

  /// The rules without which the lines are not one term.
  private var silentReasons: [Reason] {
    mutating get {
      var reasons: [Reason] = []
      for (silence, rules) in Silence.rules
      where isNeeded(silence, from: from, to: to) {
        let rule = rules.first { $0.suits(from, to) } ?? .arithmetic
        reasons.append(Reason(rule))
      }
      reasons += [Silence.adjoints, .calls].flatMap { silence in
        isNeeded(silence, from: from, to: to) ? slopesFirst : []
      }.prefix(1)
      return reasons.uniqued
    }
  }

  /// The names in sight, those of slopes before others.
  private var slopesFirst: [Reason] {
    mutating get {
      let isSlope = { (reason: Reason, sheet: Worksheet) in
        reason.name.flatMap { sheet.equation($0) }?.role == .backward
      }
      let reasons = definitionsInSight
      return reasons.filter { isSlope($0, worksheet) }
        + reasons.filter { !isSlope($0, worksheet) }
    }
  }

  /// Whether two lines are one term, and not without a rule.
  mutating func acceptsSilently(_ reason: Reason) -> Bool {
    guard start == goal else { return false }
    if reason.rule == .rearrange {
      return from.normalForm == to.normalForm
    }
    if reason.rule == .arithmetic { return true }
    if reason.rule == .definition {
      return definitionsInSight.contains { isSame($0, reason) }
        && (isNeeded(.adjoints, from: from, to: to)
          || isNeeded(.calls, from: from, to: to))
    }
    return Silence.rules.contains { silence, rules in
      rules.contains(reason.rule)
        && isNeeded(silence, from: from, to: to)
    }
  }
}
