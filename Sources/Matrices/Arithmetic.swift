/// The numbers that matrices are computed with, and how.
///
/// The operations are methods and not static operators, because an evaluator
/// carries something along: the kinks that it met, keys of functions, a
/// running error bound.
public protocol Arithmetic {
  associatedtype Number: Sendable

  /// What a division can fail with.
  associatedtype Failure: Error = Never

  var zero: Number { get }
  var one: Number { get }

  mutating func add(_ left: Number, _ right: Number) -> Number
  mutating func subtract(_ left: Number, _ right: Number) -> Number
  mutating func multiply(_ left: Number, _ right: Number) -> Number
  mutating func negate(_ number: Number) -> Number

  mutating func divide(
    _ left: Number, _ right: Number
  ) throws(Failure) -> Number
}

/// The arithmetic of doubles, in which a division by zero gives an infinity
/// or NaN as IEEE 754 says.
public struct RealArithmetic: Arithmetic, Sendable {
  /// The slope taken where a function has a kink, such as a rectifier at 0.
  public var slopeAtKink: Double

  @inlinable
  public init(slopeAtKink: Double = 0) { self.slopeAtKink = slopeAtKink }

  @inlinable
  public var zero: Double { 0 }

  @inlinable
  public var one: Double { 1 }

  @inlinable
  public func add(_ left: Double, _ right: Double) -> Double { left + right }

  @inlinable
  public func subtract(_ left: Double, _ right: Double) -> Double {
    left - right
  }

  @inlinable
  public func multiply(_ left: Double, _ right: Double) -> Double {
    left * right
  }

  @inlinable
  public func negate(_ number: Double) -> Double { -number }

  @inlinable
  public func divide(_ left: Double, _ right: Double) -> Double {
    left / right
  }
}
