/// An interval of numbers laid along a row or a column of dots, with round
/// numbers to label it by.
package struct PlotScale {
  package let range: ClosedRange<Double>

  /// The labelled numbers: multiples of 1, 2 or 5 times a power of ten.
  package let ticks: [Double]

  /// A scale on which some numbers lie.
  ///
  /// - Parameters:
  ///   - values: The numbers that must lie on the scale.
  ///   - limit: How many intervals there may be between labels.
  ///   - slack: The part of the length by which the scale may be made longer
  ///     at either end, so that it ends with a label.
  package init(_ values: [Double], limit: Int, slack: Double = 0) {
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if low == high {
      let margin = max(low.magnitude / 2, 1)
      (low, high) = (low - margin, high + margin)
    }
    let room = slack * (high - low)
    let step = DecimalStep(atLeast: (high - low) / Double(max(limit, 1)))
    let first = ((low - room) / step.value).rounded(.up)
    let last = ((high + room) / step.value).rounded(.down)
    ticks = stride(from: first, through: last, by: 1).map(step.times)
    range = min(low, step.times(first))...max(high, step.times(last))
  }

  /// Returns the dot of a number, 0 at the low end.
  func dot(_ value: Double, of count: Int) -> Int {
    let part =
      (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    let dot = (part * Double(count - 1)).rounded()
    return min(max(Int(dot), 0), count - 1)
  }
}

/// A length of 1, 2 or 5 times a power of ten.
struct DecimalStep {
  private var digit = 1.0
  private var power = 1.0
  private var divides = false

  /// The shortest such length that is not below a positive number.
  init(atLeast length: Double) {
    // A power below one is kept as a divisor: 3/10 is the double nearest to
    // 0.3, and 3·0.1 is not.
    if length > 1 {
      while power * 10 <= length { power *= 10 }
    } else {
      divides = true
      while 1 / power > length, power < 1e300 { power *= 10 }
    }
    for next in [2.0, 5, 10] where value < length { digit = next }
  }

  var value: Double { times(1) }

  func times(_ count: Double) -> Double {
    divides ? count * digit / power : count * digit * power
  }
}
