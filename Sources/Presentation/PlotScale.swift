/// An interval of numbers laid along a row or a column of dots, with round
/// numbers to label it by.
struct PlotScale {
  let range: ClosedRange<Double>

  /// The labelled numbers: multiples of 1, 2 or 5 times a power of ten.
  let ticks: [Double]

  /// A scale from one number to another.
  ///
  /// - Parameters:
  ///   - values: The numbers that must lie on the scale.
  ///   - limit: How many intervals there may be between labels.
  ///   - isRounded: Whether the scale begins and ends with a label.
  init(_ values: [Double], limit: Int, isRounded: Bool) {
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if low == high {
      let margin = max(low.magnitude / 2, 1)
      (low, high) = (low - margin, high + margin)
    }
    let step = DecimalStep(atLeast: (high - low) / Double(max(limit, 1)))
    let first = (low / step.value).rounded(isRounded ? .down : .up)
    let last = (high / step.value).rounded(isRounded ? .up : .down)
    ticks = stride(from: first, through: last, by: 1).map(step.times)
    range =
      isRounded ? step.times(first)...step.times(last) : low...high
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
