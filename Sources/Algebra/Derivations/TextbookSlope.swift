/// The derivation of a function's slope as a textbook writes it.
///
/// It is written in `z`; every `=` of it is verified like any other.
struct TextbookSlope: Sendable {
  let function: Name
  /// What stands for anything, as in a law.
  let letters: String
  let cases: [Case]

  struct Case: Sendable {
    /// What the lines are equal to, as `D(sigmoid(z), z)`.
    let subject: String
    /// Where they hold, if not everywhere, as `z > 0`.
    let condition: String?
    /// The lines, each a formula, the word by, and a rule.
    ///
    /// A line that stands further in is a smaller step towards the next one
    /// that does not.
    let text: String

    init(_ subject: String, where condition: String? = nil, _ text: String) {
      self.subject = subject
      self.condition = condition
      self.text = text
    }
  }

  init(_ function: Name, letters: String = "z", _ cases: Case...) {
    self.function = function
    self.letters = letters
    self.cases = cases
  }

  static func named(_ name: Name) -> TextbookSlope? {
    all.first { $0.function == name }
  }

  /// The letter in which it is written.
  static let letter: Name = "z"
}

extension TextbookSlope {
  /// The derivation for a function of the variable itself.
  static func derivation(
    of expression: Expression, in variable: Name, functions: [Name: Function]
  ) -> SlopeDerivation? {
    guard case .call(let name, 0, let arguments) = expression,
      arguments == [.name(variable)], functions[name] == nil,
      let script = named(name), let cases = script.derivations(in: variable)
    else { return nil }
    let sizes: [Name: Dimension] = ["n": .size("n")]
    var derivation = SlopeDerivation(
      cases: cases, worksheet: Worksheet(sizes: sizes, functions: functions))
    if let kink = Function.table[name]?.elementwise?.kinks.first {
      let place = Expression(integerLiteral: Int(kink))
      derivation.convention = .call(name, primes: 1, [place])
    }
    return derivation
  }

  private func derivations(in variable: Name) -> [SlopeDerivation.Case]? {
    let read = cases.compactMap { one in
      one.derivation(letters, in: variable)
    }
    return read.count == cases.count ? read : nil
  }

  /// The steps to the slope, for the variable itself.
  func stages(in variable: Name) -> [SlopeMove.Stage] {
    guard cases.count == 1,
      let lines = cases[0].derivation(letters, in: variable)?.derivation.lines
    else { return [] }
    return lines.compactMap { line in
      line.reason.map {
        SlopeMove.Stage(expression: line.expression, reason: $0)
      }
    }
  }

  /// The steps from `f'(u)·D(u, x)` to the slope, for any formula u.
  func stages(
    at argument: Expression, in rules: SlopeRules
  ) -> [SlopeMove.Stage] {
    guard cases.count == 1,
      let lines = cases[0].derivation(letters, in: Self.letter)?
        .derivation.lines
    else { return [] }
    return lines.compactMap { line in
      line.reason.map {
        SlopeMove.Stage(
          expression: line.expression.chained(to: argument, rules),
          reason: $0)
      }
    }
  }
}

extension TextbookSlope.Case {
  /// The case with its letter replaced by the variable.
  func derivation(
    _ letters: String, in variable: Name
  ) -> SlopeDerivation.Case? {
    let conditions = condition.map { [$0] } ?? []
    let law = Law(subject + " = 0", letters, conditions: conditions)
    guard let reading = try? law.read() else { return nil }
    let change: [Name: Expression] = [
      TextbookSlope.letter: .name(variable)
    ]
    let lines = TextbookLines(text, scope: reading.scope).lines
    return SlopeDerivation.Case(
      derivation: Derivation(
        reading.left.substituting(change),
        lines: lines.map { $0.substituting(change) }),
      letters: reading.letters.map { letter in
        letter.name == TextbookSlope.letter
          ? FreeLetter(variable, letter.shape, domain: letter.domain) : letter
      },
      condition: reading.conditions.first?.substituting(change))
  }
}

/// Lines as they are written down, with their smaller steps.
private struct TextbookLines {
  private(set) var lines: [Derivation.Line] = []

  /// Nothing comes of a line that cannot be read, which a test would see.
  init(_ text: String, scope: Scope) {
    var smaller: [Derivation.Line] = []
    for row in text.split(separator: "\n") {
      guard let (formula, reason) = Self.parts(of: row),
        let expression = try? Expression(formula, in: scope)
      else { continue }
      let line = Derivation.Line(expression, by: Reason(reason))
      if row.first == " " {
        smaller.append(line)
        continue
      }
      // The last smaller step may be the line itself, for another reason.
      let isThere = smaller.last?.expression == expression
      let inner = smaller.isEmpty || isThere ? smaller : smaller + [line]
      lines.append(Derivation.Line(expression, by: line.reason, inner: inner))
      smaller = []
    }
  }

  private static func parts(of row: Substring) -> (String, String)? {
    guard
      let place = row.indices.last(where: { row[$0...].hasPrefix(" by ") })
    else { return nil }
    let end = row.index(place, offsetBy: 4)
    return (String(row[..<place]), String(row[end...]))
  }
}

extension Derivation.Line {
  fileprivate func substituting(_ change: [Name: Expression]) -> Self {
    Self(
      expression.substituting(change), by: reason,
      inner: inner.map { $0.substituting(change) })
  }
}

extension Expression {
  /// A line of a slope in z as a line of the slope in a variable on which z
  /// depends: each term has the slope of z as a factor, or goes on to hold
  /// it.
  fileprivate func chained(
    to argument: Expression, _ rules: SlopeRules
  ) -> Expression {
    let letter = TextbookSlope.letter
    switch self {
    case .derivative(let top, .name(letter), .applied):
      return rules.slope(of: top.substituting([letter: argument]))
    case _ where slopes(in: letter).isEmpty:
      return substituting([letter: argument])
        .times(rules.slope(of: argument))
    case .negation(let inner):
      return inner.chained(to: argument, rules).negated
    case .group(let inner):
      return .group(inner.chained(to: argument, rules))
    case .binary(.times, let left, let right)
    where left.slopes(in: letter).isEmpty:
      return left.substituting([letter: argument])
        .times(right.chained(to: argument, rules))
    case .binary(let sign, let left, let right)
    where sign == .times || sign == .divide:
      return .binary(
        sign, left.chained(to: argument, rules),
        right.substituting([letter: argument]))
    case .binary(let sign, let left, let right):
      return .binary(
        sign, left.chained(to: argument, rules),
        right.chained(to: argument, rules))
    default: return self
    }
  }
}
