import Matrices
import RealModule

/// The arithmetic of doubles with a running bound on what was lost by
/// rounding.
///
/// Source: Higham, *Accuracy and Stability of Numerical Algorithms* (2002),
/// section 3.3.
struct BoundedArithmetic: ElementaryArithmetic {
  private let real: RealArithmetic
  /// Whether a branch was taken that rounding may have decided.
  private(set) var isUnsure = false
  /// Whether a function was given a number for which it is not defined.
  private(set) var leftDomain = false

  init(slopeAtKink: Double) {
    real = RealArithmetic(slopeAtKink: slopeAtKink)
  }

  /// Leaves behind what happened so far.
  mutating func forget() {
    isUnsure = false
    leftDomain = false
  }

  var zero: Bounded { Bounded(0) }
  var one: Bounded { Bounded(1) }

  func number(_ numeral: Numeral) -> Bounded {
    let value = numeral.value
    return Int(exactly: value) == nil
      ? Bounded(rounded: value, parts: 0) : Bounded(value)
  }

  func number(_ value: Double) -> Bounded { Bounded(value) }

  func double(_ number: Bounded) -> Double { number.value }

  func add(_ left: Bounded, _ right: Bounded) -> Bounded {
    let sum = left.value + right.value
    let share = sum - left.value
    // What was lost, without an error of its own (Knuth).
    let lost = (left.value - (sum - share)) + (right.value - share)
    return Bounded(sum, bound: left.bound + right.bound + lost.magnitude)
  }

  func subtract(_ left: Bounded, _ right: Bounded) -> Bounded {
    add(left, negate(right))
  }

  func multiply(_ left: Bounded, _ right: Bounded) -> Bounded {
    let product = left.value * right.value
    let parts =
      share(left.bound, right.value) + share(right.bound, left.value)
      + share(left.bound, right.bound)
    if left.value == 0 || right.value == 0 {
      return Bounded(product, bound: parts)
    }
    // What was lost is a number itself, unless it is too small for one.
    let lost = (-product).addingProduct(left.value, right.value)
    let isSmall = product.magnitude < 0x1p-960
    return Bounded(
      product,
      bound: parts + lost.magnitude + (isSmall ? Bounded.smallest : 0))
  }

  /// What is exact adds nothing, even times an infinity.
  private func share(_ bound: Double, _ factor: Double) -> Double {
    bound == 0 ? 0 : bound * factor.magnitude
  }

  func negate(_ number: Bounded) -> Bounded {
    Bounded(-number.value, bound: number.bound)
  }

  mutating func divide(_ left: Bounded, _ right: Bounded) -> Bounded {
    let size = right.value.magnitude - right.bound
    guard size > 0 else {
      if right.value == 0, right.bound == 0 { leftDomain = true }
      return Bounded(left.value / right.value, bound: .infinity)
    }
    let quotient = left.value / right.value
    // Nothing is lost of 0; it did not become so by being small.
    if left.value == 0, left.bound == 0 { return Bounded(quotient) }
    return Bounded(
      rounded: quotient,
      parts: (left.bound + share(right.bound, quotient)) / size)
  }

  mutating func isLess(_ left: Bounded, _ right: Bounded) -> Bool {
    compare(left, right)
    return left.value < right.value
  }

  mutating func isEqual(_ left: Bounded, _ right: Bounded) -> Bool {
    compare(left, right)
    return left.value == right.value
  }

  private mutating func compare(_ left: Bounded, _ right: Bounded) {
    let bound = left.bound + right.bound
    let gap = (left.value - right.value).magnitude
    if bound > 0, !(gap > 8 * bound) { isUnsure = true }
  }

  mutating func power(
    _ base: Bounded, _ exponent: Bounded
  ) throws -> Bounded {
    if exponent.bound == 0, let whole = Int(exactly: exponent.value),
      whole.magnitude <= 64
    {
      return try power(base, whole: whole)
    }
    let value = real.power(base.value, exponent.value)
    if value.isNaN, base.value.isFinite, exponent.value.isFinite,
      base.value + base.bound < 0
    {
      leftDomain = true
    }
    guard base.value > base.bound else {
      return Bounded(value, bound: base.value == 0 ? 0 : .infinity)
    }
    let change =
      base.bound * (exponent.value / base.value).magnitude
      + exponent.bound * Double.log(base.value).magnitude
    return rounded(value, parts: change * value.magnitude)
  }

  // MARK: - Functions

  mutating func apply(
    _ function: Function, primes: Int, to argument: Bounded
  ) throws -> Bounded {
    try apply(function, primes: primes, toEach: Matrix(scalar: argument))
      .storage[0]
  }

  mutating func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Bounded>
  ) throws -> Matrix<Bounded> {
    guard let elementwise = function.elementwise else {
      throw ExpressionFault(.primesOnMany(function.name))
    }
    // Its own error is not known where a formula is behind it.
    if primes > 0 {
      let law = try elementwise.slope(
        order: primes, of: function.name, stable: true)
      return try values(of: law, elementwise, of: function, at: matrix)
    }
    if let law = elementwise.definition {
      return try values(of: law, elementwise, of: function, at: matrix)
    }
    let value = try real.law(of: function, primes: 0)
    let slope = try real.law(of: function, primes: 1)
    return matrix.map { number in
      guard elementwise.domain.contains(number.value) else {
        let reach = 8 * number.bound
        let mayHaveValue =
          elementwise.domain.contains(number.value + reach)
          || elementwise.domain.contains(number.value - reach)
        if number.value.isFinite, !mayHaveValue { leftDomain = true }
        return .undefined
      }
      return spread(number, value, slope, elementwise.kinks)
    }
  }

  /// The value of a function whose own error is a few units in the last
  /// place, at a number that is not quite known.
  private func spread(
    _ number: Bounded, _ value: (Double) -> Double,
    _ slope: (Double) -> Double, _ kinks: [Double]
  ) -> Bounded {
    let result = value(number.value)
    guard number.bound > 0 else {
      return Bounded.isExact(result, of: number.value, kinks)
        ? Bounded(result) : rounded(result, parts: 0)
    }
    let reach = 8 * number.bound
    guard kinks.contains(where: { (number.value - $0).magnitude <= reach })
    else {
      var parts = share(number.bound, slope(number.value))
      if number.bound > 1e-6 * (1 + number.value.magnitude) {
        // Too far for the slope at one place to tell.
        for step in [-1, -0.5, 0.5, 1] {
          let gap = value(number.value + step * number.bound) - result
          parts = max(parts, 2 * gap.magnitude)
        }
      }
      // A branch that is flat, or gives back the number, loses nothing.
      if Bounded.isExact(result, of: number.value, kinks), !kinks.isEmpty {
        return Bounded(result, bound: parts)
      }
      return rounded(result, parts: parts)
    }
    // Which side of the kink it is on is not known; a root ends there.
    let above = value(number.value + 2 * reach)
    let below = value(number.value - 2 * reach)
    let gap = below.isNaN ? above : above - below
    return rounded(result, parts: gap.magnitude)
  }

  private func rounded(_ value: Double, parts: Double) -> Bounded {
    Bounded(
      value,
      bound: parts + 8 * Bounded.unit * value.magnitude + Bounded.smallest)
  }
}
