extension RuleSearch {
  /// The shortest path that is found, all of whose steps hold.
  mutating func path() -> RulePath? {
    if start == goal { return silentPath() }
    guard isWorthwhile else { return nil }
    for narrow in [true, false] {
      var frontier = Frontier(start)
      var backward = Frontier(goal)
      widen(&frontier, towards: narrow ? goal : nil)
      if let path = meeting(&frontier, &backward) { return path }
      if narrow, let path = pathOfOneStep() { return path }
      if let path = pathToGoalByDefinitions(frontier) { return path }
      widen(&backward, towards: narrow ? start : nil)
      if let path = meeting(&frontier, &backward) { return path }
      if !narrow || remaining > 0 {
        widen(&frontier, towards: narrow ? goal : nil)
        if let path = meeting(&frontier, &backward) { return path }
        if let path = pathToGoalByDefinitions(frontier) { return path }
      }
    }
    return nil
  }

  /// Whether the lines are equal at all; of lines that are not, no path is
  /// looked for.
  private var isWorthwhile: Bool {
    holds(from, to)
  }

  // MARK: - What has been reached

  /// Lines that were reached from one end, in order, and how.
  struct Frontier {
    private(set) var lines: [TermNumber]
    private(set) var ways: [TermNumber: [RuleMove]]
    /// From here on the lines have not been gone on from.
    var unvisited = 0

    init(_ line: TermNumber) {
      lines = [line]
      ways = [line: []]
    }

    mutating func add(_ move: RuleMove, after line: TermNumber) {
      guard ways[move.result] == nil, let way = ways[line] else { return }
      lines.append(move.result)
      ways[move.result] = way + [move]
    }
  }

  /// Takes one more step from every line that was reached last.
  private mutating func widen(
    _ frontier: inout Frontier, towards other: TermNumber?
  ) {
    let last = frontier.lines[frontier.unvisited...]
    frontier.unvisited = frontier.lines.count
    for line in last {
      guard remaining > 0 else { return }
      let moves = movesEverywhere(in: line, using: .all, towards: other)
      remaining -= moves.count + 1
      for move in moves { frontier.add(move, after: line) }
    }
  }

  /// A path over a line that was reached from both ends.
  private mutating func meeting(
    _ forward: inout Frontier, _ backward: inout Frontier
  ) -> RulePath? {
    var tried = 0
    for line in forward.lines where tried < 4 {
      guard let ahead = forward.ways[line], let back = backward.ways[line],
        !(ahead.isEmpty && back.isEmpty)
      else { continue }
      tried += 1
      if let path = path(ahead, back) { return path }
    }
    return nil
  }

  /// A path whose last step puts equations in.
  private mutating func pathToGoalByDefinitions(
    _ forward: Frontier
  ) -> RulePath? {
    let wanted = unfolded(goal)
    for line in forward.lines.dropFirst() {
      guard let way = forward.ways[line], unfolded(line) == wanted,
        var last = way.last
      else { continue }
      let names = table.names(of: line).symmetricDifference(
        table.names(of: goal)
      ).filter { table.surroundings.equations[$0] != nil }
      last.result = goal
      last.definitions = (last.definitions + names.sorted()).uniqued
      if let path = path(way.dropLast() + [last], []) { return path }
    }
    return nil
  }

  /// The term with every equation put in that leads to the cost.
  mutating func unfolded(_ term: TermNumber) -> TermNumber {
    var term = term
    for _ in 0..<12 {
      var meanings: [TermNumber: TermNumber] = [:]
      for name in table.names(of: term)
      where !table.surroundings.variables.contains(name) {
        guard let formula = table.surroundings.equations[name] else {
          continue
        }
        meanings[table.atom(name)] = table.term(formula)
      }
      guard !meanings.isEmpty else { return term }
      let next = table.replacing(meanings, in: term)
      if next == term { return term }
      term = next
    }
    return term
  }

  // MARK: - Writing a path down

  /// The path along steps from the first line and back from the last one.
  private mutating func path(
    _ ahead: [RuleMove], _ back: [RuleMove]
  ) -> RulePath? {
    var steps: [RuleStep] = []
    var line = from
    var moves = ahead
    // What leads from the last line to another leads from that one back.
    for place in back.indices.reversed() {
      var move = back[place]
      move.result = place == 0 ? goal : back[place - 1].result
      moves.append(move)
    }
    for (place, move) in moves.enumerated() {
      let isLast = place == moves.count - 1
      let next = isLast ? to : table.written(move.result)
      guard let reason = best(of: move.reasons, line, next) else { return nil }
      steps.append(
        RuleStep(
          reason, from: line, to: next, definitions: move.definitions,
          conditions: move.conditions))
      line = next
    }
    return verified(RulePath(steps: steps))
  }

  /// The best name for a step between two lines.
  private func best(
    of reasons: [Reason], _ line: Expression, _ next: Expression
  ) -> Reason? {
    let gone = Set(from.names).intersection(line.names)
      .subtracting(next.names)
    let named = reasons.first {
      guard $0.rule == .definition, let name = $0.name else { return false }
      return gone.contains(name) && worksheet.equation(name)?.role == .backward
    }
    return named ?? reasons.first { $0.rule.suits(line, next) }
      ?? reasons.first
  }

  /// The path, if each of its steps holds.
  func verified(_ path: RulePath) -> RulePath? {
    let holds = path.steps.allSatisfy {
      self.holds($0.from, $0.to)
    }
    return holds ? path : nil
  }

  /// A path of a single step that no law says by itself.
  private mutating func pathOfOneStep() -> RulePath? {
    let reasons =
      [Reason(.chain)] + namesInSight + algebraInSight
      + definitionsInSight + [Reason(.entry)]
    for reason in reasons where accepts(specially: reason) {
      let step = RuleStep(reason, from: from, to: to)
      if let path = verified(RulePath(steps: [step])) { return path }
    }
    return nil
  }

  /// The definitions that take one line to the other by themselves.
  private var namesInSight: [Reason] {
    mutating get {
      for isByMeaning in [true, false] {
        let lines = aligned(in: &table, start, goal, isByMeaning)
        if lines.left == lines.right {
          return lines.used.map { Reason(.definition, $0) }
        }
      }
      return []
    }
  }
}
