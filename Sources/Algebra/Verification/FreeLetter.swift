/// A letter in an equality that stands for any value of its shape.
public struct FreeLetter: Hashable, Sendable {
  public let name: Name
  public let shape: SymbolicShape
  /// The numbers that its entries may be.
  public let domain: Elementwise.Domain

  public init(
    _ name: Name, _ shape: SymbolicShape = .scalar,
    domain: Elementwise.Domain = .all
  ) {
    self.name = name
    self.shape = shape
    self.domain = domain
  }
}

extension Elementwise.Domain {
  /// The numbers below 0.
  public static let negative = Elementwise.Domain.closed(
    -Double.infinity, -Double.leastNonzeroMagnitude)

  /// A number of the domain, made from any number.
  ///
  /// - Parameters:
  ///   - number: Drawn between `-scale` and `scale`.
  ///   - scale: The largest number drawn.
  /// - Returns: A number that the domain holds.
  func number(near number: Double, scale: Double) -> Double {
    switch self {
    case .all: return number
    case .positive, .notNegative: return abs(number)
    case .notZero: return number == 0 ? scale : number
    case .above(let low): return low + abs(number)
    case .closed(let low, let high):
      guard low.isFinite else {
        return high.isFinite ? high - abs(number) : number
      }
      guard high.isFinite else { return low + abs(number) }
      return low + (high - low) * (number / scale + 1) / 2
    }
  }

  private func abs(_ number: Double) -> Double { number.magnitude }
}
