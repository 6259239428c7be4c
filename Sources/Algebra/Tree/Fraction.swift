/// A fraction of whole numbers in lowest terms.
///
/// One that is too large to hold becomes `tooLarge` and stays it.
struct Fraction: Hashable {
  let numerator: Int
  /// Positive, or 0 where the fraction is too large to hold.
  let denominator: Int

  static let zero = Fraction(0)
  static let one = Fraction(1)
  static let tooLarge = Fraction(raw: 0, 0)

  init(_ number: Int) {
    self.init(raw: number, 1)
  }

  private init(raw numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  init(_ numerator: Int, over denominator: Int) {
    let size = Int(Int32.max)
    let divisor = Fraction.commonDivisor(numerator, denominator)
    guard divisor != 0, denominator != 0, abs(numerator / divisor) <= size,
      abs(denominator / divisor) <= size
    else {
      self = .tooLarge
      return
    }
    let sign = denominator < 0 ? -1 : 1
    self.init(
      raw: sign * numerator / divisor, sign * denominator / divisor)
  }

  /// The decimal that a numeral spells, where it is short.
  init?(_ numeral: Numeral) {
    var scale = 1
    for _ in 0..<7 {
      let scaled = numeral.value * Double(scale)
      guard scaled < 1e9 else { return nil }
      if let whole = Int(exactly: scaled.rounded()),
        Double(whole) / Double(scale) == numeral.value
      {
        self.init(whole, over: scale)
        return
      }
      scale *= 10
    }
    return nil
  }

  /// The largest whole number that divides both; 0 where both are 0.
  static func commonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? abs(left) : commonDivisor(right, left % right)
  }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.numerator,
      over: left.denominator * right.denominator)
  }

  static func / (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator,
      over: left.denominator * right.numerator)
  }

  static prefix func - (number: Fraction) -> Fraction {
    Fraction(raw: -number.numerator, number.denominator)
  }

  func raised(to exponent: Int) -> Fraction {
    guard abs(exponent) <= 64 else { return self == .one ? .one : .tooLarge }
    let base = exponent < 0 ? Fraction.one / self : self
    return (0..<abs(exponent)).reduce(.one) { power, _ in power * base }
  }

  var magnitude: Fraction { isNegative ? -self : self }
  var isNegative: Bool { numerator < 0 }
  var isWhole: Bool { denominator == 1 }
}
