extension Simplifier {
  /// Like terms added, what adds up to 0 left out.
  static func collected(_ terms: [Term]) -> [Term] {
    var result: [Term] = []
    for term in terms {
      let content = term.content
      let place = result.firstIndex { $0.content == content }
      if let place, let amount = result[place].amount.plus(term.amount) {
        result[place].amount = amount
      } else {
        result.append(term)
      }
    }
    return result.filter { !$0.amount.isZero }
  }

  /// The sum, a term that is added first where there is one.
  static func written(_ terms: [Term]) -> Expression {
    var terms = terms
    if terms.first?.amount.isNegative ?? false,
      let place = terms.firstIndex(where: { !$0.amount.isNegative })
    {
      terms.insert(terms.remove(at: place), at: 0)
    }
    guard let first = terms.first else { return 0 }
    return terms.dropFirst().reduce(first.expression) { sum, term in
      term.amount.isNegative
        ? sum.minus(term.magnitude) : sum.plus(term.magnitude)
    }
  }

  // MARK: Brackets

  private static let mostTerms = 24

  /// The sum with its brackets multiplied out, where that is shorter.
  static func expanded(
    _ terms: [Term], _ simplifier: Simplifier
  ) -> [Term]? {
    guard terms.count > 1 else { return nil }
    var result: [Term] = []
    for term in terms {
      guard let inner = multipliedOut(term, simplifier),
        result.count + inner.count <= mostTerms
      else { return nil }
      result += inner
    }
    let shorter = collected(result.map { $0.merged.cancelled.ordered })
    return size(shorter) < size(terms) ? shorter : nil
  }

  private static func size(_ terms: [Term]) -> Int {
    written(terms).parts.count
  }

  /// A product with a bracket in it, as a sum.
  private static func multipliedOut(
    _ term: Term, _ simplifier: Simplifier
  ) -> [Term]? {
    let place = term.factors.firstIndex {
      $0.base.isSum && $0.exponent == 1
    }
    guard let place,
      let inner = simplifier.terms(of: term.factors[place].base)
    else { return [term] }
    var rest = term
    rest.factors.remove(at: place)
    var result: [Term] = []
    for part in inner {
      guard let product = rest.times(part),
        let terms = multipliedOut(product, simplifier),
        result.count + terms.count <= mostTerms
      else { return nil }
      result += terms
    }
    return result
  }

  // MARK: What terms share

  /// The sum as a product, where all terms share more than a name.
  static func factored(_ terms: [Term]) -> Term? {
    guard terms.count > 1, let first = terms.first else { return nil }
    var shared = first.content
    for term in terms.dropFirst() {
      let content = term.content
      shared = shared.reduce(into: [:]) { common, entry in
        let other = content[entry.key] ?? 0
        guard other.signum() == entry.value.signum() else { return }
        common[entry.key] =
          entry.value > 0 ? min(entry.value, other) : max(entry.value, other)
      }
    }
    let outside = first.merged.factors.compactMap { factor in
      shared[factor.base].map {
        Term.Factor(base: factor.base, exponent: $0)
      }
    }
    guard outside.contains(where: { $0.isLong && $0.exponent > 0 }) else {
      return nil
    }
    return product(of: outside, terms)
  }

  private static func product(
    of outside: [Term.Factor], _ terms: [Term]
  ) -> Term? {
    let number = sharedNumber(terms)
    guard let divisor = Term(number, outside).inverse else { return nil }
    let inside = terms.compactMap { $0.times(divisor)?.cancelled.ordered }
    guard inside.count == terms.count else { return nil }
    return Term(
      number,
      outside + [Term.Factor(base: written(inside), exponent: 1)])
  }

  /// The largest whole number in all terms, with the sign that all have.
  private static func sharedNumber(_ terms: [Term]) -> Ratio {
    let areNegative = terms.allSatisfy(\.amount.isNegative)
    let sign = areNegative ? -1 : 1
    guard terms.allSatisfy({ $0.amount.below == 1 }) else {
      return Ratio(sign)
    }
    let divisor = terms.map(\.amount.above)
      .reduce(0, Fraction.commonDivisor)
    return Ratio(sign * max(divisor, 1))
  }
}
