import Algebra
import Matrices

/// What a small change does to the cost and other quantities: the forecast
/// by the slope beside the truth.
///
/// Nothing of it is kept.
public struct NudgeReport: Sendable {
  /// One number that is watched.
  public struct Row: Hashable, Sendable {
    public let quantity: Expression
    public let before: Double
    /// The slope in what was moved; of several entries moved together, the
    /// sum of their slopes.
    public let slope: Double
    /// Slope times step.
    public let forecast: Double
    /// What the change really is.
    public let truth: Double
    /// How far the forecast is off; 0 where that is no more than rounding.
    public var difference: Double {
      let rounding = max(
        1e-12 * max(forecast.magnitude, truth.magnitude), 4 * before.ulp)
      let gap = truth - forecast
      return gap.magnitude < rounding ? 0 : gap
    }
  }

  public let target: Expression
  public let step: Double
  /// How many entries were moved, each by the step.
  public let moved: Int
  /// Whether the target is computed, and was moved as if it were free.
  public let isDerived: Bool
  /// The cost last, where it is shown.
  public let rows: [Row]
  /// Whether the last row is the cost.
  public let endsInCost: Bool
  /// The quantities that moved and have no row.
  public let unlisted: Int

  /// How many rows are listed at most, the cost's among them.
  public static let limit = 8
}

extension NudgeReport {
  /// Moves a quantity, or a part of one, on a copy of the numbers.
  ///
  /// - Parameters:
  ///   - target: What is moved: `z1[1]`, `W1[1,:]`, `W1`.
  ///   - step: How far every entry of it is moved.
  ///   - watched: The quantities on the screen, in their order.
  ///   - valuation: The numbers, which stay as they are.
  ///   - hidden: What is not to be given away.
  /// - Throws: ``ExplanationFault``.
  public init(
    _ target: Expression, by step: Double, watching watched: [Name],
    in valuation: Valuation, hiding hidden: Concealment = .nothing
  ) throws(ExplanationFault) {
    let keys = try valuation.places(of: target)
    guard let name = keys.first?.name else { throw .quantityWanted(target) }
    let moved: Valuation
    do {
      var copy = valuation
      try copy.replace(
        name, with: try Self.moving(keys, by: step, valuation.matrix(name)))
      moved = copy
    } catch { throw ExplanationFault(error) }
    let cost = valuation.worksheet.cost?.name
    let names = watched.filter { $0 != name && $0 != cost }
    let changed = names.flatMap {
      Self.changedEntries(of: $0, valuation, moved)
    }.filter { !hidden.hides($0) }
    let last = [cost].compactMap { $0.map { EntryKey($0, 0) } }
      .filter { !hidden.hides($0) }
    let kept = changed.prefix(Self.limit - last.count)
    let slopes = try Self.slopes(in: keys, valuation)
    let rows = (kept + last).map { key in
      let slope = slopes[key.name]?.storage[key.offset].tangent ?? 0
      return Row(
        quantity: valuation.expression(key), before: valuation.value(key),
        slope: slope, forecast: slope * step,
        truth: moved.value(key) - valuation.value(key))
    }
    self.target = target
    self.step = step
    self.moved = keys.count
    self.rows = rows
    endsInCost = !last.isEmpty
    isDerived = valuation.worksheet.given(name) == nil
    unlisted = changed.count - kept.count
  }

  private static func moving(
    _ keys: [EntryKey], by step: Double, _ value: Matrix<Double>
  ) throws -> Matrix<Double> {
    var storage = value.storage
    for key in keys { storage[key.offset] += step }
    return try Matrix(
      rows: value.rows, columns: value.columns, storage: storage)
  }

  private static func changedEntries(
    of name: Name, _ before: Valuation, _ after: Valuation
  ) -> [EntryKey] {
    guard let old = before.values[name], let new = after.values[name] else {
      return []
    }
    return old.storage.indices
      .filter { old.storage[$0] != new.storage[$0] }
      .map { EntryKey(name, $0) }
  }

  /// The slopes of all quantities when the moved entries move together, in
  /// one run of dual numbers.
  private static func slopes(
    in keys: [EntryKey], _ valuation: Valuation
  ) throws(ExplanationFault) -> [Name: Matrix<Dual>] {
    guard let name = keys.first?.name else { return [:] }
    let value = try valuation.matrix(name)
    let moved = Set(keys.map(\.offset))
    let entries = value.storage.enumerated().map { offset, number in
      Dual(number, tangent: moved.contains(offset) ? 1 : 0)
    }
    let worksheet = valuation.worksheet
    do {
      var duals = valuation.values.mapValues { $0.map { Dual($0) } }
      duals[name] = try Matrix(
        rows: value.rows, columns: value.columns, storage: entries)
      var evaluator = Evaluator(
        scope: valuation.scope, values: duals,
        arithmetic: DualArithmetic(slopeAtKink: worksheet.slopeAtKink))
      for equation in worksheet.equations(following: [name]) {
        evaluator.values[equation.name] = try evaluator.value(
          of: equation.computed)
      }
      return evaluator.values
    } catch { throw ExplanationFault(error) }
  }
}
