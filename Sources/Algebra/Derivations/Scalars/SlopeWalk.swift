/// Takes a slope one rule at a time, and keeps the lines.
struct SlopeWalk {
  let rules: SlopeRules
  private(set) var lines: [Derivation.Line] = []
  private var current: Expression
  /// The primed calls that the chain rule left, to be written out next.
  private var owed: [Expression] = []
  /// Powers that were written with exp, as `a^z` is exp(z·ln(a)).
  private var powers: [(written: Expression, power: Expression)] = []

  /// A derivation longer than this teaches nobody.
  static let lineLimit = 80
  static let partLimit = 4000

  init(_ expression: Expression, _ rules: SlopeRules) {
    self.rules = rules
    current = rules.slope(of: expression)
  }

  /// Walks to the end.
  ///
  /// - Throws: ``DerivationFault``.
  mutating func run() throws(DerivationFault) {
    while try step() {
      guard lines.count < Self.lineLimit,
        current.parts.count < Self.partLimit
      else { throw .tooLong(lines: lines.count) }
    }
    close()
  }

  private mutating func step() throws(DerivationFault) -> Bool {
    if let call = owed.first {
      writeOut(call)
      return true
    }
    guard let first = current.slopes(in: rules.variable).first else {
      return false
    }
    let reason = try move(for: first).reason
    var moves: [Expression: SlopeMove] = [:]
    for slope in current.slopes(in: rules.variable) {
      // What has no slope is said when its turn comes.
      guard let move = try? rules.move(for: slope), move.reason == reason else {
        continue
      }
      moves[slope] = move
    }
    take(moves, reason)
    return true
  }

  private func move(
    for top: Expression
  ) throws(DerivationFault) -> SlopeMove {
    do { return try rules.move(for: top) } catch {
      throw .noSlope(top.part(at: error.path) ?? top, error)
    }
  }

  /// One line for all the slopes to which one rule applies.
  private mutating func take(
    _ moves: [Expression: SlopeMove], _ reason: Reason
  ) {
    let longest = moves.values.max { $0.stages.count < $1.stages.count }
    var stages: [SlopeMove.Stage] = []
    for (place, stage) in (longest?.stages ?? []).enumerated() {
      let expression = current.replacingSlopes(in: rules.variable) { top in
        guard let move = moves[top] else { return nil }
        return move.stages[min(place, move.stages.count - 1)].expression
      }
      stages.append(
        SlopeMove.Stage(expression: expression, reason: stage.reason))
    }
    owed = moves.values.flatMap(\.owed)
    for case .binary(.power, let base, let exponent) in moves.keys
    where rules.moves(exponent) {
      powers.append(
        (
          .call("exp", exponent.ungrouped.times(.call("ln", base.ungrouped))),
          base.raised(to: exponent)
        ))
    }
    write(stages, reason)
  }

  /// Writes the slope of a function where the chain rule left its sign.
  private mutating func writeOut(_ primed: Expression) {
    guard case .call(let name, _, let arguments) = primed,
      let argument = arguments.first,
      let elementwise = rules.functions[name]?.elementwise
    else {
      owed.removeFirst()
      return
    }
    let slope = SlopeRules.slope(name, elementwise, at: argument)
    let inner = rules.slope(of: argument)
    let script =
      TextbookSlope.named(name)?.stages(at: argument, in: rules) ?? []
    var stages = script.map { stage in
      SlopeMove.Stage(
        expression: current.replacing(
          primed, times: inner, by: stage.expression),
        reason: stage.reason)
    }
    let reason = SlopeRules.reason(name, elementwise)
    let result = current.replacing(
      primed, times: inner, by: slope.times(inner))
    stages.append(SlopeMove.Stage(expression: result, reason: reason))
    owed.removeFirst()
    write(stages, reason)
  }

  /// Adds a line, its smaller steps behind it.
  private mutating func write(_ stages: [SlopeMove.Stage], _ reason: Reason) {
    var steps: [Derivation.Line] = []
    var last = current
    for stage in stages {
      let next = stage.expression.inOneRow
      guard next.differs(from: last) else { continue }
      steps.append(Derivation.Line(next, by: stage.reason))
      last = next
    }
    let folded = last.foldingSlopes
    if folded.differs(from: last) {
      steps.append(Derivation.Line(folded, by: Reason(.arithmetic)))
    }
    guard folded.differs(from: current) else { return }
    current = folded
    lines.append(
      Derivation.Line(
        folded, by: reason, inner: steps.count > 1 ? steps : []))
  }

  // MARK: The end

  /// Tidies what was found, one kind of step a line.
  private mutating func close() {
    let powers = self.powers
    tidy(.exponential) { whole in
      powers.reversed().reduce(whole) {
        $0.replacing($1.written, by: $1.power)
      }
    }
    let known: Simplifier.Steps = [.merging, .cancelling]
    let passes: [(Rule, Simplifier.Steps)] = [
      (.arithmetic, []), (.sameBase, .merging), (.cancel, known),
      (.expand, known.union(.expanding)), (.arithmetic, known),
      (.factorOut, known.union(.factoring)),
      (.expand, known.union(.expanding)),
    ]
    for (rule, steps) in passes {
      tidy(rule) { Simplifier(steps).simplified($0) }
    }
    for name in rules.openedNames(lines) {
      guard let meaning = rules.worksheet.equation(name)?.expression else {
        continue
      }
      tidy(.definition, name) {
        $0.replacing(meaning, by: .name(name))
      }
    }
  }

  private mutating func tidy(
    _ rule: Rule, _ name: Name? = nil, _ change: (Expression) -> Expression
  ) {
    let next = change(current)
    guard next.differs(from: current) else { return }
    current = next
    lines.append(Derivation.Line(next, by: Reason(rule, name)))
  }
}

extension SlopeRules {
  /// The quantities that were replaced by what their equations say, of those
  /// whose equations are calls and may stand in the result.
  func openedNames(_ lines: [Derivation.Line]) -> [Name] {
    lines.compactMap { line in
      guard line.reason?.rule == .definition, let name = line.reason?.name,
        case .call? = worksheet.equation(name)?.expression
      else { return nil }
      return name
    }
  }
}
