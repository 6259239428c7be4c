import Matrices

/// The slopes in every entry of parameters by differences, for which only
/// what follows from the entry is computed.
///
/// The shortcut is not taken on trust either: of some entries both costs are
/// computed from the beginning, too, and compared.
struct EveryEntry {
  private let alterations: Alterations
  private let plan: Plan
  private let cost: Name

  /// - Parameters:
  ///   - parameters: The quantities whose entries will be altered.
  ///   - valuation: The numbers.
  /// - Throws: ``PlanFault`` where the worksheet cannot be compiled.
  init?(_ parameters: [Name], in valuation: Valuation) throws(PlanFault) {
    let worksheet = valuation.worksheet
    guard let cost = worksheet.cost?.name else { return nil }
    let givens = valuation.givens
    let shapes = givens.mapValues(\.shape)
    self.cost = cost
    plan = try Plan(
      worksheet, shapes: shapes, wanting: [cost], updates: false)
    try plan.load(givens)
    alterations = try Alterations(
      worksheet, shapes: shapes, watching: cost, of: parameters)
    try alterations.load(givens)
    try alterations.settle()
  }

  /// Measures the slope in an entry, beginning with a usual step.
  ///
  /// A second difference is made only where the first is not what the slope
  /// is said to be: with four costs, and with a step that is less likely to
  /// lead over a kink.
  ///
  /// - Parameters:
  ///   - entry: The quantity and the place.
  ///   - number: What stands there.
  ///   - slope: What the slope is said to be.
  /// - Returns: The sample.
  /// - Throws: ``PlanFault``.
  func sample(
    _ entry: Entry, at number: Double, slope: Double
  ) throws -> GradientCheck.Sample {
    let size = max(1, number.magnitude)
    var found = try sample(slope, of: entry, step: 1e-4 * size)
    if found.contradicts {
      let refined = try sample(slope, of: entry, fourthOrder: 1e-3 * size)
      if !refined.contradicts { found = refined }
    }
    if found.contradicts {
      let near = try sample(slope, of: entry, step: 1e-6 * size)
      if !near.contradicts { found = near }
    }
    return found
  }

  /// An entry of a quantity.
  struct Entry {
    var name: Name
    /// Its place in the storage.
    var offset: Int
    var row: Int
    var column: Int

    init(_ name: Name, _ offset: Int, of shape: Shape) {
      self.name = name
      self.offset = offset
      (column, row) = offset.quotientAndRemainder(
        dividingBy: max(shape.rows, 1))
    }
  }

  private func sample(
    _ slope: Double, of entry: Entry, step: Double
  ) throws -> GradientCheck.Sample {
    let (more, less) = try costs(at: entry, step)
    return sample(
      slope, (more - less) / (2 * step), at: entry.offset, step: step,
      largest: max(more.magnitude, less.magnitude))
  }

  /// Source: Abramowitz and Stegun, *Handbook of Mathematical Functions*,
  /// 25.3.6.
  private func sample(
    _ slope: Double, of entry: Entry, fourthOrder step: Double
  ) throws -> GradientCheck.Sample {
    let near = try costs(at: entry, step)
    let far = try costs(at: entry, 2 * step)
    return sample(
      slope, (8 * (near.0 - near.1) - (far.0 - far.1)) / (12 * step),
      at: entry.offset, step: step,
      largest: max(far.0.magnitude, far.1.magnitude))
  }

  private func sample(
    _ slope: Double, _ difference: Double, at offset: Int, step: Double,
    largest: Double
  ) -> GradientCheck.Sample {
    GradientCheck.Sample(
      offset: offset, slope: slope, difference: difference, tangent: nil,
      step: step, rounding: Differences.rounding * largest / step,
      size: slope.magnitude)
  }

  private func costs(
    at entry: Entry, _ step: Double
  ) throws -> (Double, Double) {
    let costs = try alterations.values(
      altering: entry.name, entry.row, entry.column, by: (step, -step))
    return costs ?? (.nan, .nan)
  }

  /// How far the shortcut is from costs that are computed from the
  /// beginning, relative to them.
  ///
  /// - Parameters:
  ///   - entry: The quantity and the place.
  ///   - value: The whole quantity.
  /// - Returns: The larger of the gaps of two costs.
  /// - Throws: ``PlanFault``.
  func gap(at entry: Entry, of value: Matrix<Double>) throws -> Double {
    let step = 1e-4 * max(1, value[entry.row, entry.column].magnitude)
    let short = try costs(at: entry, step)
    var gap = 0.0
    for (cost, change) in [(short.0, step), (short.1, -step)] {
      var altered = value
      altered[entry.row, entry.column] += change
      try plan.load(entry.name, altered)
      try plan.run()
      let honest = plan.number(self.cost) ?? .nan
      let found = Disparity.ratio(cost, honest)
      if !(found <= gap) { gap = found }
    }
    try plan.load(entry.name, value)
    return gap
  }
}
