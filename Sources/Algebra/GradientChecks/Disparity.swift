/// How far two lists of numbers are apart, by the formulas in use.
public struct Disparity: Hashable, Sendable {
  /// The largest of |a − n|/max(|a|, |n|) over the pairs.
  ///
  /// Source: Stanford's CS231n, *Neural Networks Part 3*, gradient checks.
  public private(set) var worstRatio = 0.0
  /// ‖a − n‖/(‖a‖ + ‖n‖), all pairs taken together.
  ///
  /// Source: Ng, *Improving Deep Neural Networks*, gradient checking.
  public private(set) var normRatio = 0.0
  /// The largest |a − n|.
  public private(set) var largestGap = 0.0
  /// The pair with the largest gap.
  public private(set) var place = 0

  /// - Parameters:
  ///   - pairs: The numbers.
  ///   - isCounted: Whether a pair counts for the worst ratio, which says
  ///     nothing where both numbers are smaller than what rounds them.
  init(
    _ pairs: [(Double, Double)], counting isCounted: (Int) -> Bool
  ) {
    var norms = (gap: Norm(), left: Norm(), right: Norm())
    for (index, (left, right)) in pairs.enumerated() {
      let gap = (left - right).magnitude
      if !(gap <= largestGap) { (largestGap, place) = (gap, index) }
      norms.gap.add(gap)
      norms.left.add(left)
      norms.right.add(right)
      guard isCounted(index) else { continue }
      let ratio = Disparity.ratio(left, right)
      if !(ratio <= worstRatio) { worstRatio = ratio }
    }
    let sum = norms.left.value + norms.right.value
    normRatio = sum == 0 ? 0 : norms.gap.value / sum
  }

  /// Compares lists of the same length.
  public init(_ left: [Double], _ right: [Double]) {
    self.init(Array(zip(left, right))) { _ in true }
  }

  /// The gap in proportion to the larger number; 0 where both are 0.
  static func ratio(_ left: Double, _ right: Double) -> Double {
    left == right
      ? 0 : (left - right).magnitude / max(left.magnitude, right.magnitude)
  }

  /// A Euclidean norm that neither overflows nor vanishes.
  private struct Norm {
    private var scale = 0.0
    private var sum = 0.0

    mutating func add(_ number: Double) {
      let size = number.magnitude
      guard size != 0 else { return }
      if !(size <= scale) {
        let part = scale / size
        sum = 1 + sum * part * part
        scale = size
      } else {
        let part = size / scale
        sum += part * part
      }
    }

    var value: Double { scale == 0 ? 0 : scale * sum.squareRoot() }
  }
}

/// What a relative error says of a slope.
///
/// Source: the thresholds of Stanford's CS231n, *Neural Networks Part 3*, for
/// doubles and a cost without kinks; Ng's course has 1e-7, too, for the first.
public enum ErrorBand: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// At most 1e-7.
  case agrees
  /// Between 1e-7 and 1e-4.
  case lookAgain
  /// More than 1e-4, or no number.
  case differs

  public init(_ relativeError: Double) {
    self =
      relativeError <= 1e-7
      ? .agrees : relativeError <= 1e-4 ? .lookAgain : .differs
  }

  public static func < (left: ErrorBand, right: ErrorBand) -> Bool {
    left.rawValue < right.rawValue
  }
}
