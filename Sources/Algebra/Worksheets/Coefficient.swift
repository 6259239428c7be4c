/// The constant in front of a term: a sign, whole numbers, sizes and
/// constants, above and below a fraction bar.
struct Coefficient: Equatable {
  var isNegative = false
  var numerator = 1
  var denominator = 1
  var above: [Expression] = []
  var below: [Expression] = []

  /// The constant as an expression, its sign left out; nothing where it is 1.
  var expression: Expression? {
    if numerator == 1, above.isEmpty, below.isEmpty,
      let half = Coefficient.simpleFraction(denominator)
    {
      return half
    }
    let top = product(numerator, above)
    guard denominator != 1 || !below.isEmpty else { return top }
    return (top ?? 1).over(product(denominator, below) ?? 1)
  }

  private static func simpleFraction(_ denominator: Int) -> Expression? {
    switch denominator {
    case 2: .decimal("½")
    case 4: .decimal("¼")
    default: nil
    }
  }

  private func product(_ number: Int, _ factors: [Expression]) -> Expression? {
    let numbers = number == 1 ? [] : [Expression.number(Numeral(number))]
    let all = numbers + factors
    guard let first = all.first else { return nil }
    return all.dropFirst().reduce(first) { $0.times($1) }
  }

  static func * (left: Coefficient, right: Coefficient) -> Coefficient {
    Coefficient(
      isNegative: left.isNegative != right.isNegative,
      numerator: left.numerator * right.numerator,
      denominator: left.denominator * right.denominator,
      above: left.above + right.above, below: left.below + right.below
    ).reduced
  }

  var inverse: Coefficient {
    Coefficient(
      isNegative: isNegative, numerator: denominator,
      denominator: numerator, above: below, below: above)
  }

  /// The constant without its sign.
  var magnitude: Coefficient {
    var other = self
    other.isNegative = false
    return other
  }

  var negated: Coefficient {
    var other = self
    other.isNegative.toggle()
    return other
  }

  /// The same constant with what stands above and below taken away.
  private var reduced: Coefficient {
    var result = self
    let divisor = greatestCommonDivisor(numerator, denominator)
    result.numerator /= divisor
    result.denominator /= divisor
    for factor in above {
      guard let place = result.below.firstIndex(of: factor),
        let other = result.above.firstIndex(of: factor)
      else { continue }
      result.below.remove(at: place)
      result.above.remove(at: other)
    }
    return result
  }

  private func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? max(left, 1) : greatestCommonDivisor(right, left % right)
  }
}
