import Matrices

/// Numbers of some kind with the elementary functions: doubles, dual
/// numbers, and whatever a verifier may want.
///
/// A value of the type carries what the computation needs beside the numbers,
/// such as which slope is taken at a kink and which kinks were met.
public protocol ElementaryArithmetic: Arithmetic {
  /// The number that a numeral stands for.
  mutating func number(_ numeral: Numeral) -> Number

  /// The number that a double stands for.
  mutating func number(_ value: Double) -> Number

  /// A function of one number, or a derivative of it.
  mutating func apply(
    _ function: Function, primes: Int, to argument: Number
  ) throws -> Number

  mutating func power(_ base: Number, _ exponent: Number) throws -> Number

  /// Whether the first number is the smaller one, which decides a branch.
  mutating func isLess(_ left: Number, _ right: Number) -> Bool

  mutating func isEqual(_ left: Number, _ right: Number) -> Bool

  /// The double that the number would be shown as.
  func double(_ number: Number) -> Double

  /// Whether the numbers have an order that `double` tells, so that the
  /// largest of them can be taken out of a sum of exponentials.
  var isOrdered: Bool { get }

  // MARK: - Whole matrices
  //
  // These follow from the above. An arithmetic that can do better with all
  // entries at once says so here.

  /// A function of each entry, or a derivative of it.
  mutating func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Number>
  ) throws -> Matrix<Number>

  /// Two values joined entry by entry, where a single entry joins every one,
  /// and in a sum or difference a column joins every column.
  mutating func join(
    _ sign: BinaryOperator, _ left: Matrix<Number>, _ right: Matrix<Number>
  ) throws -> Matrix<Number>

  mutating func product(
    _ left: Matrix<Number>, _ right: Matrix<Number>
  ) throws -> Matrix<Number>
}

extension ElementaryArithmetic {
  public var isOrdered: Bool { true }

  public mutating func product(
    _ left: Matrix<Number>, _ right: Matrix<Number>
  ) throws -> Matrix<Number> {
    try left.multiplied(by: right, in: &self)
  }

  public mutating func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Number>
  ) throws -> Matrix<Number> {
    guard let elementwise = function.elementwise,
      let definition = elementwise.definition
    else {
      return try matrix.map { number throws in
        try apply(function, primes: primes, to: number)
      }
    }
    let law =
      primes == 0
      ? definition : try elementwise.slope(order: primes, of: function.name)
    return try matrix.map { number throws in
      try value(of: law, at: number, elementwise.table(knowing: function.name))
    }
  }

  /// The value of a formula in `x`, by which a function is defined.
  private mutating func value(
    of law: Expression, at number: Number, _ functions: [Name: Function]
  ) throws -> Number {
    let scope = Scope(
      shapes: [Elementwise.input: .scalar], functions: functions)
    var evaluator = Evaluator(
      scope: scope, values: [Elementwise.input: Matrix(scalar: number)],
      arithmetic: self)
    let value = try evaluator.value(of: law)
    self = evaluator.arithmetic
    return value.storage.first ?? number
  }

  /// Returns a power whose exponent is a whole number, by multiplications.
  ///
  /// - Parameters:
  ///   - base: What is multiplied.
  ///   - exponent: How often; the reciprocal is taken where it is negative.
  /// - Returns: The power; 1 where the exponent is 0.
  /// - Throws: What a division throws.
  public mutating func power(
    _ base: Number, whole exponent: Int
  ) throws -> Number {
    var result = one
    var square = base
    var rest = exponent.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, square) }
      rest >>= 1
      if rest > 0 { square = multiply(square, square) }
    }
    return exponent < 0 ? try divide(one, result) : result
  }
}
