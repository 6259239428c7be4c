import Matrices

@testable import Algebra

/// Doubles that leave everything to the defaults, as the numbers of a verifier
/// would, and that may have no order.
struct PlainArithmetic: ElementaryArithmetic {
  struct Number: Sendable {
    var value: Double
  }

  var isOrdered = true
  let zero = Number(value: 0)
  let one = Number(value: 1)

  func add(_ left: Number, _ right: Number) -> Number {
    Number(value: left.value + right.value)
  }

  func subtract(_ left: Number, _ right: Number) -> Number {
    Number(value: left.value - right.value)
  }

  func multiply(_ left: Number, _ right: Number) -> Number {
    Number(value: left.value * right.value)
  }

  func negate(_ number: Number) -> Number { Number(value: -number.value) }

  func divide(_ left: Number, _ right: Number) -> Number {
    Number(value: left.value / right.value)
  }

  func number(_ numeral: Numeral) -> Number { Number(value: numeral.value) }

  func number(_ value: Double) -> Number { Number(value: value) }

  func apply(
    _ function: Function, primes: Int, to argument: Number
  ) throws -> Number {
    Number(
      value: try RealArithmetic().apply(
        function, primes: primes, to: argument.value))
  }

  mutating func power(_ base: Number, _ exponent: Number) throws -> Number {
    guard let whole = Int(exactly: exponent.value) else {
      return Number(value: .nan)
    }
    return try power(base, whole: whole)
  }

  func isLess(_ left: Number, _ right: Number) -> Bool {
    left.value < right.value
  }

  func isEqual(_ left: Number, _ right: Number) -> Bool {
    left.value == right.value
  }

  func double(_ number: Number) -> Double { number.value }
}
