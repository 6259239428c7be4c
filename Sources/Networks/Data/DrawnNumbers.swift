import Algebra

/// Numbers that are drawn one after the other, from some generator.
public protocol DrawnNumbers: Sendable {
  /// Draws a number between two, all of them equally likely.
  mutating func between(_ low: Double, _ high: Double) -> Double

  /// Draws a number around 0 with the deviation 1.
  mutating func bell() -> Double
}

extension SeededNumbers: DrawnNumbers {}
