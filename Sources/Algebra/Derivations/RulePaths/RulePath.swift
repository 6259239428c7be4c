import Matrices

/// The named rules that lead from one line to the next.
public struct RulePath: Hashable, Sendable {
  /// From the first line to the last; none where both are the same formula.
  public let steps: [RuleStep]

  public init(steps: [RuleStep]) {
    self.steps = steps
  }

  /// The names of the rules, as `chain rule, slope of sigmoid`.
  public var text: String {
    var names: [String] = []
    for step in steps where names.last != step.text { names.append(step.text) }
    return names.joined(separator: ", ")
  }
}

/// One step by one rule.
public struct RuleStep: Hashable, Sendable {
  public let reason: Reason
  public let from: Expression
  public let to: Expression
  /// The smallest part of ``from`` outside of which nothing changes.
  public let path: Path
  /// The quantities whose equations were used along with the rule.
  public let definitions: [Name]
  /// What the rule asks for and what was declared, as `z > 0`.
  public let conditions: [Expression]

  public init(
    _ reason: Reason, from: Expression, to: Expression,
    definitions: [Name] = [], conditions: [Expression] = []
  ) {
    self.reason = reason
    self.from = from
    self.to = to
    self.path = from.placeOfChange(to: to)
    self.definitions = definitions
    self.conditions = conditions
  }

  /// The rule, and what it rests on.
  public var text: String {
    let names = conditions.map { $0.text() }
    return names.isEmpty
      ? reason.text : reason.text + " where " + names.joined(separator: ", ")
  }
}

extension Expression {
  /// The way to the smallest part outside of which both formulas are one.
  func placeOfChange(to other: Expression) -> Path {
    let (mine, others) = (children, other.children)
    guard mine.count == others.count, !mine.isEmpty,
      withChildren(mine.map { _ in 0 })
        == other.withChildren(mine.map { _ in 0 })
    else { return [] }
    let changed = mine.indices.filter { mine[$0] != others[$0] }
    guard changed.count == 1, let step = changed.first else { return [] }
    return [step] + mine[step].placeOfChange(to: others[step])
  }
}

extension Worksheet {
  /// Finds the named rules that lead from one line to the next.
  ///
  /// At most three rules are put together. Every step of the path was
  /// verified.
  ///
  /// - Parameters:
  ///   - from: A line.
  ///   - to: The next line.
  ///   - letters: Names in them that stand for anything.
  ///   - givens: The numbers that the worksheet is shown with, if any.
  ///   - budget: How many formulas may be looked at.
  /// - Returns: Nothing where none is found; the lines may be equal still.
  public func rulePath(
    from: Expression, to: Expression, letters: [FreeLetter] = [],
    givens: [Name: Matrix<Double>] = [:], budget: Int = RuleSearch.budget
  ) -> RulePath? {
    var search = RuleSearch(
      self, from: from, to: to, letters: letters, givens: givens,
      budget: budget)
    return search.path()
  }

  /// Whether a rule explains the step from one line to the next, by itself
  /// or with terms put in order and numbers put together.
  ///
  /// - Parameters:
  ///   - reason: The rule.
  ///   - from: A line.
  ///   - to: The next line.
  ///   - letters: Names in them that stand for anything.
  ///   - givens: The numbers that the worksheet is shown with, if any.
  ///   - budget: How many formulas may be looked at.
  /// - Returns: Whether the rule explains the step and the step holds.
  public func accepts(
    _ reason: Reason, from: Expression, to: Expression,
    letters: [FreeLetter] = [], givens: [Name: Matrix<Double>] = [:],
    budget: Int = RuleSearch.budget
  ) -> Bool {
    var search = RuleSearch(
      self, from: from, to: to, letters: letters, givens: givens,
      budget: budget)
    return search.accepts(reason)
  }
}
