import Matrices

/// A function of one number, applied to every entry.
///
/// Its slope is written in the language itself, in `x`, which is what goes
/// in, and `y`, which is what comes out: `y * (1 - y)` for the sigmoid. So
/// the slope that is shown is the slope that is computed.
public struct Elementwise: Sendable {
  /// The value at a number.
  public let value: @Sendable (Double) -> Double
  /// The slope in `x` and `y` as it is shown.
  public let slope: Expression
  /// The slope in `x` and `y` as it is computed, where the one that is shown
  /// loses digits; it has the same value.
  public let stableSlope: Expression?
  /// The numbers for which the function is defined.
  public let domain: Domain
  /// The numbers at which it has no slope.
  public let kinks: [Double]
  /// Whether the value at a kink is a convention, which the arithmetic holds.
  public let choosesAtKink: Bool
  /// The value in `x`, where the function is written in the language.
  public let definition: Expression?
  /// The value in `x` by functions that an arithmetic without rounding knows:
  /// exp, ln, sqrt, step and the four operations.
  public let exact: Expression?
  /// Whether it stands for any smooth function, so that nothing may be
  /// concluded from its values.
  public let isUnknown: Bool
  /// The functions that the slope and the definition call; those of the
  /// language where absent.
  public let functions: [Name: Function]?

  public init(
    slope: Expression, stableSlope: Expression? = nil, domain: Domain = .all,
    kinks: [Double] = [], choosesAtKink: Bool = false,
    definition: Expression? = nil, exact: Expression? = nil,
    isUnknown: Bool = false, functions: [Name: Function]? = nil,
    value: @escaping @Sendable (Double) -> Double
  ) {
    self.value = value
    self.slope = slope
    self.stableSlope = stableSlope
    self.domain = domain
    self.kinks = kinks
    self.choosesAtKink = choosesAtKink
    self.definition = definition
    self.exact = exact
    self.isUnknown = isUnknown
    self.functions = functions
  }

  /// What goes in, in a slope.
  public static let input: Name = "x"
  /// What comes out, in a slope.
  public static let output: Name = "y"

  /// Returns the value at a number under a convention.
  ///
  /// - Parameters:
  ///   - number: What goes in.
  ///   - choice: The value at a kink, where it is a convention.
  /// - Returns: What comes out.
  public func value(at number: Double, choosing choice: Double) -> Double {
    choosesAtKink && kinks.contains(number) ? choice : value(number)
  }

  /// A set of numbers.
  public enum Domain: Hashable, Sendable {
    case all
    case positive
    case notNegative
    case notZero
    /// All numbers that are larger.
    case above(Double)
    case closed(Double, Double)

    public func contains(_ number: Double) -> Bool {
      switch self {
      case .all: true
      case .positive: number > 0
      case .notNegative: number >= 0
      case .notZero: number != 0
      case .above(let low): low < number
      case .closed(let low, let high): low <= number && number <= high
      }
    }
  }
}
