import Algebra
import Matrices
import Teaching

/// What a handout must not tell: the answers of the questions above.
struct Secrets {
  private var secrets: [Secret] = []
  /// What was read before it was asked for is no secret.
  private var known: Set<Expression> = []
  /// The same for lines of derivations, where only a line makes it known.
  private var knownLines: Set<Expression> = []
  /// What stood in something that was read.
  private var seen: Set<Expression> = []

  private struct Secret {
    let answers: [Expression]
    /// The worksheet that the question is about.
    let origin: String?
  }

  /// Keeps what a question asks for.
  mutating func add(_ question: Question, in reading: LessonReading) {
    guard case .answer(let answers) = question.kind else { return }
    secrets.append(Secret(answers: answers, origin: reading.origin))
  }

  /// Takes note of a formula that is read.
  mutating func show(_ expression: Expression, isLine: Bool = false) {
    known.insert(expression.withoutGroups)
    if isLine { knownLines.insert(expression.withoutGroups) }
    seen.formUnion(expression.withoutGroups.parts.map(\.part))
  }

  /// Whether a formula is an answer, or has one among its entries or its
  /// parts.
  ///
  /// A name says nothing, nor does the slope of one: that is how the question
  /// was put.
  ///
  /// - Parameters:
  ///   - expression: The formula.
  ///   - reading: Where it stands.
  ///   - letters: What is no quantity in it.
  ///   - isLine: Whether it stands in a derivation, where a number is an
  ///     answer, too.
  /// - Returns: Whether it must not be read yet.
  func tells(
    _ expression: Expression, in reading: LessonReading,
    letters: [Letter] = [], isLine: Bool = false
  ) -> Bool {
    guard !secrets.isEmpty else { return false }
    let whole = expression.withoutGroups
    // `σ'(z1)` by itself names a slope, unless that was what was asked.
    let namesSlope =
      !isLine && whole.isPrimedCall
      && !secrets.contains { $0.answers.contains { $0.withoutGroups == whole } }
    guard !whole.isSlopeOfBare, !namesSlope, isLine || !whole.isBare,
      !(isLine ? knownLines : known).contains(whole)
    else { return false }
    let parts = whole.parts.map(\.part).filter { part in
      part == whole
        ? isLine || !part.names.isEmpty
        : !part.isBare && !part.names.isEmpty && !seen.contains(part)
    }
    return parts.contains { tellsItself($0, in: reading, letters: letters) }
  }

  private func tellsItself(
    _ expression: Expression, in reading: LessonReading, letters: [Letter]
  ) -> Bool {
    secrets.contains { secret in
      let isHere = secret.origin == reading.origin
      return secret.answers.contains { answer in
        answer.names.isEmpty == expression.names.isEmpty
          && isSame(expression, answer, in: reading, letters, inParts: isHere)
      }
    }
  }

  /// Whether the value of a formula is an answer, or has one among its
  /// entries.
  func tellsValue(
    of expression: Expression, in reading: LessonReading
  ) -> Bool {
    answers(in: reading).contains { answer in
      !answer.names.isEmpty
        && isSame(expression, answer, in: reading, [], inParts: true)
    }
  }

  /// Whether a number is the value of an answer.
  func tells(_ number: Double, in reading: LessonReading) -> Bool {
    answers(in: reading).contains { answer in
      guard let value = reading.value(of: answer) else { return false }
      return value.storage.contains { $0.isClose(to: number) }
    }
  }

  private func answers(in reading: LessonReading) -> [Expression] {
    secrets.filter { $0.origin == reading.origin }.flatMap(\.answers)
  }

  /// Whether two formulas, or entries of them, are the same at any numbers.
  ///
  /// What was asked of another worksheet must be so as a whole.
  private func isSame(
    _ left: Expression, _ right: Expression, in reading: LessonReading,
    _ letters: [Letter], inParts: Bool
  ) -> Bool {
    guard letters.isEmpty else {
      return reading.areIdentical(left, right, letters: letters)
    }
    var pairs = [(left, right)]
    if inParts {
      pairs += reading.entries(of: left).map { ($0, right) }
      pairs += reading.entries(of: right).map { (left, $0) }
    }
    return pairs.contains { left, right in
      guard let one = reading.value(of: left),
        let other = reading.value(of: right), one.shape == other.shape,
        zip(one.storage, other.storage).allSatisfy({ $0.isClose(to: $1) })
      else { return false }
      return reading.areIdentical(left, right)
    }
  }
}

extension Compositor {
  /// Whether a formula would give an answer away.
  func tells(
    _ expression: Expression, letters: [Letter] = [], isLine: Bool = false
  ) -> Bool {
    hidesAnswers
      && secrets.tells(
        expression, in: reading, letters: letters, isLine: isLine)
  }

  /// Whether the value of a formula would give an answer away.
  func tellsValue(_ expression: Expression) -> Bool {
    hidesAnswers && secrets.tellsValue(of: expression, in: reading)
  }

  /// A formula, or room for it where it would give an answer away.
  mutating func formulaOrBlank(
    _ expression: Expression, letters: [Letter] = [], isLine: Bool = false
  ) -> Formula {
    guard tells(expression, letters: letters, isLine: isLine) else {
      secrets.show(expression, isLine: isLine)
      return formula(expression)
    }
    return .blank(max(8, min(formula(expression).width * 1.5, 16)))
  }
}

extension Expression {
  /// Whether it is a name, an entry of one, or the slope of one in another.
  fileprivate var isBare: Bool {
    switch self {
    case .name: true
    case .group(let inner): inner.isBare
    case .entry(let base, _): base.isBare
    default: isSlopeOfBare
    }
  }

  /// Whether it is the slope of a function somewhere, as `σ'(z1)`.
  fileprivate var isPrimedCall: Bool {
    if case .call(_, let primes, _) = self { primes > 0 } else { false }
  }

  /// Whether it is the slope of a name in another: that is how a question is
  /// put.
  fileprivate var isSlopeOfBare: Bool {
    switch self {
    case .group(let inner): inner.isSlopeOfBare
    case .derivative(let top, let bottom, _): top.isBare && bottom.isBare
    default: false
    }
  }
}

extension Double {
  /// Whether another number is this one but for rounding.
  fileprivate func isClose(to other: Double) -> Bool {
    (self - other).magnitude
      <= 1e-9 * Swift.max(magnitude, other.magnitude)
  }
}
