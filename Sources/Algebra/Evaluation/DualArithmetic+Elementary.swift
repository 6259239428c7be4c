import Matrices
import RealModule

extension DualArithmetic: ElementaryArithmetic {
  public func number(_ numeral: Numeral) -> Dual { Dual(numeral.value) }

  public func number(_ value: Double) -> Dual { Dual(value) }

  public func double(_ number: Dual) -> Double { number.value }

  public mutating func isLess(_ left: Dual, _ right: Dual) -> Bool {
    noteTie(left, right)
    return left.value < right.value
  }

  public mutating func isEqual(_ left: Dual, _ right: Dual) -> Bool {
    noteTie(left, right)
    return left.value == right.value
  }

  /// Two constants that are equal stay so; no kink lies there.
  private mutating func noteTie(_ left: Dual, _ right: Dual) {
    if left.value == right.value, left.tangent != right.tangent {
      kinks.insert(.tie(at: left.value))
    }
  }

  public mutating func apply(
    _ function: Function, primes: Int, to argument: Dual
  ) throws -> Dual {
    try law(of: function, primes: primes)(argument, &kinks)
  }

  public mutating func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Dual>
  ) throws -> Matrix<Dual> {
    let law = try law(of: function, primes: primes)
    return matrix.map { law($0, &kinks) }
  }

  private func law(
    of function: Function, primes: Int
  ) throws(ExpressionFault) -> (Dual, inout Set<Kink>) -> Dual {
    guard let elementwise = function.elementwise else {
      throw ExpressionFault(.primesOnMany(function.name))
    }
    let real = RealArithmetic(slopeAtKink: slopeAtKink)
    let value = try real.law(of: function, primes: primes)
    let slope = try real.law(of: function, primes: primes + 1)
    let positions = elementwise.kinks
    return { number, kinks in
      if positions.contains(number.value) {
        kinks.insert(.function(function.name, at: number.value))
      }
      let tangent =
        number.tangent == 0 ? 0 : slope(number.value) * number.tangent
      return Dual(value(number.value), tangent: tangent)
    }
  }

  public func power(_ base: Dual, _ exponent: Dual) -> Dual {
    let value = Double.raising(base.value, to: exponent.value)
    let below = Double.raising(base.value, to: exponent.value - 1)
    let slope = exponent.value == 0 ? 0 : exponent.value * below
    return Dual(
      value,
      tangent: Dual.slope(slope, base.tangent)
        + Dual.slope(value * Double.log(base.value), exponent.tangent))
  }
}
