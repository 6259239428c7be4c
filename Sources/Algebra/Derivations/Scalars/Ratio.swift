/// A fraction, and whether it is written with a decimal point.
struct Ratio: Hashable {
  private var fraction: Fraction
  private let isDecimal: Bool

  static let one = Ratio(1)

  init(_ whole: Int) {
    (fraction, isDecimal) = (Fraction(whole), false)
  }

  /// Nothing comes of a number too large for it, and of a division by 0.
  private init?(_ fraction: Fraction, isDecimal: Bool) {
    guard fraction != .tooLarge else { return nil }
    (self.fraction, self.isDecimal) = (fraction, isDecimal)
  }

  /// Reads a numeral of a few digits.
  init?(_ numeral: Numeral) {
    guard let fraction = Fraction(numeral) else { return nil }
    self.init(fraction, isDecimal: numeral.text.contains("."))
  }

  var above: Int { fraction.numerator }
  var below: Int { fraction.denominator }

  var isNegative: Bool { fraction.isNegative }
  var isZero: Bool { fraction == .zero }
  var magnitude: Ratio { isNegative ? negated : self }

  var negated: Ratio {
    var other = self
    other.fraction = -fraction
    return other
  }

  var inverse: Ratio? { Ratio(.one / fraction, isDecimal: isDecimal) }

  func times(_ other: Ratio) -> Ratio? {
    Ratio(
      fraction * other.fraction, isDecimal: isDecimal || other.isDecimal)
  }

  func plus(_ other: Ratio) -> Ratio? {
    Ratio(
      fraction + other.fraction, isDecimal: isDecimal || other.isDecimal)
  }

  /// A whole power that is small enough to be written out.
  func raised(to exponent: Int) -> Ratio? {
    guard (0...6).contains(exponent) else { return nil }
    return Ratio(
      fraction.raised(to: exponent), isDecimal: isDecimal && exponent > 0)
  }

  /// The decimal spelling of its size, where it ends after a few digits.
  var decimal: Expression? {
    guard isDecimal else { return nil }
    var scale = 1
    var digits = 0
    while scale % below != 0 {
      guard digits < 6 else { return nil }
      scale *= 10
      digits += 1
    }
    guard digits > 0 else { return nil }
    let whole = String(abs(above) * (scale / below))
    let padded = String(repeating: "0", count: max(digits + 1 - whole.count, 0))
    let text = padded + whole
    return .decimal("\(text.dropLast(digits)).\(text.suffix(digits))")
  }
}
