import Matrices

/// What a quantity becomes when a single entry of another one is altered,
/// for many entries one after the other.
///
/// Only what follows from the entry is computed. As it is meant for
/// differences of a cost, the quantity that is watched is one number, and an
/// entry is altered in two ways at a time, one beside the other.
public final class Alterations {
  private let base: Plan
  private let watched: Int
  private var plans: [Name: (AlteredPlan, AlteredPlan)] = [:]

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
      let plan = { [base] in
        AlteredPlan(
          graph, result: result, over: base, examples: examples,
          slopeAtKink: worksheet.slopeAtKink)
      }
      plans[name] = (plan(), plan())
    }
  }

  /// Gives the given quantities their values; ``settle()`` has to follow.
  ///
  /// - Throws: ``PlanFault`` as ``Plan/load(_:)``.
  public func load(_ values: [Name: Matrix<Double>]) throws(PlanFault) {
    try base.load(values)
  }

  /// Computes everything as it is before any alteration.
  ///
  /// - Throws: ``PlanFault`` as ``Plan/run()``.
  public func settle() throws(PlanFault) {
    try base.run()
    for (one, other) in plans.values {
      one.settle()
      other.settle()
    }
  }

  /// The value as it is without an alteration.
  public var value: Double { base.entries(at: watched).first ?? .nan }

  /// Returns the value with one entry altered in two ways; the entry is then
  /// as before.
  ///
  /// - Parameters:
  ///   - name: The quantity that the entry belongs to.
  ///   - row: The entry's row, counted from 0.
  ///   - column: Its column, counted from 0.
  ///   - changes: What is added to it, the one and the other time.
  /// - Returns: The two values; nothing where there is no such entry.
  /// - Throws: ``PlanFault`` as ``Plan/run()``.
  public func values(
    altering name: Name, _ row: Int, _ column: Int,
    by changes: (Double, Double)
  ) throws(PlanFault) -> (Double, Double)? {
    guard let place = base.place(ofGiven: name) else { return nil }
    let node = base.graph[place]
    guard (0..<node.rows).contains(row), (0..<node.columns).contains(column)
    else { return nil }
    guard let (one, other) = plans[name] else { return (value, value) }
    one.alter(row, column, by: changes.0)
    other.alter(row, column, by: changes.1)
    try Plan.run(one.plan, beside: other.plan)
    return (one.result, other.result)
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
  let plan: Plan
  private let base: Plan
  private let altered: Int
  private let resulting: Int
  private let sources: [(source: AlteredGraph.Source, place: Int)]
  /// Values of which rows are picked, row by row.
  private var turned: [Int: [Double]] = [:]
  /// Which row and column the sources were last set for.
  private var last = (row: -1, column: -1)
  /// An entry of the altered quantity that is no longer as it was.
  private var altering: (place: Int, offset: Int, old: Double)?

  /// The watched value after a run.
  var result: Double { plan.entries(at: resulting).first ?? .nan }

  init(
    _ graph: AlteredGraph, result: Int, over base: Plan, examples: Int,
    slopeAtKink: Double
  ) {
    self.base = base
    resulting = result
    altered = graph.altered
    sources = graph.sources.map { (source: $0.key, place: $0.value) }
    plan = Plan(
      PlanDraft(
        graph.graph, base.graph.generals, examples: examples, lanes: 1),
      keeping: [result], slopeAtKink: slopeAtKink,
      quantities: ["result": result])
  }

  /// Takes over what was computed before any alteration.
  func settle() {
    turned = [:]
    last = (-1, -1)
    altering = nil
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

  /// Sets what goes in for an altered entry.
  func alter(_ row: Int, _ column: Int, by change: Double) {
    if let altering {
      plan.entries(at: altering.place)[altering.offset] = altering.old
    }
    altering = nil
    let offset = column * base.graph[altered].rows + row
    let old = base.entries(at: altered)[offset]
    for (source, place) in sources {
      let entries = plan.entries(at: place)
      switch source {
      case .whole: continue
      case .change: entries[0] = change
      case .entry: entries[0] = old
      case .altered:
        altering = (place, offset, old)
        entries[offset] = old + change
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
