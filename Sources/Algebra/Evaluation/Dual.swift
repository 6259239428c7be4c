import Matrices

/// A number and how fast it changes.
public struct Dual: Hashable, Sendable {
  public var value: Double
  /// The slope of the value in whatever is nudged.
  public var tangent: Double

  public init(_ value: Double, tangent: Double = 0) {
    self.value = value
    self.tangent = tangent
  }
}

/// The arithmetic of dual numbers, which finds the value and its slope in
/// one direction together.
///
/// Shapes: entry by entry those of the values.
public struct DualArithmetic: Arithmetic, Sendable {
  /// The slope taken where a function has a kink.
  public var slopeAtKink: Double
  /// The kinks that were hit exactly, where the slope is a convention.
  public var kinks: Set<Kink>

  public init(slopeAtKink: Double = 0) {
    self.slopeAtKink = slopeAtKink
    kinks = []
  }

  /// A place without a slope.
  public enum Kink: Hashable, Sendable {
    case function(Name, at: Double)
    /// Two numbers that were compared are equal.
    case tie(at: Double)
  }

  public var zero: Dual { Dual(0) }

  public var one: Dual { Dual(1) }

  public func add(_ left: Dual, _ right: Dual) -> Dual {
    Dual(left.value + right.value, tangent: left.tangent + right.tangent)
  }

  public func subtract(_ left: Dual, _ right: Dual) -> Dual {
    Dual(left.value - right.value, tangent: left.tangent - right.tangent)
  }

  public func multiply(_ left: Dual, _ right: Dual) -> Dual {
    Dual(
      left.value * right.value,
      tangent: Dual.slope(right.value, left.tangent)
        + Dual.slope(left.value, right.tangent))
  }

  public func negate(_ number: Dual) -> Dual {
    Dual(-number.value, tangent: -number.tangent)
  }

  public func divide(_ left: Dual, _ right: Dual) -> Dual {
    let quotient = left.value / right.value
    let change = left.tangent - Dual.slope(quotient, right.tangent)
    return Dual(quotient, tangent: change == 0 ? 0 : change / right.value)
  }
}

extension Dual {
  /// A slope times a tangent; what does not change adds nothing, however
  /// steep the slope is.
  static func slope(_ slope: Double, _ tangent: Double) -> Double {
    tangent == 0 ? 0 : slope * tangent
  }
}
