import Matrices

/// What was compared so far of one slope.
struct Record {
  private let differences: Differences
  private let slope: Matrix<Double>
  private let valuation: Valuation
  private(set) var samples: [GradientCheck.Sample] = []
  private(set) var directions: [GradientCheck.Sample] = []
  private(set) var tangents: [GradientCheck.Tangent] = []
  private(set) var crossings: [GradientCheck.Crossing] = []

  init(
    _ differences: Differences, _ slope: Matrix<Double>, valuation: Valuation
  ) {
    self.differences = differences
    self.slope = slope
    self.valuation = valuation
  }

  private var value: Matrix<Double> { differences.probe.value }

  mutating func compare(entry offset: Int) throws {
    let own = slope.storage[offset]
    let found = try sample(
      along: value.direction(ofEntry: offset), slope: own,
      size: own.magnitude, offset: offset,
      step: Record.step(at: value.storage[offset]))
    if let found { samples.append(found) }
  }

  mutating func compare(along direction: Matrix<Double>) throws {
    let terms = zip(slope.storage, direction.storage).map(*)
    let found = try sample(
      along: direction, slope: terms.reduce(0, +),
      size: terms.reduce(0) { $0 + $1.magnitude }, offset: nil,
      step: Record.step(at: value.storage.map(\.magnitude).max() ?? 0))
    if let found { directions.append(found) }
  }

  /// Compares the slope along a direction with dual numbers alone, which take
  /// no step that could lead over a kink.
  mutating func compareTangent(along direction: Matrix<Double>) throws {
    let terms = zip(slope.storage, direction.storage).map(*)
    tangents.append(
      GradientCheck.Tangent(
        slope: terms.reduce(0, +),
        tangent: try differences.probe.tangent(along: direction),
        size: terms.reduce(0) { $0 + $1.magnitude },
        nothing: Differences.rounding * differences.watched.magnitude))
  }

  /// Adds what was measured in another way.
  mutating func add(_ sample: GradientCheck.Sample) { samples.append(sample) }

  /// What the comparisons come to.
  var check: GradientCheck {
    let probe = differences.probe
    return GradientCheck(
      subject: probe.subject, adjoint: probe.adjoint,
      watched: probe.watched, shape: slope.shape, samples: samples,
      directions: directions, crossings: crossings, tangents: tangents)
  }

  /// Wide enough that rounding is small, narrow enough that the bend is, for
  /// numbers of every size.
  private static func step(at number: Double) -> Double {
    1e-3 * max(1, number.magnitude)
  }

  private mutating func sample(
    along direction: Matrix<Double>, slope: Double, size: Double,
    offset: Int?, step: Double
  ) throws -> GradientCheck.Sample? {
    switch try differences.slope(along: direction, step: step) {
    case .kink(let kink):
      crossings.append(
        GradientCheck.Crossing(
          offset: offset, kink: kink.map { $0.named(in: valuation) }))
      return nil
    case .slope(var found):
      let ratio = Disparity.ratio(slope, found.slope)
      if ErrorBand(ratio) != .agrees {
        found = try differences.refined(along: direction, from: found)
      }
      return GradientCheck.Sample(
        offset: offset, slope: slope, difference: found.slope,
        tangent: try differences.probe.tangent(along: direction),
        step: found.step, rounding: found.rounding, size: size)
    }
  }
}

extension Branches.Kink {
  /// The kink with the number that stands at it.
  fileprivate func named(in valuation: Valuation) -> GradientCheck.Kink {
    GradientCheck.Kink(
      equation: equation, function: function,
      argument: argument(in: valuation), offset: offset)
  }

  /// What the function is applied to, where it has a name.
  private func argument(in valuation: Valuation) -> Name? {
    guard let formula = valuation.worksheet.equation(equation)?.computed,
      let function, let shape
    else { return nil }
    let scope = valuation.scope
    let arguments = formula.parts.compactMap { _, part -> Expression? in
      guard case .call(let name, _, let arguments) = part,
        scope.functions[name]?.name == function
      else { return nil }
      return arguments.first?.ungrouped
    }
    guard arguments.count == 1, case .name(let name)? = arguments.first,
      valuation.values[name]?.shape == shape
    else { return nil }
    return name
  }
}
