internal import CKernels

/// In which order values are computed, and which of them example by example.
///
/// Where everything behind the examples is done column by column, a block of
/// examples goes all the way before the next begins, so that their numbers
/// are read from memory once.
struct PlanSchedule {
  /// How a value comes about.
  enum Kind {
    /// At once.
    case whole
    /// Some columns at a time, each from the same columns of what goes in.
    case byColumn
    /// A sum over the examples, to which each block adds.
    case sum
  }

  /// The values that are needed, in the order in which they are computed.
  private(set) var order: [Int]
  private(set) var kinds: [Kind]
  /// How many walks over all examples come before.
  private(set) var levels: [Int]
  /// Whether a value by columns is kept for all examples.
  private(set) var isKept: [Bool]
  /// The number of examples, where they are walked through in blocks.
  private(set) var examples: Int?
  private(set) var blockColumns = 0
  /// Into how many parts the blocks are divided, whose sums are added up in
  /// the end: as many whatever the number of processors.
  private(set) var lanes = 1

  /// The bytes of a block's numbers, which stay in a near cache.
  private static let blockBytes = 768 << 10

  init(
    _ graph: PlanGraph, needed: [Bool], kept: Set<Int>, batch: Set<Name>,
    lanes most: Int
  ) {
    kinds = Array(repeating: .whole, count: graph.nodes.count)
    levels = Array(repeating: 0, count: graph.nodes.count)
    isKept = Array(repeating: true, count: graph.nodes.count)
    let places = graph.nodes.indices.filter { needed[$0] }
    order = places
    examples = Self.examples(graph, places, batch)
    guard let examples else { return }
    for place in places {
      kinds[place] = kind(of: place, in: graph, batch, examples)
      levels[place] = level(of: place, in: graph)
    }
    let work = places.reduce(0) { $0 + graph.work(of: $1) }
    var bytes = 0
    for place in places where kinds[place] == .byColumn {
      bytes += graph[place].rows * MemoryLayout<Double>.stride
    }
    let fitting = Self.blockBytes / max(bytes, 1)
    blockColumns = max(16, min(256, fitting) & ~7)
    guard work > 100_000, blockColumns * 2 <= examples else {
      self.examples = nil
      kinds = Array(repeating: .whole, count: graph.nodes.count)
      levels = Array(repeating: 0, count: graph.nodes.count)
      return
    }
    lanes = work > 400_000 ? most : 1
    let (levels, kinds) = (levels, kinds)
    order = places.sorted {
      (levels[$0], kinds[$0] == .whole ? 0 : 1, $0)
        < (levels[$1], kinds[$1] == .whole ? 0 : 1, $1)
    }
    findKept(graph, places, kept)
  }

  /// The number of examples, where all that is given by examples agrees.
  private static func examples(
    _ graph: PlanGraph, _ places: [Int], _ batch: Set<Name>
  ) -> Int? {
    var counts: Set<Int> = []
    for place in places {
      if case .given(let name) = graph[place].operation, batch.contains(name) {
        counts.insert(graph[place].columns)
      }
    }
    guard counts.count == 1, let count = counts.first, count >= 32 else {
      return nil
    }
    return count
  }

  // MARK: - What goes by columns

  private func kind(
    of place: Int, in graph: PlanGraph, _ batch: Set<Name>, _ examples: Int
  ) -> Kind {
    let node = graph[place]
    let goByColumn = node.inputs.map { kinds[$0] == .byColumn }
    let all = goByColumn.allSatisfy { $0 }
    let isWide = node.columns == examples
    switch node.operation {
    case .given(let name): return batch.contains(name) ? .byColumn : .whole
    case .unary, .columnwise, .spreadRow:
      return all && isWide ? .byColumn : .whole
    case .binary, .scaled:
      let fits = node.inputs.allSatisfy {
        graph[$0].columns == examples || kinds[$0] == .whole
      }
      return isWide && fits && goByColumn.contains(true) ? .byColumn : .whole
    case .fill, .spreadColumn:
      return isWide && !goByColumn[0] ? .byColumn : .whole
    case .product(let transposesLeft, let transposesRight):
      if transposesRight {
        return !transposesLeft && goByColumn[0] && goByColumn[1]
          && node.inputs.count == 2 ? .sum : .whole
      }
      let isFree = goByColumn.enumerated().allSatisfy { $0 == 1 || !$1 }
      return goByColumn[1] && isFree ? .byColumn : .whole
    case .rowSums: return all ? .sum : .whole
    case .number(let kernel):
      let isSum =
        kernel == KernelTotal || kernel == KernelSquares
        || kernel == KernelInner || kernel == KernelLogDecays
      return all && isSum ? .sum : .whole
    case .block(_, let column):
      return all && isWide && column == 0 ? .byColumn : .whole
    case .above: return all && isWide ? .byColumn : .whole
    default: return .whole
    }
  }

  private func level(of place: Int, in graph: PlanGraph) -> Int {
    let isWhole = kinds[place] == .whole
    return graph[place].inputs.reduce(0) { level, input in
      if case .given = graph[input].operation { return level }
      let waits =
        isWhole ? kinds[input] != .whole : kinds[input] == .sum
      return max(level, levels[input] + (waits ? 1 : 0))
    }
  }

  /// What is read as a whole, or in a later walk, is kept.
  private mutating func findKept(
    _ graph: PlanGraph, _ places: [Int], _ kept: Set<Int>
  ) {
    for place in places where kinds[place] == .byColumn {
      if case .given = graph[place].operation { continue }
      isKept[place] = kept.contains(place)
    }
    for place in places {
      for input in graph[place].inputs
      where kinds[place] == .whole || levels[input] < levels[place] {
        isKept[input] = true
      }
    }
  }

  /// Whether a block of columns of the value goes into the other, and not
  /// the whole of it.
  func isSliced(_ input: Int, into place: Int, in graph: PlanGraph) -> Bool {
    guard kinds[place] != .whole else { return false }
    if kinds[input] == .byColumn { return true }
    switch graph[place].operation {
    case .binary, .scaled:
      return graph[input].columns == graph[place].columns
        && !graph[input].isScalar
    default: return false
    }
  }
}

extension PlanGraph {
  /// About how many multiplications a value takes.
  func work(of place: Int) -> Int {
    let node = nodes[place]
    switch node.operation {
    case .product(let transposesLeft, _):
      let left = nodes[node.inputs[0]]
      return node.count * (transposesLeft ? left.rows : left.columns)
    case .unary: return 8 * node.count
    case .given, .constant, .reshape: return 0
    default: return node.count
    }
  }
}
