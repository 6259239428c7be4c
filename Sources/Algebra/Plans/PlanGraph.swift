internal import CKernels

/// What is computed, value by value: the equations of a worksheet with all
/// sizes known and everything that is computed twice written once.
struct PlanGraph {
  /// A value and what it is computed from.
  struct Node: Hashable {
    var operation: Operation
    /// The values that go in, by their places in the graph.
    var inputs: [Int] = []
    var rows: Int
    var columns: Int

    var count: Int { rows * columns }
    var isScalar: Bool { rows == 1 && columns == 1 }
  }

  /// How a value comes of those that go in.
  enum Operation: Hashable {
    /// A quantity that is given.
    case given(Name)
    case constant(Double)
    /// A function of each entry, with a number that belongs to it.
    case unary(KernelOperation, Double)
    /// Two values entry by entry, of which one may be a single number.
    case binary(KernelOperation)
    /// `a ± c·b`, where c is a single number.
    case scaled(KernelOperation)
    /// A product, to each column of which a third value may be added.
    case product(transposesLeft: Bool, transposesRight: Bool)
    /// Something done to each column.
    case columnwise(KernelOperation)
    case rowSums
    /// One number of all entries.
    case number(KernelOperation)
    case transpose
    /// The same entries, counted as other rows and columns.
    case reshape
    case fill
    case spreadColumn
    case spreadRow
    /// The part that begins at a row and a column.
    case block(row: Int, column: Int)
    /// Parts one after the other from left to right.
    case beside
    /// Parts one after the other from above to below.
    case above
    case diagonal
    case diagonalOf
    /// What the evaluator has to do.
    case general(Int)
  }

  /// A formula left to the evaluator.
  struct General: Sendable {
    var expression: Expression
    /// The names in it, in the order of the node's inputs.
    var names: [Name]
    var scope: Scope
  }

  private(set) var nodes: [Node] = []
  private(set) var generals: [General] = []
  private var places: [Node: Int] = [:]

  /// Adds a value, or finds it where it is computed already.
  mutating func place(of node: Node) -> Int {
    if let place = places[node] { return place }
    nodes.append(node)
    places[node] = nodes.count - 1
    return nodes.count - 1
  }

  /// Adds a formula for the evaluator.
  mutating func place(
    of general: General, inputs: [Int], rows: Int, columns: Int
  ) -> Int {
    generals.append(general)
    return place(
      of: Node(
        operation: .general(generals.count - 1), inputs: inputs, rows: rows,
        columns: columns))
  }

  /// Takes over the formulas to which values of this graph refer.
  mutating func adopt(_ generals: [General]) { self.generals = generals }

  subscript(place: Int) -> Node { nodes[place] }

  mutating func constant(_ number: Double) -> Int {
    place(of: Node(operation: .constant(number), rows: 1, columns: 1))
  }

  /// The number that a value is, where that is known beforehand.
  func constant(at place: Int) -> Double? {
    if case .constant(let number) = nodes[place].operation {
      number
    } else {
      nil
    }
  }

  /// The values that any of the places needs, themselves included.
  func needed(for places: some Sequence<Int>) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    for place in places { isNeeded[place] = true }
    for place in nodes.indices.reversed() where isNeeded[place] {
      for input in nodes[place].inputs { isNeeded[input] = true }
    }
    return isNeeded
  }
}
