/// Writes a formula of numbers as a teacher leaves it.
///
/// What stands inside a function's brackets stays as it is. Which kinds of
/// step are taken is chosen, so that each can have a line of its own.
struct Simplifier {
  let steps: Steps

  struct Steps: OptionSet {
    let rawValue: Int

    /// Equal factors become powers.
    static let merging = Steps(rawValue: 1)
    /// What stands above and below a fraction bar goes.
    static let cancelling = Steps(rawValue: 2)
    /// Brackets are multiplied out where that is shorter.
    static let expanding = Steps(rawValue: 4)
    /// What all terms share is written once.
    static let factoring = Steps(rawValue: 8)
  }

  init(_ steps: Steps = []) { self.steps = steps }

  /// The formula with its numbers in front, its signs put together and like
  /// terms added, and with the further steps that were chosen.
  func simplified(_ expression: Expression) -> Expression {
    guard let terms = terms(of: expression) else { return expression }
    return sum(of: terms)
  }

  private func sum(of terms: [Term]) -> Expression {
    let collected = Self.collected(terms)
    if steps.contains(.expanding),
      let shorter = Self.expanded(collected, self)
    {
      return Self.written(shorter)
    }
    if steps.contains(.factoring), let product = Self.factored(collected) {
      return product.ordered.expression
    }
    return Self.written(collected)
  }

  // MARK: Reading

  /// The terms of a sum, or nothing where a number is too large.
  func terms(of expression: Expression) -> [Term]? {
    switch expression {
    case .group(let inner): return terms(of: inner)
    case .negation(let inner): return terms(of: inner)?.map(\.negated)
    case .binary(.add, let left, let right):
      guard let left = terms(of: left), let right = terms(of: right) else {
        return nil
      }
      return left + right
    case .binary(.subtract, let left, let right):
      guard let left = terms(of: left), let right = terms(of: right) else {
        return nil
      }
      return left + right.map(\.negated)
    default: return term(expression).map(opened)
    }
  }

  /// The terms of a bracket before which there is a sign alone.
  private func opened(_ term: Term) -> [Term] {
    let term = finished(term)
    guard term.factors.count == 1, let factor = term.factors.first,
      factor.exponent == 1, term.amount.magnitude == .one, factor.base.isSum,
      let inner = terms(of: factor.base)
    else { return [term] }
    return term.amount.isNegative ? inner.map(\.negated) : inner
  }

  private func finished(_ term: Term) -> Term {
    var term = term
    if steps.contains(.merging) { term = term.merged }
    if steps.contains(.cancelling) { term = term.cancelled }
    return term.ordered
  }

  private func term(_ expression: Expression) -> Term? {
    switch expression {
    case .group(let inner): return term(inner)
    case .negation(let inner): return term(inner)?.negated
    case .number(let numeral):
      return Ratio(numeral).map { Term($0) } ?? Term(expression)
    case .binary(.times, let left, let right),
      .binary(.hadamard, let left, let right):
      guard let left = term(left), let right = term(right) else { return nil }
      return left.times(right)
    case .binary(.divide, let left, let right),
      .binary(.hadamardDivide, let left, let right):
      guard let left = term(left), let right = term(right)?.inverse else {
        return nil
      }
      return left.times(right)
    case .binary(.power, let base, let exponent):
      return power(base, exponent) ?? Term(expression.withoutGroups)
    case .binary(.add, _, _), .binary(.subtract, _, _):
      return bracket(simplified(expression))
    default: return Term(expression.withoutGroups)
    }
  }

  /// A sum as a factor: a lone sign before it belongs to the product.
  private func bracket(_ sum: Expression) -> Term? {
    sum.isSum ? Term(sum.withoutGroups) : term(sum)
  }

  private func power(_ base: Expression, _ exponent: Expression) -> Term? {
    guard let number = exponent.constant, let whole = Int(exactly: number),
      whole != 0, whole.magnitude <= 1000, let inner = term(base)
    else { return nil }
    if inner.factors.isEmpty {
      return inner.amount.raised(to: whole).map { Term($0) }
    }
    guard
      let amount = inner.amount.raised(to: Int(whole.magnitude)),
      let outer = whole < 0 ? amount.inverse : amount,
      inner.factors.count == 1 || inner.amount != .one,
      inner.amount != .one || inner.factors[0].exponent == 1
        || steps.contains(.merging)
    else {
      return Term(simplified(base).withoutGroups, exponent: whole)
    }
    return Term(
      outer,
      inner.factors.map {
        Term.Factor(base: $0.base, exponent: $0.exponent * whole)
      })
  }
}

extension Expression {
  /// Whether it is a sum or a difference.
  var isSum: Bool {
    switch self {
    case .binary(.add, _, _), .binary(.subtract, _, _): true
    default: false
    }
  }
}
