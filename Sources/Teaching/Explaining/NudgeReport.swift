import Algebra
import Matrices

/// What a small change does to the cost and other quantities: the forecast
/// by the slope beside the truth. Nothing of it is kept.
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
    /// How far the forecast is off.
    public var difference: Double { truth - forecast }
  }

  public let target: Expression
  public let step: Double
  /// How many entries were moved, each by the step.
  public let moved: Int
  /// Whether the target is computed, and was moved as if it were free.
  public let isDerived: Bool
  /// The cost last.
  public let rows: [Row]
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
  /// - Throws: ``ExplanationFault``.
  public init(
    _ target: Expression, by step: Double, watching watched: [Name],
    in valuation: Valuation
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
    }
    let kept = changed.prefix(Self.limit - (cost == nil ? 0 : 1))
    var rows: [Row] = []
    for key in kept + (cost.map { [EntryKey($0, 0)] } ?? []) {
      rows.append(try Self.row(key, target, step, valuation, moved))
    }
    self.target = target
    self.step = step
    self.moved = keys.count
    self.rows = rows
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

  private static func row(
    _ key: EntryKey, _ target: Expression, _ step: Double,
    _ before: Valuation, _ after: Valuation
  ) throws(ExplanationFault) -> Row {
    let quantity = before.expression(key)
    let slopes = try before.number(.derivative(quantity, by: target, .partial))
    let slope = slopes.storage.reduce(0, +)
    return Row(
      quantity: quantity, before: before.value(key), slope: slope,
      forecast: slope * step, truth: after.value(key) - before.value(key))
  }
}
