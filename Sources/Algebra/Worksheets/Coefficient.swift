/// The constant in front of a term: a number, sizes and constants, above and
/// below a fraction bar.
struct Coefficient: Equatable {
  var number = Fraction.one
  var above: [Expression] = []
  var below: [Expression] = []

  var isNegative: Bool { number.isNegative }

  /// The constant as an expression, its sign left out; nothing where it is 1.
  var expression: Expression? {
    let (numerator, denominator) = (abs(number.numerator), number.denominator)
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
    let all = Coefficient.factor(number) + factors
    guard let first = all.first else { return nil }
    return all.dropFirst().reduce(first) { $0.times($1) }
  }

  static func * (left: Coefficient, right: Coefficient) -> Coefficient {
    var product = Coefficient(
      number: left.number * right.number,
      above: left.above + right.above, below: left.below + right.below)
    if product.number == .tooLarge {
      // Numbers too large to be one stay two.
      product.number = right.isNegative ? -left.number : left.number
      product.above += Coefficient.factor(abs(right.number.numerator))
      product.below += Coefficient.factor(right.number.denominator)
    }
    return product.reduced
  }

  private static func factor(_ number: Int) -> [Expression] {
    number == 1 ? [] : [.number(Numeral(number))]
  }

  var inverse: Coefficient {
    Coefficient(number: .one / number, above: below, below: above)
  }

  /// The constant without its sign.
  var magnitude: Coefficient {
    Coefficient(number: number.magnitude, above: above, below: below)
  }

  var negated: Coefficient {
    Coefficient(number: -number, above: above, below: below)
  }

  /// The same constant with what stands above and below taken away.
  private var reduced: Coefficient {
    var result = self
    for factor in above {
      guard let place = result.below.firstIndex(of: factor),
        let other = result.above.firstIndex(of: factor)
      else { continue }
      result.below.remove(at: place)
      result.above.remove(at: other)
    }
    return result
  }
}
