import Matrices

/// Slopes measured from values nearby, which know nothing of our rules.
struct Differences {
  let probe: Probe
  private let base: Probe.Outcome

  init(_ probe: Probe) throws {
    self.probe = probe
    base = try probe.outcome(at: probe.value)
  }

  /// The number that is watched, where nothing is moved.
  var watched: Double { base.number }

  /// A slope measured with one step.
  struct Measurement {
    let slope: Double
    let step: Double
    let rounding: Double
  }

  enum Finding {
    case slope(Measurement)
    /// A kink lies within the smallest step.
    case kink(Branches.Kink?)
  }

  /// As often as a step that leads over a kink is made ten times smaller.
  private static let retries = 3

  /// Measures the slope along a direction, with a smaller step where a kink
  /// lies within the usual one.
  func slope(
    along direction: Matrix<Double>, step usual: Double
  ) throws -> Finding {
    var step = usual
    for _ in 0..<Self.retries {
      if case .slope(let found) = try measure(along: direction, step) {
        return .slope(found)
      }
      step /= 10
    }
    return try measure(along: direction, step)
  }

  /// The central difference of fourth order.
  ///
  /// Source: Abramowitz and Stegun, *Handbook of Mathematical Functions*,
  /// 25.3.6.
  private func measure(
    along direction: Matrix<Double>, _ step: Double
  ) throws -> Finding {
    var numbers: [Double] = []
    for shift in [-2, -1, 1, 2] {
      let outcome = try outcome(along: direction, Double(shift) * step)
      guard outcome.branches.agree(with: base.branches) else {
        return .kink(base.branches.firstKink(towards: outcome.branches))
      }
      numbers.append(outcome.number)
    }
    let near = numbers[2] - numbers[1]
    let far = numbers[3] - numbers[0]
    let largest = numbers.map(\.magnitude).max() ?? 0
    return .slope(
      Measurement(
        slope: (8 * near - far) / (12 * step), step: step,
        rounding: Self.rounding * largest / step))
  }

  /// A few last bits of the watched number, of which the difference takes one
  /// and a half.
  static let rounding = 8 * 0x1p-52

  /// Measures again with smaller steps, and takes the one that differs least
  /// from the one before.
  ///
  /// A cost that bends strongly needs a smaller step, one that is large
  /// beside its slope a wider one. What is looked for is not asked.
  func refined(
    along direction: Matrix<Double>, from first: Measurement
  ) throws -> Measurement {
    var best: (found: Measurement, doubt: Double)?
    var last = first
    for _ in 0..<3 {
      guard
        case .slope(let next) = try measure(along: direction, last.step / 4)
      else { break }
      let doubt = (next.slope - last.slope).magnitude
      if !(doubt >= best?.doubt ?? .infinity) { best = (next, doubt) }
      last = next
    }
    guard let best else { return first }
    return Measurement(
      slope: best.found.slope, step: best.found.step,
      rounding: max(best.found.rounding, 2 * best.doubt))
  }

  /// The central difference of second order, whatever lies within the step.
  func secondOrder(
    along direction: Matrix<Double>, step: Double
  ) throws -> Double {
    let right = try outcome(along: direction, step).number
    let left = try outcome(along: direction, -step).number
    return (right - left) / (2 * step)
  }

  /// The central difference of fourth order, whatever lies within the step.
  func fourthOrder(
    along direction: Matrix<Double>, step: Double
  ) throws -> Double {
    let near = try secondOrder(along: direction, step: step)
    let far = try secondOrder(along: direction, step: 2 * step)
    return (4 * near - far) / 3
  }

  /// Whether a kink lies within a step to either side.
  func crossesKink(
    along direction: Matrix<Double>, step: Double
  ) throws -> Bool {
    for shift in [-2 * step, 2 * step] {
      let branches = try outcome(along: direction, shift).branches
      if !branches.agree(with: base.branches) { return true }
    }
    return false
  }

  private func outcome(
    along direction: Matrix<Double>, _ shift: Double
  ) throws -> Probe.Outcome {
    try probe.outcome(
      at: probe.value.zipped(with: direction, operation: "+") {
        $1 == 0 ? $0 : $0 + shift * $1
      })
  }
}
