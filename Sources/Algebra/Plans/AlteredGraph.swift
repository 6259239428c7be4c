internal import CKernels

/// What follows when one entry of a quantity is altered, as a graph of its
/// own over the values that were there before.
///
/// The entry changes one row of the product that it enters; entrywise
/// functions keep the change to that row, until the next product, to which a
/// column times the row's change is added. So the work is that of what
/// follows, and not that of the whole.
struct AlteredGraph {
  /// Which of the two places of the altered entry picks a row.
  enum Selector: Hashable {
    case row
    case column
  }

  /// Something that goes in and is looked up before a run.
  enum Source: Hashable {
    /// A value as it was.
    case whole(Int)
    /// One row of it, as a row.
    case row(Int, Selector)
    /// One column of it, as a column.
    case column(Int, Selector)
    /// The altered quantity itself.
    case altered
    /// By how much the entry is altered.
    case change
    /// The entry as it was.
    case entry
    /// The column that picks out the altered row.
    case unit(rows: Int, Selector)
  }

  /// What an alteration makes of a value.
  enum Effect {
    case none
    /// The altered quantity.
    case entry
    /// One row becomes another, by this much.
    case row(Selector, new: Int, change: Int)
    case whole(Int)
  }

  let base: PlanGraph
  let altered: Int
  private(set) var graph = PlanGraph()
  private(set) var sources: [Source: Int] = [:]
  private var effects: [Effect]

  init(_ base: PlanGraph, needed: [Bool], altering place: Int) {
    self.base = base
    altered = place
    effects = Array(repeating: .none, count: base.nodes.count)
    effects[place] = .entry
    for node in base.nodes.indices where needed[node] && node != place {
      let isReached = base[node].inputs.contains { isAltered($0) }
      guard isReached else { continue }
      effects[node] = self.effect(at: node) ?? recomputed(node)
    }
  }

  private func isAltered(_ place: Int) -> Bool {
    if case .none = effects[place] { false } else { true }
  }

  /// The whole of a value after the alteration, or nothing where it stays as
  /// it was.
  mutating func result(at place: Int) -> Int? {
    isAltered(place) ? whole(place) : nil
  }

  // MARK: - What goes in

  private mutating func source(
    _ source: Source, _ rows: Int, _ columns: Int
  ) -> Int {
    if let place = sources[source] { return place }
    let name = Name(stem: "source", index: String(sources.count))
    let place = graph.place(
      of: PlanGraph.Node(
        operation: .given(name), rows: rows, columns: columns))
    sources[source] = place
    return place
  }

  private mutating func old(_ place: Int) -> Int {
    if let number = base.constant(at: place) { return graph.constant(number) }
    if case .fill = base[place].operation {
      return graph.fill(
        old(base[place].inputs[0]), rows: base[place].rows,
        columns: base[place].columns)
    }
    let node = base[place]
    return source(.whole(place), node.rows, node.columns)
  }

  private mutating func oldRow(_ place: Int, _ selector: Selector) -> Int {
    let node = base[place]
    if case .fill = node.operation {
      return graph.fill(old(node.inputs[0]), rows: 1, columns: node.columns)
    }
    if node.rows == 1 { return old(place) }
    return source(.row(place, selector), 1, node.columns)
  }

  private mutating func oldColumn(_ place: Int, _ selector: Selector) -> Int {
    let node = base[place]
    if node.columns == 1 { return old(place) }
    return source(.column(place, selector), node.rows, 1)
  }

  private mutating func change() -> Int { source(.change, 1, 1) }

  /// The whole of a value, altered or not.
  private mutating func whole(_ place: Int) -> Int {
    switch effects[place] {
    case .none: return old(place)
    case .entry:
      return source(.altered, base[place].rows, base[place].columns)
    case .whole(let new): return new
    case .row(let selector, let new, let change):
      let node = base[place]
      if node.rows == 1 { return new }
      let unit = source(.unit(rows: node.rows, selector), node.rows, 1)
      let whole = graph.binary(
        KernelAdd, old(place), graph.product(unit, change))
      effects[place] = .whole(whole)
      return whole
    }
  }

  // MARK: - What follows

  /// The value computed anew from all that goes in.
  private mutating func recomputed(_ place: Int) -> Effect {
    var node = base[place]
    node.inputs = node.inputs.map { whole($0) }
    return .whole(graph.place(of: node))
  }

