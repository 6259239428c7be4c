extension SlopeRules {
  /// All terms of a sum at once; what does not move is left out.
  func sum(_ whole: Expression) -> SlopeMove {
    let terms = whole.signedTerms
    let hasMinus = terms.dropFirst().allSatisfy(\.isNegative)
    let rule: Rule = hasMinus ? .difference : .sum
    let all = joined(terms.map { ($0.isNegative, slope(of: $0.term)) })
    let moved = terms.filter { moves($0.term) }
    let rest = joined(moved.map { ($0.isNegative, slope(of: $0.term)) })
    return SlopeMove(rule, stages: [(all, rule), (rest, .constant)])
  }

  private func joined(
    _ terms: [(isNegative: Bool, slope: Expression)]
  ) -> Expression {
    guard let first = terms.first else { return 0 }
    let start = first.isNegative ? first.slope.negated : first.slope
    return terms.dropFirst().reduce(start) { sum, term in
      term.isNegative ? sum.minus(term.slope) : sum.plus(term.slope)
    }
  }

  func product(_ left: Expression, _ right: Expression) -> SlopeMove {
    let factors = left.multiplied + right.multiplied
    let still = factors.filter { !moves($0) }
    let moved = factors.filter(moves)
    if let first = still.first {
      let front = still.dropFirst().reduce(first) { $0.times($1) }
      let rest = moved.dropFirst().reduce(moved[0]) { $0.times($1) }
      return SlopeMove(.constantMultiple, front.times(slope(of: rest)))
    }
    let first = moved[0]
    let rest = moved.dropFirst(2).reduce(moved[1]) { $0.times($1) }
    return SlopeMove(
      .product,
      slope(of: first).times(rest).plus(first.times(slope(of: rest))))
  }

  func quotient(_ top: Expression, _ bottom: Expression) -> SlopeMove {
    guard moves(bottom) else {
      return SlopeMove(.constantMultiple, slope(of: top).over(bottom))
    }
    guard moves(top) else {
      let inner = slope(of: bottom)
      let above = top.constant == 1 ? inner : top.times(inner)
      return SlopeMove(
        .reciprocal, above.over(bottom.ungrouped.raised(to: 2)).negated)
    }
    let above = slope(of: top).times(bottom.ungrouped)
      .minus(top.ungrouped.times(slope(of: bottom)))
    return SlopeMove(.quotient, above.over(bottom.ungrouped.raised(to: 2)))
  }

  func power(_ base: Expression, _ exponent: Expression) -> SlopeMove {
    guard !moves(exponent) else {
      let logarithm = Expression.call("ln", base.ungrouped)
      return SlopeMove(
        .exponential,
        slope(of: .call("exp", exponent.ungrouped.times(logarithm))))
    }
    let base = base.ungrouped
    let outer = lowered(base, exponent.ungrouped)
    if base == .name(variable) { return SlopeMove(.power, outer) }
    return SlopeMove(.power, outer.times(slope(of: base)))
  }

  /// The exponent in front and the power one lower.
  private func lowered(
    _ base: Expression, _ exponent: Expression
  ) -> Expression {
    guard let number = exponent.constant, let whole = Int(exactly: number),
      whole.magnitude < 1_000_000
    else {
      return exponent.times(base.raised(to: exponent.minus(1)))
    }
    switch whole {
    case 2: return exponent.times(base)
    case 1: return 1
    default:
      let lower = Expression(integerLiteral: whole - 1)
      return exponent.times(base.raised(to: lower))
    }
  }
}

extension Expression {
  /// The terms of a sum of any length, each with its sign.
  fileprivate var signedTerms: [(isNegative: Bool, term: Expression)] {
    switch self {
    case .group(let inner) where inner.isSum: return inner.signedTerms
    case .binary(.add, let left, let right):
      return left.signedTerms + right.signedTerms
    case .binary(.subtract, let left, let right):
      return left.signedTerms
        + right.signedTerms.map { (!$0.isNegative, $0.term) }
    case .negation(let inner): return [(true, inner)]
    default: return [(false, self)]
    }
  }

  /// The factors of a product of any length.
  fileprivate var multiplied: [Expression] {
    switch self {
    case .group(let inner):
      if case .binary(.times, _, _) = inner { return inner.multiplied }
      return [inner]
    case .binary(.times, let left, let right),
      .binary(.hadamard, let left, let right):
      return left.multiplied + right.multiplied
    default: return [self]
    }
  }
}
