/// Terms put together in the one form that they have.
extension TermTable {
  mutating func term(_ number: Fraction) -> TermNumber {
    entered(.product(number, []))
  }

  mutating func term(_ number: Int) -> TermNumber { term(Fraction(number)) }

  mutating func atom(_ name: Name) -> TermNumber { entered(.atom(.name(name))) }

  // MARK: - Sums

  mutating func scaled(_ factor: Fraction, _ term: TermNumber) -> TermNumber {
    factor == .one ? term : product(factor, [Power(base: term, exponent: 1)])
  }

  mutating func sum(_ addends: [Addend]) -> TermNumber {
    var flat: [Addend] = []
    for addend in addends {
      for inner in self.addends(of: addend.term) {
        flat.append(
          Addend(factor: addend.factor * inner.factor, term: inner.term))
      }
    }
    flat.sort {
      ($0.term, $0.factor.numerator) < ($1.term, $1.factor.numerator)
    }
    if silences.contains(.terms) { flat = flat.collected }
    if flat.isEmpty { return term(0) }
    if flat.count == 1 { return scaled(flat[0].factor, flat[0].term) }
    return entered(.sum(flat))
  }

  mutating func sum(_ terms: [TermNumber]) -> TermNumber {
    sum(terms.map { Addend(factor: .one, term: $0) })
  }

  /// A term as what is added up in it.
  mutating func addends(of term: TermNumber) -> [Addend] {
    switch nodes[term] {
    case .sum(let addends): return addends
    case .product(let number, let powers) where number != .one:
      return [Addend(factor: number, term: entered(.product(.one, powers)))]
        .map { simplest($0) }
    default: return [Addend(factor: .one, term: term)]
    }
  }

  /// A product of a single factor is that factor.
  private func simplest(_ addend: Addend) -> Addend {
    guard case .product(.one, let powers) = nodes[addend.term],
      powers.count == 1, powers[0].exponent == 1
    else { return addend }
    return Addend(factor: addend.factor, term: powers[0].base)
  }

  // MARK: - Products

  mutating func product(_ terms: [TermNumber]) -> TermNumber {
    product(.one, terms.map { Power(base: $0, exponent: 1) })
  }

  mutating func product(_ number: Fraction, _ powers: [Power]) -> TermNumber {
    var number = number
    var flat: [Power] = []
    for power in powers { flatten(power, into: &flat, &number) }
    flat.sort { ($0.base, $0.exponent) < ($1.base, $1.exponent) }
    if silences.contains(.factors) { flat = flat.collected }
    if number == .zero { return entered(.product(.zero, [])) }
    if flat.count == 1, flat[0].exponent == 1 {
      if number == .one { return flat[0].base }
      if case .sum(let addends) = nodes[flat[0].base] {
        return entered(
          .sum(
            addends.map {
              Addend(factor: number * $0.factor, term: $0.term)
            }))
      }
    }
    for place in flat.indices {
      guard let (content, rest) = primitive(flat[place].base) else { continue }
      number = number * content.raised(to: flat[place].exponent)
      flat[place].base = rest
    }
    flat.sort { ($0.base, $0.exponent) < ($1.base, $1.exponent) }
    return entered(.product(number, flat))
  }

  private mutating func flatten(
    _ power: Power, into flat: inout [Power], _ number: inout Fraction
  ) {
    let isWhole = power.exponent == 1 || silences.contains(.factors)
    guard isWhole || self.number(power.base) != nil,
      case .product(let inner, let powers) = nodes[power.base]
    else {
      flat.append(power)
      return
    }
    if inner == .zero, power.exponent < 0 {
      flat.append(power)
      return
    }
    number = number * inner.raised(to: power.exponent)
    for part in powers {
      flat.append(
        Power(base: part.base, exponent: part.exponent * power.exponent))
    }
  }

  /// A sum as a number times a sum that begins with a bare term.
  private mutating func primitive(_ term: TermNumber) -> (Fraction, TermNumber)?
  {
    guard case .sum(let addends) = nodes[term], let first = addends.first,
      first.factor != .one
    else { return nil }
    let rest = addends.map {
      Addend(factor: $0.factor / first.factor, term: $0.term)
    }
    return (first.factor, entered(.sum(rest)))
  }

  mutating func power(_ base: TermNumber, _ exponent: TermNumber) -> TermNumber
  {
    if let number = number(exponent), number.isWhole,
      abs(number.numerator) <= 64
    {
      return product(
        .one, [Power(base: base, exponent: number.numerator)])
    }
    return entered(.power(base, exponent))
  }

  /// A term as a number and what it multiplies.
  func factors(of term: TermNumber) -> (number: Fraction, powers: [Power]) {
    if case .product(let number, let powers) = nodes[term] {
      (number, powers)
    } else {
      (.one, [Power(base: term, exponent: 1)])
    }
  }

  // MARK: - Matrix products and transposes

  mutating func chain(_ terms: [TermNumber]) -> TermNumber {
    var links: [TermNumber] = []
    var number = Fraction.one
    var scalars: [Power] = []
    for term in terms {
      let (factor, powers) = factors(of: term)
      number = number * factor
      let loose = powers.filter { isScalar($0.base) }
      scalars += loose
      let rest = powers.filter { !loose.contains($0) }
      guard !rest.isEmpty else { continue }
      let link = product(.one, rest)
      if case .chain(let inner) = nodes[link] {
        links += inner
      } else {
        links.append(link)
      }
    }
    guard let first = links.first else { return product(number, scalars) }
    let whole = links.count == 1 ? first : entered(.chain(links))
    return product(number, scalars + [Power(base: whole, exponent: 1)])
  }

  mutating func transpose(_ term: TermNumber) -> TermNumber {
    if number(term) != nil || isScalar(term) { return term }
    if case .transpose(let inner) = nodes[term] { return inner }
    guard silences.contains(.transposes) else {
      return entered(.transpose(term))
    }
    switch nodes[term] {
    case .chain(let links):
      return chain(links.reversed().map { transpose($0) })
    case .sum(let addends):
      return sum(
        addends.map { Addend(factor: $0.factor, term: transpose($0.term)) })
    case .product(let number, let powers):
      return product(
        number,
        powers.map { Power(base: transpose($0.base), exponent: $0.exponent) })
    default: return entered(.transpose(term))
    }
  }
}

extension [TermTable.Addend] {
  /// Like terms put together, in the order of the terms.
  ///
  /// What comes to nothing goes.
  fileprivate var collected: [TermTable.Addend] {
    var result: [TermTable.Addend] = []
    for addend in self {
      if result.last?.term == addend.term, let last = result.popLast() {
        result.append(
          TermTable.Addend(
            factor: last.factor + addend.factor, term: addend.term))
      } else {
        result.append(addend)
      }
    }
    return result.filter { $0.factor != .zero }
  }
}

extension [TermTable.Power] {
  fileprivate var collected: [TermTable.Power] {
    var result: [TermTable.Power] = []
    for power in self {
      if result.last?.base == power.base, let last = result.popLast() {
        result.append(
          TermTable.Power(
            base: power.base, exponent: last.exponent + power.exponent))
      } else {
        result.append(power)
      }
    }
    return result.filter { $0.exponent != 0 }
  }
}
