import Algebra
import Matrices

/// What an answer may not hold: the thing that is asked, by another name.
///
/// `da1[2]` has the right value where the slope in `a1[2]` is asked, and so
/// has `dC/da1[2]`; but neither says what it is.
struct Restatement {
  private let judge: Judge
  private let answers: [Expression]
  private let prompt: [Expression]
  /// What the author's own answers are made of, which may be used.
  private let used: Set<Expression>
  private let functions: Set<Name>

  init(_ question: Question, _ answers: [Expression], _ judge: Judge) {
    self.judge = judge
    self.answers = answers
    prompt = question.prompt.compactMap { part in
      if case .formula(let formula) = part { formula } else { nil }
    }
    let parts = answers.flatMap { $0.withoutGroups.parts.map(\.part) }
    used = Set(parts)
    functions = Set(
      parts.compactMap { part in
        if case .call(let name, _, _) = part { name } else { nil }
      })
  }

  /// The part of an answer that is what is asked.
  ///
  /// - Parameters:
  ///   - answer: An expression whose value is right.
  ///   - value: Its value.
  /// - Returns: The part, or nothing where the answer says what it is.
  func found(
    in answer: Expression, _ value: Matrix<Double>
  ) -> Expression? {
    let form = answer.withoutGroups
    if answers.contains(where: { $0.withoutGroups == form }) { return nil }
    if isQuoted(form) { return form }
    return form.parts.map(\.part).first { part in
      guard !used.contains(part), isEqual(part, value) else { return false }
      return part.isSlope || (isComputed(part) && isAlwaysAsked(part))
    }
  }

  /// Whether the answer repeats what the prompt asks for, or only calls the
  /// function that is asked about.
  private func isQuoted(_ form: Expression) -> Bool {
    guard case .call(let name, 0, _) = form else {
      return form.isComposite && prompt.contains { $0.withoutGroups == form }
    }
    let isElementwise =
      judge.scope.functions[name]?.elementwise != nil
    return !functions.contains(name) && isElementwise
  }

  /// Whether the part is a computed quantity, or an entry or a piece of one.
  private func isComputed(_ part: Expression) -> Bool {
    switch part {
    case .name(let name): judge.bench?.worksheet.equation(name) != nil
    case .entry(.name(let name), _):
      judge.bench?.worksheet.equation(name) != nil
    default: false
    }
  }

  /// Whether a quantity is what is asked at other numbers too, and has not
  /// the same value by chance.
  private func isAlwaysAsked(_ part: Expression) -> Bool {
    guard let bench = judge.bench else { return false }
    return answers.contains {
      bench.worksheet.verify(part, equals: $0, givens: bench.givens).holds
    }
  }

  private func isEqual(_ part: Expression, _ value: Matrix<Double>) -> Bool {
    guard let own = judge.value(of: part), own.shape == value.shape else {
      return false
    }
    return Agreement(truth: value, within: nil).holds(own)
  }
}

extension Expression {
  /// A slope by name or by rule: `dC/dz1`, `D(C, z1)`, `σ'(z1)`.
  fileprivate var isSlope: Bool {
    switch self {
    case .derivative: true
    case .call(_, let primes, _): primes > 0
    default: false
    }
  }

  fileprivate var isComposite: Bool { !children.isEmpty }
}
