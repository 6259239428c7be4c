/// Whether a product has the form of another one.
extension TermTable {
  mutating func matchesOfProduct(
    _ term: TermNumber, _ pattern: TermNumber, _ meanings: Meanings,
    leavesRest: Bool
  ) -> [Way] {
    let (number, powers) = factors(of: term)
    let (formNumber, forms) = factors(of: pattern)
    let order =
      forms.filter { !isLetter($0.base) }
      + forms.filter { isLetter($0.base) }
    return matchesOfProduct(
      (number / formNumber, powers), order[...], meanings,
      leavesRest: leavesRest)
  }

  private mutating func matchesOfProduct(
    _ subject: (number: Fraction, powers: [Power]),
    _ forms: ArraySlice<Power>, _ meanings: Meanings, leavesRest: Bool
  ) -> [Way] {
    let (number, powers) = subject
    guard let form = forms.first else {
      guard leavesRest || number == .one && powers.isEmpty else { return [] }
      return [Way(meanings: meanings, rest: product(number, powers))]
    }
    let later = forms.dropFirst()
    if let known = known(form.base, meanings) {
      let value = product(
        .one, [Power(base: known, exponent: form.exponent)])
      let (factor, wanted) = factors(of: value)
      guard factor != .zero, let left = powers.removing(wanted) else {
        return []
      }
      return matchesOfProduct(
        (number / factor, left), later, meanings, leavesRest: leavesRest)
    }
    var found: [Way] = []
    func note(
      _ table: inout TermTable, _ taken: TermNumber,
      _ left: (Fraction, [Power])
    ) {
      for way in table.matches(taken, form.base, meanings) {
        found += table.matchesOfProduct(
          left, later, way, leavesRest: leavesRest)
      }
    }
    for (taken, left) in remains(of: subject, for: form, isLast: later.isEmpty)
    {
      note(&self, taken, left)
    }
    for place in powers.indices {
      if found.count >= TermTable.ways { break }
      let power = powers[place]
      guard power.exponent.signum() == form.exponent.signum() else { continue }
      for taken in exponents(power.exponent, form.exponent) {
        var left = powers
        left[place].exponent -= taken
        if left[place].exponent == 0 { left.remove(at: place) }
        let whole = product(
          .one,
          [Power(base: power.base, exponent: taken / form.exponent)])
        note(&self, whole, (number, left))
      }
    }
    return Array(found.prefix(TermTable.ways))
  }

  /// What the last letter of a product takes: all that is left, be it nothing.
  private mutating func remains(
    of subject: (number: Fraction, powers: [Power]), for form: Power,
    isLast: Bool
  ) -> [(taken: TermNumber, left: (Fraction, [Power]))] {
    let (number, powers) = subject
    guard isLast, isLetter(form.base), abs(form.exponent) == 1 else {
      return []
    }
    if form.exponent > 0 { return [(product(number, powers), (.one, []))] }
    let below = powers.filter { $0.exponent < 0 }
    guard !below.isEmpty else { return [] }
    let taken = below.map { Power(base: $0.base, exponent: -$0.exponent) }
    return [
      (product(.one, taken), (number, powers.filter { $0.exponent > 0 }))
    ]
  }

  /// How much of a power may be seen as a power with another exponent.
  private func exponents(_ whole: Int, _ form: Int) -> [Int] {
    guard abs(whole) >= abs(form) else { return [] }
    return whole % form == 0 && whole != form ? [whole, form] : [form]
  }
}

extension [TermTable.Power] {
  /// What is left when other powers are taken away, all of which are there.
  fileprivate func removing(_ others: [TermTable.Power]) -> [TermTable.Power]? {
    var left = self
    for other in others {
      guard
        let place = left.firstIndex(where: {
          $0.base == other.base
            && $0.exponent.signum() == other.exponent.signum()
            && abs($0.exponent) >= abs(other.exponent)
        })
      else { return nil }
      left[place].exponent -= other.exponent
      if left[place].exponent == 0 { left.remove(at: place) }
    }
    return left
  }
}
