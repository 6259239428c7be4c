/// Whether two terms are equal by the algebra of fractions alone.
extension TermTable {
  /// Sums of more terms are not multiplied out.
  private static let addendLimit = 200

  /// Whether brackets multiplied out over one denominator are the same.
  mutating func areEqualAsRatios(_ left: TermNumber, _ right: TermNumber)
    -> Bool
  {
    if left == right { return true }
    let (first, second) = (ratio(left), ratio(right))
    guard
      let one = expanded(product([first.above, second.below])),
      let other = expanded(product([second.above, first.below]))
    else { return false }
    return one == other
  }

  private mutating func ratio(_ term: TermNumber) -> (
    above: TermNumber, below: TermNumber
  ) {
    let one = self.term(1)
    switch nodes[term] {
    case .sum(let addends):
      var whole = (above: self.term(0), below: one)
      for addend in addends {
        let part = ratio(addend.term)
        let above = scaled(addend.factor, part.above)
        if part.below == whole.below {
          whole.above = sum([whole.above, above])
        } else {
          whole = (
            sum([
              product([whole.above, part.below]),
              product([above, whole.below]),
            ]), product([whole.below, part.below])
          )
        }
      }
      return whole
    case .product(let number, let powers):
      var above: [Power] = []
      var below: [Power] = []
      for power in powers {
        let part = ratio(power.base)
        let (top, bottom) =
          power.exponent > 0
          ? (part.above, part.below) : (part.below, part.above)
        above.append(Power(base: top, exponent: abs(power.exponent)))
        below.append(Power(base: bottom, exponent: abs(power.exponent)))
      }
      return (product(number, above), product(.one, below))
    default: return (term, one)
    }
  }

  /// The term with every bracket multiplied out, or nothing where that is
  /// too long.
  private mutating func expanded(_ term: TermNumber) -> TermNumber? {
    switch nodes[term] {
    case .sum(let addends):
      var whole: [Addend] = []
      for addend in addends {
        guard let part = expanded(addend.term) else { return nil }
        whole.append(Addend(factor: addend.factor, term: part))
      }
      return sum(whole)
    case .product(let number, let powers):
      var whole = self.term(number)
      for power in powers {
        guard let base = expanded(power.base) else { return nil }
        let isBracket = addends(of: base).count > 1
        let times =
          isBracket && (1...6).contains(power.exponent)
          ? power.exponent : 1
        let factor =
          times == 1 && power.exponent != 1
          ? product(.one, [Power(base: base, exponent: power.exponent)])
          : base
        for _ in 0..<times {
          guard let next = distributed(whole, factor) else { return nil }
          whole = next
        }
      }
      return whole
    default: return term
    }
  }

  private mutating func distributed(_ left: TermNumber, _ right: TermNumber)
    -> TermNumber?
  {
    let (first, second) = (addends(of: left), addends(of: right))
    guard first.count * second.count <= TermTable.addendLimit else {
      return nil
    }
    var whole: [Addend] = []
    for one in first {
      for other in second {
        whole.append(
          Addend(
            factor: one.factor * other.factor,
            term: product([one.term, other.term])))
      }
    }
    return sum(whole)
  }
}
