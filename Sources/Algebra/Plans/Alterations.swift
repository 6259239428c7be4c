import Matrices

/// What a quantity becomes when a single entry of another one is altered,
/// for many entries one after the other.
///
/// Only what follows from the entry is computed. As it is meant for
/// differences of a cost, the quantity that is watched is one number.
public final class Alterations {
  private let base: Plan
  private let watched: Int
  private var plans: [Name: AlteredPlan] = [:]

  /// Compiles a worksheet for alterations.
  ///
  /// - Parameters:
  ///   - worksheet: The equations.
  ///   - shapes: The shape of every given quantity.
  ///   - watched: The quantity of which the altered value is asked.
  ///   - parameters: The given quantities whose entries will be altered.
  /// - Throws: ``PlanFault``.
  public init(
    _ worksheet: Worksheet, shapes: [Name: Shape], watching watched: Name,
    of parameters: [Name]
  ) throws(PlanFault) {
    let draft = try PlanDraft(worksheet, shapes, updates: false)
    guard let place = draft.computed[watched] else {
      throw .worksheet(.unknownQuantity(watched))
    }
    let needed = draft.graph.needed(for: [place])
    let examples = draft.batch.compactMap { shapes[$0]?.columns }.max() ?? 0
    var kept: Set<Int> = [place]
    var graphs: [(Name, AlteredGraph, Int?)] = []
    for name in parameters {
      guard let parameter = draft.givens[name] else {
        throw .worksheet(.unknownQuantity(name))
      }
      var altered = AlteredGraph(
        draft.graph, needed: needed, altering: parameter)
      let result = altered.result(at: place)
      kept.formUnion(altered.sources.keys.compactMap(\.place))
      graphs.append((name, altered, result))
    }
    base = Plan(
      draft, keeping: kept, slopeAtKink: worksheet.slopeAtKink,
      quantities: [watched: place])
    self.watched = place
    for (name, graph, result) in graphs {
      guard let result else { continue }
      plans[name] = AlteredPlan(
        graph, result: result, over: base, examples: examples,
        slopeAtKink: worksheet.slopeAtKink)
    }
  }

  /// Gives a given quantity its value; ``settle()`` has to follow.
  ///
  /// - Throws: ``PlanFault`` as ``Plan/load(_:_:)``.
  public func load(
    _ name: Name, _ value: Matrix<Double>
  ) throws(PlanFault) {
    try base.load(name, value)
  }

  /// Computes everything as it is before any alteration.
  ///
  /// - Throws: ``PlanFault`` as ``Plan/run()``.
  public func settle() throws(PlanFault) {
    try base.run()
    for plan in plans.values { plan.settle() }
  }

  /// The value as it is without an alteration.
  public var value: Double { base.entries(at: watched).first ?? .nan }

  /// Returns the value with one entry altered; the entry is then as before.
  ///
  /// - Parameters:
  ///   - name: The quantity that the entry belongs to.
  ///   - row: The entry's row, counted from 0.
  ///   - column: Its column, counted from 0.
  ///   - change: What is added to it.
  /// - Returns: The value; nothing where there is no such entry.
  /// - Throws: ``PlanFault`` as ``Plan/run()``.
  public func value(
    altering name: Name, _ row: Int, _ column: Int, by change: Double
  ) throws(PlanFault) -> Double? {
    guard let place = base.place(ofGiven: name) else { return nil }
    let node = base.graph[place]
    guard (0..<node.rows).contains(row), (0..<node.columns).contains(column)
    else { return nil }
    guard let plan = plans[name] else { return value }
    return try plan.value(row, column, change)
  }
}

extension AlteredGraph.Source {
  /// The value that is looked up.
  var place: Int? {
    switch self {
    case .whole(let place), .row(let place, _), .column(let place, _): place
    default: nil
    }
  }
}

/// The compiled form of what follows from the entries of one quantity.
private final class AlteredPlan {
  private let plan: Plan
  private let base: Plan
  private let altered: Int
  private let result: Int
  private let sources: [(source: AlteredGraph.Source, place: Int)]
  /// Values of which rows are picked, row by row.
  private var turned: [Int: [Double]] = [:]
  /// Which row and column the sources were last set for.
  private var last = (row: -1, column: -1)

  init(
    _ graph: AlteredGraph, result: Int, over base: Plan, examples: Int,
    slopeAtKink: Double
  ) {
    self.base = base
    self.result = result
    altered = graph.altered
    sources = graph.sources.map { (source: $0.key, place: $0.value) }
    plan = Plan(
      PlanDraft(graph.graph, base.graph.generals, examples: examples),
      keeping: [result], slopeAtKink: slopeAtKink,
      quantities: ["result": result])
  }

  /// Takes over what was computed before any alteration.
  func settle() {
    turned = [:]
    last = (-1, -1)
    for (source, place) in sources {
      switch source {
      case .whole(let from):
        _ = plan.entries(at: place).update(from: base.entries(at: from))
      case .altered:
        _ = plan.entries(at: place).update(from: base.entries(at: altered))
      case .row(let from, _):
        turned[from] = base.matrix(at: from)?.transposed.storage
      default: continue
      }
    }
  }

  func value(
    _ row: Int, _ column: Int, _ change: Double
  ) throws(PlanFault) -> Double? {
    let offset = column * base.graph[altered].rows + row
    let old = base.entries(at: altered)[offset]
    for (source, place) in sources {
      let entries = plan.entries(at: place)
      switch source {
      case .whole: continue
      case .change: entries[0] = change
      case .entry: entries[0] = old
      case .altered: entries[offset] = old + change
      case .row(let from, let selector):
        guard let picked = moved(selector, row, column) else { continue }
        turned[from]?.withUnsafeBufferPointer { rows in
          let start = picked * entries.count
          _ = entries.update(
            from: UnsafeBufferPointer(
              rebasing: rows[start..<(start + entries.count)]))
        }
      case .column(let from, let selector):
        guard let picked = moved(selector, row, column) else { continue }
        let all = UnsafeBufferPointer(base.entries(at: from))
        let start = picked * entries.count
        _ = entries.update(
          from: UnsafeBufferPointer(
            rebasing: all[start..<(start + entries.count)]))
      case .unit(_, let selector):
        let before = selector == .row ? last.row : last.column
        if before >= 0 { entries[before] = 0 }
        entries[selector == .row ? row : column] = 1
      }
    }
    last = (row, column)
    try plan.run()
    for (source, place) in sources where source == .altered {
      plan.entries(at: place)[offset] = old
    }
    return plan.entries(at: result).first
  }

  /// The row or column that is picked, where it is another than before.
  private func moved(
    _ selector: AlteredGraph.Selector, _ row: Int, _ column: Int
  ) -> Int? {
    switch selector {
    case .row: row == last.row ? nil : row
    case .column: column == last.column ? nil : column
    }
  }
}
