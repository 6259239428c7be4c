/// The whole numbers modulo a prime below 2⁶².
struct PrimeField: Sendable {
  let modulus: UInt64

  /// Below 2⁶², a safe prime: twice another prime and one.
  ///
  /// Besides, every prime up to 71 is a square modulo it and −1 is none, so
  /// that being a square can stand for being positive.
  static let large = PrimeField(modulus: 4_611_682_641_638_752_319)

  /// The other prime, which is the order of the squares modulo the large one.
  static let exponents = PrimeField(modulus: (large.modulus - 1) / 2)

  func add(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let sum = left &+ right
    return sum >= modulus ? sum &- modulus : sum
  }

  func subtract(_ left: UInt64, _ right: UInt64) -> UInt64 {
    left >= right ? left &- right : left &+ (modulus &- right)
  }

  func negate(_ number: UInt64) -> UInt64 {
    number == 0 ? 0 : modulus &- number
  }

  func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return modulus.dividingFullWidth(product).remainder
  }

  func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var result: UInt64 = 1
    var square = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, square) }
      rest >>= 1
      if rest > 0 { square = multiply(square, square) }
    }
    return result
  }

  /// The number by which a product is 1, or nothing for 0.
  func inverse(_ number: UInt64) -> UInt64? {
    number == 0 ? nil : power(number, modulus - 2)
  }

  /// Whether the number is the square of another one that is not 0.
  func isSquare(_ number: UInt64) -> Bool {
    power(number, (modulus - 1) / 2) == 1
  }

  func residue(_ number: Int) -> UInt64 {
    let rest = UInt64(number.magnitude) % modulus
    return number < 0 ? negate(rest) : rest
  }
}
