/// Slopes and entries, as far as a table says nothing of how they are taken.
extension TermTable {
  mutating func derivative(_ subject: TermNumber, by variable: TermNumber)
    -> TermNumber
  {
    if let adjoint = adjoint(of: subject, by: variable) { return adjoint }
    if silences.contains(.slopesOfConstants),
      isIndependent(subject, of: variable)
    {
      return term(0)
    }
    if subject == variable, silences.contains(.slopeOfVariable) {
      return term(1)
    }
    switch nodes[subject] {
    case .sum(let addends) where silences.contains(.slopesOfSums):
      return sum(
        addends.map {
          Addend(
            factor: $0.factor, term: derivative($0.term, by: variable))
        })
    case .product(let number, let powers)
    where number != .zero && silences.contains(.slopesOfMultiples):
      let fixed = powers.filter { isIndependent($0.base, of: variable) }
      guard number != .one || !fixed.isEmpty else { break }
      let moving = product(.one, powers.filter { !fixed.contains($0) })
      let slope = derivative(moving, by: variable)
      return product(number, fixed + [Power(base: slope, exponent: 1)])
    default:
      if silences.contains(.slopesOfMultiples),
        let weight = weight(of: variable, in: subject)
      {
        return weight
      }
    }
    return entered(.derivative(subject, by: variable))
  }

  /// The name of the slope of the cost in a quantity.
  private mutating func adjoint(of subject: TermNumber, by variable: TermNumber)
    -> TermNumber?
  {
    guard silences.contains(.adjoints), let cost = surroundings.cost,
      nodes[subject] == .atom(.name(cost))
    else { return nil }
    switch nodes[variable] {
    case .atom(.name(let name)):
      return surroundings.adjoints[name].map { atom($0) }
    case .form(let hollow, let parts):
      guard case .entry = hollow, let base = parts.first,
        case .atom(.name(let name)) = nodes[base],
        let adjoint = surroundings.adjoints[name]
      else { return nil }
      return form(hollow, [atom(adjoint)] + parts.dropFirst())
    default: return nil
    }
  }

  /// What an entry is multiplied by in an entry of a matrix product.
  private mutating func weight(
    of variable: TermNumber, in subject: TermNumber
  ) -> TermNumber? {
    guard let (product, at) = entry(subject),
      let (moving, of) = entry(variable),
      case .chain(let links) = nodes[product], links.count == 2
    else { return nil }
    if links[1] == moving, isIndependent(links[0], of: variable) {
      let isColumn = at.count == 1 && of.count == 1
      guard isColumn || at.count == 2 && of.count == 2 else { return nil }
      guard isColumn || at[1] == of[1] else { return zero(at[1], of[1]) }
      return entry(links[0], [at[0], of[0]])
    }
    if links[0] == moving, isIndependent(links[1], of: variable),
      of.count == 2
    {
      guard at[0] == of[0] else { return zero(at[0], of[0]) }
      return entry(links[1], [of[1]] + at.dropFirst())
    }
    return nil
  }

  /// Nothing of one number is in another.
  private mutating func zero(_ left: TermNumber, _ right: TermNumber)
    -> TermNumber?
  {
    number(left) == nil || number(right) == nil ? nil : term(0)
  }

  // MARK: - Entries

  /// What an entry is an entry of, and its places, none of which is a range.
  private func entry(_ term: TermNumber) -> (
    base: TermNumber, places: [TermNumber]
  )? {
    guard case .form(.entry(_, let places), let parts) = nodes[term],
      places.allSatisfy({ if case .at = $0 { true } else { false } }),
      let base = parts.first
    else { return nil }
    return (base, Array(parts.dropFirst()))
  }

  mutating func entry(_ base: TermNumber, _ places: [TermNumber]) -> TermNumber
  {
    form(.entry(0, places.map { _ in .at(0) }), [base] + places)
  }

  /// Any form around its parts, an entry taken as far in as it goes.
  mutating func form(_ hollow: Expression, _ parts: [TermNumber]) -> TermNumber
  {
    guard case .entry = hollow, silences.contains(.entries),
      let base = parts.first
    else { return exponential(hollow, parts) ?? entered(.form(hollow, parts)) }
    let places = Array(parts.dropFirst())
    func within(_ table: inout TermTable, _ part: TermNumber) -> TermNumber {
      table.isScalar(part) ? part : table.form(hollow, [part] + places)
    }
    switch nodes[base] {
    case .sum(let addends):
      return sum(
        addends.map { Addend(factor: $0.factor, term: within(&self, $0.term)) }
      )
    case .product(let number, let powers) where !powers.isEmpty:
      return product(
        number,
        powers.map {
          Power(base: within(&self, $0.base), exponent: $0.exponent)
        })
    case .form(.call(let name, let primes, let hollows), let inner)
    where inner.count == 1
      && surroundings.scope.functions[name]?.elementwise != nil:
      return form(
        .call(name, primes: primes, hollows), [within(&self, inner[0])])
    default: return entered(.form(hollow, parts))
    }
  }

  /// The exponential of 0, and that of a sum as a product of powers.
  private mutating func exponential(
    _ hollow: Expression, _ parts: [TermNumber]
  ) -> TermNumber? {
    guard parts.count == 1, case .call("exp", 0, _) = hollow else {
      return nil
    }
    if number(parts[0]) == .zero { return term(1) }
    guard silences.contains(.exponentials) else { return nil }
    let powers = addends(of: parts[0]).map { addend in
      let isWhole = addend.factor.isWhole && number(addend.term) == nil
      let inside = isWhole ? addend.term : scaled(addend.factor, addend.term)
      return Power(
        base: entered(.form(hollow, [inside])),
        exponent: isWhole ? addend.factor.numerator : 1)
    }
    return product(.one, powers)
  }
}
