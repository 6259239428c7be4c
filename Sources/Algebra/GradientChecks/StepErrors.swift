import Matrices
import RealModule

/// How far measured slopes are from the derived ones, step by step.
///
/// A wide step leaves out how the cost bends, a narrow one divides its
/// rounding by the step.
public struct StepErrors: Sendable {
  /// The steps, from wide to narrow.
  public let steps: [Double]
  /// ‖a − n‖/(‖a‖ + ‖n‖) with two values of the cost for each slope.
  public let secondOrder: [Double]
  /// The same with four values.
  public let fourthOrder: [Double]
  /// Whether some step led over a kink.
  public let crossesKink: Bool

  /// Measures the slopes in some quantities with every step.
  ///
  /// There is nothing to be drawn where all slopes are zero, or one is not
  /// finite.
  ///
  /// - Parameters:
  ///   - subjects: The quantities that are moved.
  ///   - valuation: The worksheet with its numbers.
  /// - Throws: ``ExpressionFault`` where the work was stopped.
  public init?(_ subjects: [Name], in valuation: Valuation) throws {
    var lines: [(differences: Differences, direction: Matrix<Double>)] = []
    var slopes: [Double] = []
    var crosses = false
    for subject in subjects {
      guard let probe = try Probe(subject, in: valuation),
        let slope = valuation.values[valuation.worksheet.adjoint(of: subject)]
      else { continue }
      let differences = try Differences(probe)
      for direction in Self.directions(of: probe) {
        lines.append((differences, direction))
        slopes.append(zip(slope.storage, direction.storage).map(*).sum)
        let widest = try differences.crossesKink(along: direction, step: 0.1)
        crosses = crosses || widest
      }
    }
    guard slopes.contains(where: { $0 != 0 }), slopes.allSatisfy(\.isFinite)
    else { return nil }
    crossesKink = crosses
    steps = Self.steps
    secondOrder = try steps.map { step in
      let found = try lines.map {
        try $0.differences.secondOrder(along: $0.direction, step: step)
      }
      return Disparity(slopes, found).normRatio
    }
    fourthOrder = try steps.map { step in
      let found = try lines.map {
        try $0.differences.fourthOrder(along: $0.direction, step: step)
      }
      return Disparity(slopes, found).normRatio
    }
  }

  /// From 0.1 to 1e-12, three to a power of ten; by multiplications alone, so
  /// that they are the same on every machine.
  private static let steps: [Double] = {
    let tenths = (1...12).map { exponent in
      1 / (0..<exponent).reduce(1.0) { product, _ in product * 10 }
    }
    let thirds = [1, 0.4641588833612779, 0.21544346900318834]
    let all = tenths.flatMap { tenth in thirds.map { tenth * $0 } }
    return Array(all.dropLast(2))
  }()

  /// Every entry of a small quantity, a few directions in a large one.
  private static func directions(of probe: Probe) -> [Matrix<Double>] {
    let count = probe.value.storage.count
    if count <= 16 {
      return (0..<count).map { probe.value.direction(ofEntry: $0) }
    }
    var numbers = SeededNumbers("steps \(probe.subject.ascii)")
    return (0..<3).map { _ in probe.value.randomDirection(&numbers) }
  }

  /// The power of ten that a size is; a size of nothing counts as less than
  /// the last bit of 1.
  public static func exponent(_ size: Double) -> Double {
    Double.log10(max(size, 1e-17))
  }

  /// The step with the least error, and that error.
  public func best(
    of curve: [Double]
  ) -> (step: Double, error: Double)? {
    zip(steps, curve).filter { $0.1.isFinite }.min { $0.1 < $1.1 }
      .map { (step: $0.0, error: $0.1) }
  }
}

extension [Double] {
  fileprivate var sum: Double { reduce(0, +) }
}
