internal import CKernels

/// Where each value stands in the one buffer of a plan.
struct PlanMemory {
  /// How many doubles there are in all.
  private(set) var size = 0
  /// The places of values that stand as a whole.
  private var wholes: [Int]
  /// The places of a block's values and of partial sums, for each lane.
  private var blocks: [[Int]]

  init(
    _ graph: PlanGraph, _ schedule: PlanSchedule, standingIn: [Int: Int]
  ) {
    wholes = Array(repeating: -1, count: graph.nodes.count)
    blocks = Array(
      repeating: Array(repeating: -1, count: graph.nodes.count),
      count: schedule.lanes)
    for place in schedule.order {
      let node = graph[place]
      if case .reshape = node.operation { continue }
      if standingIn[place] != nil { continue }
      let isPartial =
        schedule.kinds[place] == .sum && schedule.lanes > 1
      if schedule.isKept[place] { wholes[place] = reserve(node.count) }
      if isPartial || !schedule.isKept[place] {
        let count =
          isPartial ? node.count : node.rows * schedule.blockColumns
        for lane in blocks.indices { blocks[lane][place] = reserve(count) }
      }
    }
    for (place, given) in standingIn { wholes[place] = wholes[given] }
  }

  /// Every buffer begins on a cache line and has room behind it.
  private mutating func reserve(_ count: Int) -> Int {
    defer { size += (count + 7) & ~7 + KernelPadding }
    return size
  }

  func whole(_ place: Int) -> Int { wholes[place] }

  func block(_ place: Int, lane: Int) -> Int { blocks[lane][place] }
}

extension PlanGraph {
  /// The value whose entries a reshaped one has.
  func source(of place: Int) -> Int {
    var place = place
    while case .reshape = nodes[place].operation {
      place = nodes[place].inputs[0]
    }
    return place
  }

  /// The values that may be written over what they replace: entrywise ones,
  /// computed when nothing reads the old value any more.
  ///
  /// - Parameters:
  ///   - updates: What replaces each given quantity, by their places.
  ///   - schedule: In which order values are computed.
  /// - Returns: The given quantity in whose place each value stands.
  func standingIn(
    _ updates: [(given: Int, value: Int)], _ schedule: PlanSchedule
  ) -> [Int: Int] {
    var lastReader: [Int: Int] = [:]
    for (rank, place) in schedule.order.enumerated() {
      for input in nodes[place].inputs { lastReader[source(of: input)] = rank }
    }
    // What replaces another quantity as it is, is read in the end.
    for (_, value) in updates { lastReader[source(of: value)] = .max }
    var found: [Int: Int] = [:]
    for (given, value) in updates {
      guard schedule.kinds[value] == .whole, schedule.kinds[given] == .whole,
        found[value] == nil, isEntrywise(value),
        let rank = schedule.order.firstIndex(of: value),
        lastReader[given, default: -1] <= rank,
        nodes[value].inputs.allSatisfy({
          source(of: $0) != given || nodes[$0].count == nodes[value].count
        })
      else { continue }
      found[value] = given
    }
    return found
  }

  private func isEntrywise(_ place: Int) -> Bool {
    switch nodes[place].operation {
    case .unary, .binary, .scaled: true
    default: false
    }
  }
}
