/// A number known by what it leaves after division by two primes.
///
/// The second residue is what an exponent needs: powers of one base modulo a
/// prime p depend on the exponent modulo the order of the base, which is
/// another number. It is missing where a number came of a power.
struct Residue: Hashable, Sendable {
  /// Modulo ``PrimeField/large``.
  let value: UInt64
  /// Modulo ``PrimeField/exponents``.
  let exponent: UInt64?
  /// Whether a value that was drawn, or one of two roots, has a part in it.
  ///
  /// Two that differ and of which this is not so show that formulas differ.
  let isDrawn: Bool

  init(_ value: UInt64, exponent: UInt64?, isDrawn: Bool = false) {
    self.value = value
    self.exponent = exponent
    self.isDrawn = isDrawn
  }

  init(_ number: Int) {
    value = PrimeField.large.residue(number)
    exponent = PrimeField.exponents.residue(number)
    isDrawn = false
  }

  static let zero = Residue(0, exponent: 0)
  static let one = Residue(1, exponent: 1)

  /// Both residues put together with those of another number.
  func combined(
    with other: Residue,
    _ combine: (PrimeField) -> (UInt64, UInt64) -> UInt64
  ) -> Residue {
    var rest: UInt64?
    if let left = exponent, let right = other.exponent {
      rest = combine(.exponents)(left, right)
    }
    return Residue(
      combine(.large)(value, other.value), exponent: rest,
      isDrawn: isDrawn || other.isDrawn)
  }

  static func + (left: Residue, right: Residue) -> Residue {
    left.combined(with: right, PrimeField.add)
  }

  static func - (left: Residue, right: Residue) -> Residue {
    left.combined(with: right, PrimeField.subtract)
  }

  static func * (left: Residue, right: Residue) -> Residue {
    left.combined(with: right, PrimeField.multiply)
  }

  static prefix func - (number: Residue) -> Residue { zero - number }

  /// One over the number, or nothing for 0.
  var inverse: Residue? {
    guard let inverse = PrimeField.large.inverse(value) else { return nil }
    return Residue(
      inverse, exponent: exponent.flatMap(PrimeField.exponents.inverse),
      isDrawn: isDrawn)
  }

  /// Whether the number stands for a positive one: whether it is a square.
  ///
  /// Products have signs as products of real numbers do, −1 is negative, and
  /// so is one of every pair u and −u.
  var isPositive: Bool { PrimeField.large.isSquare(value) }

  /// The whole number that it is, where that is small.
  var whole: Int? {
    let limit: UInt64 = 1 << 31
    let field = PrimeField.large
    let isNegative = value > field.modulus - limit
    guard value < limit || isNegative else { return nil }
    let number =
      isNegative ? -Int(field.modulus - value) : Int(value)
    return Residue(number).exponent == exponent ? number : nil
  }

  /// The positive root, or nothing for a number that has none.
  var root: Residue? {
    if value == 0 { return .zero }
    guard isPositive else { return nil }
    // p leaves 3 after division by 4, so a power is a root.
    let field = PrimeField.large
    let root = field.power(value, (field.modulus + 1) / 4)
    return Residue(
      field.isSquare(root) ? root : field.negate(root), exponent: nil,
      isDrawn: true)
  }

  /// e to the power of the number, where its exponent is known.
  var power: Residue? {
    guard let exponent else { return nil }
    return Residue(
      PrimeField.large.power(4, exponent), exponent: nil, isDrawn: isDrawn)
  }
}

extension Residue {
  /// The fraction that a decimal is, without rounding.
  init?(decimal text: String) {
    var digits = Residue.zero
    var places = 0
    var isBehindPoint = false
    var rest = Substring(text)
    while let character = rest.first, character != "e", character != "E" {
      rest.removeFirst()
      if character == "." {
        isBehindPoint = true
      } else {
        guard let digit = character.wholeNumberValue else { return nil }
        digits = digits * Residue(10) + Residue(digit)
        if isBehindPoint { places -= 1 }
      }
    }
    if !rest.isEmpty {
      guard let exponent = Int(rest.dropFirst()), exponent.magnitude < 5000
      else { return nil }
      places += exponent
    }
    guard let number = digits.scaled(by: 10, places) else { return nil }
    self = number
  }

  /// The number that a double is, without rounding.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    if let whole = Int(exactly: number) {
      self.init(whole)
      return
    }
    let mantissa = Residue(
      Int(number.significand * 0x1p52) * (number < 0 ? -1 : 1))
    guard let result = mantissa.scaled(by: 2, Int(number.exponent) - 52)
    else { return nil }
    self = result
  }

  /// The number times a power.
  private func scaled(by base: Int, _ exponent: Int) -> Residue? {
    var factor = Residue.one
    for _ in 0..<exponent.magnitude { factor = factor * Residue(base) }
    guard exponent < 0 else { return self * factor }
    return factor.inverse.map { self * $0 }
  }
}
