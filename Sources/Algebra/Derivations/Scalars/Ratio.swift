/// A whole number over another, without rounding.
struct Ratio: Hashable {
  let above: Int
  /// At least 1, with no divisor in common with what stands above.
  let below: Int
  /// Whether it is written with a decimal point.
  let isDecimal: Bool

  static let one = Ratio(1)

  init(_ whole: Int) {
    (above, below, isDecimal) = (whole, 1, false)
  }

  /// Nothing comes of a number too large for it, and of a division by 0.
  init?(_ above: Int, over below: Int, isDecimal: Bool = false) {
    guard below != 0, Ratio.limit.contains(above), Ratio.limit.contains(below)
    else { return nil }
    let divisor = Ratio.commonDivisor(above.magnitude, below.magnitude)
    let sign = below < 0 ? -1 : 1
    self.above = sign * above / Int(divisor)
    self.below = sign * below / Int(divisor)
    self.isDecimal = isDecimal
  }

  /// Reads a numeral of a few digits.
  init?(_ numeral: Numeral) {
    var scale = 1
    while scale <= 1_000_000 {
      let whole = numeral.value * Double(scale)
      guard whole < 1e9 else { return nil }
      if Double(Int(whole.rounded())) / Double(scale) == numeral.value {
        self.init(
          Int(whole.rounded()), over: scale,
          isDecimal: numeral.text.contains("."))
        return
      }
      scale *= 10
    }
    return nil
  }

  private static let limit = -1_000_000_000...1_000_000_000

  /// The largest number that divides both.
  static func commonDivisor(_ left: UInt, _ right: UInt) -> UInt {
    right == 0 ? max(left, 1) : commonDivisor(right, left % right)
  }

  var isNegative: Bool { above < 0 }
  var isZero: Bool { above == 0 }
  var magnitude: Ratio { isNegative ? negated : self }
  var negated: Ratio { Ratio(-1, self) }

  /// The number times a sign.
  private init(_ sign: Int, _ other: Ratio) {
    (above, below) = (sign * other.above, other.below)
    isDecimal = other.isDecimal
  }

  var inverse: Ratio? { Ratio(below, over: above, isDecimal: isDecimal) }

  func times(_ other: Ratio) -> Ratio? {
    Ratio(
      above * other.above, over: below * other.below,
      isDecimal: isDecimal || other.isDecimal)
  }

  func plus(_ other: Ratio) -> Ratio? {
    Ratio(
      above * other.below + other.above * below, over: below * other.below,
      isDecimal: isDecimal || other.isDecimal)
  }

  /// A whole power that is small enough to be written out.
  func raised(to exponent: Int) -> Ratio? {
    guard (0...6).contains(exponent) else { return nil }
    var power = Ratio.one
    for _ in 0..<exponent {
      guard let next = power.times(self) else { return nil }
      power = next
    }
    return power
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
    let whole = String(above.magnitude * UInt(scale / below))
    let padded = String(repeating: "0", count: max(digits + 1 - whole.count, 0))
    let text = padded + whole
    return .decimal("\(text.dropLast(digits)).\(text.suffix(digits))")
  }
}
