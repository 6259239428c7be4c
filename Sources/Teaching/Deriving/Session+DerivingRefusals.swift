import Algebra
import Matrices
import Presentation

extension Session {
  /// Refuses derivations that give away what the lesson asks.
  ///
  /// What they go through may come later: whoever may see a slope may see its
  /// derivation.
  func refusal(of derivations: [Derivation]) -> Reply? {
    let lines = derivations.flatMap { derivation in
      [derivation.subject] + derivation.lines.flatMap(\.formulas)
        + (derivation.conclusion.map { [$0.expression] } ?? [])
    }
    for line in lines {
      if let refusal = refusal(ofAsked: line) { return refusal }
    }
    guard answersQuestion(lines) else { return nil }
    return Reply(
      board.prose(
        StyledText("This derivation gives away what is asked")
          + helpWithWhatIsAsked), failed: true)
  }

  /// Whether a part of the lines has the value of the open question's answer,
  /// whatever quantity a letter of theirs is taken for.
  private func answersQuestion(_ lines: [Expression]) -> Bool {
    guard let live, case .answer(let answers)? = openQuestion?.question.kind
    else { return false }
    let truths = answers.compactMap { try? live.value(of: $0) }
      .map { Agreement(truth: $0, within: nil) }
    var seen = Set<Expression>()
    let parts = lines.flatMap { $0.parts.map(\.part.ungrouped) }.filter {
      $0.isFormula && seen.insert($0).inserted
    }
    return readings(of: parts).contains { value in
      truths.contains { $0.holds(value) }
    }
  }

  /// The values of formulas; a letter stands for one quantity after the
  /// other.
  private func readings(of parts: [Expression]) -> [Matrix<Double>] {
    guard let live else { return [] }
    let numbers = live.now.values.filter { $0.value.storage.count == 1 }
    return parts.flatMap { part -> [Matrix<Double>] in
      let letters = part.names.filter { !live.scope.isKnown($0) }
      guard let letter = letters.first else {
        return (try? live.value(of: part)).map { [$0] } ?? []
      }
      guard letters.count == 1 else { return [] }
      return numbers.values.compactMap { number in
        try? live.now.value(of: part, locals: [letter: number])
      }
    }
  }
}

extension Derivation.Line {
  /// The formula and those of the smaller steps.
  fileprivate var formulas: [Expression] {
    [expression] + inner.flatMap(\.formulas)
  }
}

extension Expression {
  /// Whether it says more than a number or a name does.
  fileprivate var isFormula: Bool {
    switch self {
    case .number, .name, .derivative: false
    default: !names.isEmpty
    }
  }
}