  /// What the change of an entry or a row comes to, where less than all is
  /// to be computed.
  private mutating func effect(at place: Int) -> Effect? {
    let node = base[place]
    switch node.operation {
    case .product(let left, let right):
      return product(place, node, left, right)
    case .unary:
      guard case .row(let selector, let new, _) = effects[node.inputs[0]]
      else { return nil }
      return row(place, selector, node.operation, [new])
    case .binary, .scaled: return joined(place, node)
    case .spreadColumn:
      guard case .entry = effects[node.inputs[0]] else { return nil }
      let change = spread(self.change(), node.columns)
      return row(place, .row, adding: change)
    case .columnwise(KernelColumnSums): return columnSums(place, node)
    case .number(KernelTotal):
      switch effects[node.inputs[0]] {
      case .entry: return added(to: place, change())
      case .row(_, _, let change):
        return added(to: place, graph.number(KernelTotal, [change]))
      default: return nil
      }
    case .number(KernelLogDecays):
      guard case .row(let selector, let new, _) = effects[node.inputs[0]]
      else { return nil }
      let old = oldRow(node.inputs[0], selector)
      return added(
        to: place,
        graph.binary(
          KernelSubtract, graph.number(KernelLogDecays, [new]),
          graph.number(KernelLogDecays, [old])))
    case .number(KernelSquares):
      guard case .entry = effects[node.inputs[0]] else { return nil }
      // (w + h)² - w² = h (2w + h)
      let change = self.change()
      let twice = graph.binary(
        KernelMultiply, graph.constant(2), source(.entry, 1, 1))
      return added(
        to: place,
        graph.binary(
          KernelMultiply, change, graph.binary(KernelAdd, twice, change)))
    default: return nil
    }
  }

  private mutating func spread(_ number: Int, _ columns: Int) -> Int {
    graph.fill(number, rows: 1, columns: columns)
  }

  private mutating func added(to place: Int, _ change: Int) -> Effect {
    .whole(graph.binary(KernelAdd, old(place), change))
  }

  private mutating func row(
    _ place: Int, _ selector: Selector, adding change: Int
  ) -> Effect {
    let new = graph.binary(KernelAdd, oldRow(place, selector), change)
    return .row(selector, new: new, change: change)
  }

  /// One row of an entrywise form.
  private mutating func row(
    _ place: Int, _ selector: Selector, _ operation: PlanGraph.Operation,
    _ inputs: [Int]
  ) -> Effect {
    let new = graph.place(
      of: PlanGraph.Node(
        operation: operation, inputs: inputs, rows: 1,
        columns: base[place].columns))
    let change = graph.binary(
      KernelSubtract, new, oldRow(place, selector))
    return .row(selector, new: new, change: change)
  }

  private mutating func joined(
    _ place: Int, _ node: PlanGraph.Node
  ) -> Effect? {
    var selectors: Set<Selector> = []
    for input in node.inputs {
      switch effects[input] {
      case .none: continue
      // A single number joins every row.
      case .row where base[input].isScalar && !node.isScalar: return nil
      case .row(let selector, _, _): selectors.insert(selector)
      default: return nil
      }
    }
    guard selectors.count == 1, let selector = selectors.first else {
      return nil
    }
    var inputs: [Int] = []
    for input in node.inputs {
      if case .row(_, let new, _) = effects[input] {
        inputs.append(new)
      } else if base[input].isScalar, !node.isScalar {
        inputs.append(old(input))
      } else {
        inputs.append(oldRow(input, selector))
      }
    }
    return row(place, selector, node.operation, inputs)
  }

  private mutating func columnSums(
    _ place: Int, _ node: PlanGraph.Node
  ) -> Effect? {
    guard case .row(_, _, let change) = effects[node.inputs[0]] else {
      return nil
    }
    return added(to: place, change)
  }

  private mutating func product(
    _ place: Int, _ node: PlanGraph.Node, _ left: Bool, _ right: Bool
  ) -> Effect? {
    let (a, b) = (node.inputs[0], node.inputs[1])
    let bias = node.inputs.count > 2 ? effects[node.inputs[2]] : .none
    switch (effects[a], effects[b], bias) {
    case (.none, .none, .entry):
      return row(place, .row, adding: spread(change(), node.columns))
    case (.entry, .none, .none):
      let inner: Selector = left ? .row : .column
      let factor =
        right
        ? graph.transpose(oldColumn(b, inner)) : oldRow(b, inner)
      let change = graph.binary(KernelMultiply, self.change(), factor)
      return row(place, left ? .column : .row, adding: change)
    case (.none, .row(let selector, _, let change), .none) where !right:
      let factor =
        left
        ? graph.transpose(oldRow(a, selector)) : oldColumn(a, selector)
      return added(to: place, graph.product(factor, change))
    default: return nil
    }
  }
}
