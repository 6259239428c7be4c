/// A product: a number and powers of formulas.
struct Term: Hashable {
  var amount: Ratio
  var factors: [Factor] = []

  /// A formula to a whole power; below 0 it stands under the fraction bar.
  struct Factor: Hashable {
    var base: Expression
    var exponent: Int
  }

  init(_ amount: Ratio, _ factors: [Factor] = []) {
    self.amount = amount
    self.factors = factors
  }

  init(_ base: Expression, exponent: Int = 1) {
    self.init(.one, [Factor(base: base, exponent: exponent)])
  }

  var negated: Term { Term(amount.negated, factors) }

  func times(_ other: Term) -> Term? {
    amount.times(other.amount).map { Term($0, factors + other.factors) }
  }

  var inverse: Term? {
    amount.inverse.map { inverse in
      Term(
        inverse,
        factors.map { Factor(base: $0.base, exponent: -$0.exponent) })
    }
  }

  /// The same product for any order and any grouping of the factors.
  var content: [Expression: Int] {
    factors.reduce(into: [:]) { $0[$1.base, default: 0] += $1.exponent }
      .filter { $0.value != 0 }
  }
}

// MARK: - Putting factors together

extension Term {
  /// Numbers, names, calls and brackets in this order, each group as it was.
  var ordered: Term {
    let places = factors.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return Term(amount, places.map(\.element))
  }

  /// Equal factors on one side of the fraction bar written as a power.
  var merged: Term { joining { $0.exponent.signum() == $1.exponent.signum() } }

  /// What stands above and below taken away.
  var cancelled: Term { joining { _, _ in true } }

  private func joining(_ may: (Factor, Factor) -> Bool) -> Term {
    var joined: [Factor] = []
    for factor in factors {
      let place = joined.firstIndex {
        $0.base == factor.base && may($0, factor)
      }
      if let place {
        joined[place].exponent += factor.exponent
      } else {
        joined.append(factor)
      }
    }
    return Term(amount, joined.filter { $0.exponent != 0 })
  }
}

extension Term.Factor {
  fileprivate var rank: Int {
    switch base {
    case .number: 0
    case .name: 1
    case .call: 3
    case .binary(.add, _, _), .binary(.subtract, _, _): 4
    default: 2
    }
  }

  /// Whether it is more than a name, so that it is worth being taken out of a
  /// sum.
  var isLong: Bool {
    switch base {
    case .number, .name: false
    default: true
    }
  }
}

// MARK: - Writing it down

extension Term {
  /// The product without its sign.
  var magnitude: Expression {
    let amount = self.amount.magnitude
    let above = factors.filter { $0.exponent > 0 }.map(\.written)
    let below = factors.filter { $0.exponent < 0 }.map(\.written)
    if let number = amount.simple(isAlone: below.isEmpty) {
      let top = Term.product(number == 1 ? above : [number] + above)
      return below.isEmpty ? top : top.over(Term.product(below))
    }
    let number = Expression.number(Numeral(amount.above))
    let divisor = Expression.number(Numeral(amount.below))
    return Term.product(number == 1 ? above : [number] + above)
      .over(Term.product([divisor] + below))
  }

  var expression: Expression {
    amount.isNegative ? magnitude.negated : magnitude
  }

  private static func product(_ factors: [Expression]) -> Expression {
    guard let first = factors.first else { return 1 }
    return factors.dropFirst().reduce(first) { $0.times($1) }
  }
}

extension Term.Factor {
  fileprivate var written: Expression {
    let size = Int(exponent.magnitude)
    return size == 1 ? base : base.raised(to: .number(Numeral(size)))
  }
}

extension Ratio {
  /// The number where it needs no fraction bar.
  fileprivate func simple(isAlone: Bool) -> Expression? {
    if let decimal { return decimal }
    if below == 1 { return .number(Numeral(above)) }
    guard isAlone, above == 1 || (above == 3 && below == 4) else { return nil }
    switch (above, below) {
    case (1, 2): return .decimal("½")
    case (1, 4): return .decimal("¼")
    case (3, 4): return .decimal("¾")
    default: return nil
    }
  }
}
