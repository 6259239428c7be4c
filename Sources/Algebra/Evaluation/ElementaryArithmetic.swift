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

  /// The double that the number would be shown as.
  func double(_ number: Number) -> Double
}
