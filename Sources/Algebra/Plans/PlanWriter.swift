internal import CKernels

/// Writes the steps that compute a graph, with the places in memory at which
/// they read and write.
struct PlanWriter {
  let graph: PlanGraph
  let schedule: PlanSchedule
  let memory: PlanMemory
  let base: UnsafeMutablePointer<Double>

  private(set) var steps: [KernelStep] = []
  private(set) var segments: [PlanSegment] = []
  /// The values left to the evaluator, in the order of their steps.
  private(set) var generals: [Int] = []
  /// Where the entrywise steps began that may be done strip by strip.
  private var run: Int?
  /// The values that these steps compute, where they compute one.
  private var runPlaces: [Int?] = []
  /// What reads each value.
  private let readers: [[Int]]

  /// Some examples, and the lane that they belong to.
  struct Block {
    var lane: Int
    var start: Int
    var columns: Int
    /// Whether it is the first of its lane, which overwrites partial sums.
    var isFirst: Bool
  }

  init(
    _ graph: PlanGraph, _ schedule: PlanSchedule, _ memory: PlanMemory,
    at base: UnsafeMutablePointer<Double>
  ) {
    self.graph = graph
    self.schedule = schedule
    self.memory = memory
    self.base = base
    var readers = [[Int]](repeating: [], count: graph.nodes.count)
    for place in schedule.order {
      for input in graph[place].inputs {
        readers[graph.source(of: input)].append(place)
      }
    }
    self.readers = readers
  }

  mutating func write(updates: [(given: Int, value: Int)]) {
    let last = schedule.order.map { schedule.levels[$0] }.max() ?? 0
    for level in 0...last {
      let places = schedule.order.filter { schedule.levels[$0] == level }
      let isWhole = { (schedule: PlanSchedule, place: Int) in
        schedule.kinds[place] == .whole
      }
      section { writer in
        for place in places where isWhole(writer.schedule, place) {
          writer.write(place, nil)
        }
      }
      let others = places.filter { !isWhole(schedule, $0) }
      if !others.isEmpty { writeBlocks(others) }
    }
    section { writer in
      for (given, value) in updates { writer.copy(value, to: given) }
    }
  }

  /// Adds steps that are run one after the other.
  private mutating func section(_ body: (inout PlanWriter) -> Void) {
    let first = steps.count
    body(&self)
    closeRun()
    guard steps.count > first else { return }
    if let previous = segments.last, previous.second.isEmpty {
      segments[segments.count - 1].first =
        previous.first.lowerBound..<steps.count
    } else {
      segments.append(PlanSegment(first: first..<steps.count))
    }
  }

  private mutating func writeBlocks(_ places: [Int]) {
    guard let examples = schedule.examples else { return }
    let width = schedule.blockColumns
    let count = (examples + width - 1) / width
    var ranges: [Range<Int>] = []
    for lane in 0..<schedule.lanes {
      let first = steps.count
      let low = (count * lane + schedule.lanes - 1) / schedule.lanes
      let high = (count * (lane + 1) + schedule.lanes - 1) / schedule.lanes
      for block in low..<high {
        let start = block * width
        let part = Block(
          lane: lane, start: start, columns: min(width, examples - start),
          isFirst: block == low)
        for place in places { write(place, part) }
      }
      closeRun()
      ranges.append(first..<steps.count)
    }
    segments.append(
      PlanSegment(
        first: ranges[0],
        second: ranges.count > 1
          ? ranges[1] : steps.count..<steps.count))
    guard schedule.lanes > 1 else { return }
    section { writer in
      for place in places where writer.schedule.kinds[place] == .sum {
        writer.addLanes(of: place)
      }
    }
  }

  /// Adds the partial sums of the lanes, always in the same order.
  private mutating func addLanes(of place: Int) {
    var step = KernelStep()
    step.operation = KernelAdd
    step.count = Int64(graph[place].count)
    step.a = UnsafePointer(base + memory.block(place, lane: 0))
    step.b = UnsafePointer(base + memory.block(place, lane: 1))
    step.out = base + memory.whole(place)
    append(step)
  }

  private mutating func copy(_ value: Int, to given: Int) {
    let from = memory.whole(graph.source(of: value))
    let to = memory.whole(given)
    guard from != to else { return }
    var step = KernelStep()
    step.operation = KernelCopy
    step.count = Int64(graph[given].count)
    step.a = UnsafePointer(base + from)
    step.out = base + to
    append(step)
  }

  // MARK: - Steps

  mutating func append(_ step: KernelStep, computing place: Int? = nil) {
    let isEntrywise =
      step.operation.rawValue < KernelColumnSums.rawValue
      && step.operation != KernelReturn
    if !isEntrywise || run.map({ steps[$0].count != step.count }) ?? false {
      closeRun()
    }
    if isEntrywise, run == nil { run = steps.count }
    if isEntrywise { runPlaces.append(place) }
    steps.append(step)
  }

  mutating func appendReturn(to place: Int) {
    closeRun()
    generals.append(place)
    var step = KernelStep()
    step.operation = KernelReturn
    step.inner = Int64(generals.count - 1)
    steps.append(step)
  }

  /// Lets long entrywise steps that follow each other go strip by strip, so
  /// that what one leaves is still near when the next one reads it.
  private mutating func closeRun() {
    guard let first = run else { return }
    let places = runPlaces
    run = nil
    runPlaces = []
    let length = steps[first].count
    guard places.count > 1, length > 4 * Int64(KernelStripLength) else {
      return
    }
    let inner = innerValues(of: places)
    for (offset, place) in places.enumerated() {
      steps[first + offset].flags |= moves(
        steps[first + offset], computing: place, inner)
    }
    var header = KernelStep()
    header.operation = KernelStrips
    header.count = length
    header.rows = Int64(places.count)
    steps.insert(header, at: first)
  }

  /// The values that nothing reads but the steps of a run: one strip of them
  /// is enough.
  private func innerValues(of places: [Int?]) -> Set<Int> {
    let all = Set(places.compactMap { $0 })
    return all.filter { place in
      !schedule.isKept[place] && readers[place].allSatisfy(all.contains)
    }
  }

  /// Which operands of a step move on from strip to strip.
  private func moves(
    _ step: KernelStep, computing place: Int?, _ inner: Set<Int>
  ) -> Int32 {
    func isInner(_ number: Int) -> Bool {
      guard let place, number < graph[place].inputs.count else { return false }
      return inner.contains(graph.source(of: graph[place].inputs[number]))
    }
    var flags: Int32 = 0
    if step.flags & Int32(KernelScalarA) == 0, !isInner(0) {
      flags |= Int32(KernelMovesA)
    }
    if step.flags & Int32(KernelScalarB) == 0, !isInner(1) {
      flags |= Int32(KernelMovesB)
    }
    if place.map({ !inner.contains($0) }) ?? true {
      flags |= Int32(KernelMovesOut)
    }
    return flags
  }
}

/// Steps that are run one after the other, or two sequences that may be run
/// beside each other.
struct PlanSegment {
  var first: Range<Int>
  var second: Range<Int> = 0..<0
}
