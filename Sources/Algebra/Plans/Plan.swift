internal import CKernels
import Matrices

/// A worksheet compiled: its equations as a flat sequence of steps over one
/// buffer, to be run again and again.
///
/// What is computed is what the worksheet computes, equation by equation;
/// there is nothing in it that knows what a network is. An update equation,
/// `W1 ← W1 - η dW1`, replaces a given quantity at the end of a run; all of
/// them are computed before the first is set, so none sees what another has
/// made.
///
/// Values agree with those of ``Valuation`` but for rounding, and depend
/// neither on the number of processors nor on what else runs.
public final class Plan {
  /// What the plan computes, and where it stands.
  struct Quantity {
    var place: Int
    var shape: Shape
  }

  let graph: PlanGraph
  private let memory: PlanMemory
  private let buffer: UnsafeMutablePointer<Double>
  private let steps: UnsafeMutableBufferPointer<KernelStep>
  /// What is run one after the other, or beside each other; no array, of
  /// which a run would have to keep hold.
  private let segments: UnsafeMutableBufferPointer<PlanSegment>
  /// The values that the evaluator computes, in the order of their steps.
  private let generals: [Int]
  private let slopeAtKink: Double
  /// How many steps a run takes.
  public let stepCount: Int
  /// The given quantities.
  private let givens: [Name: Int]
  /// The quantities that can be read after a run.
  private let quantities: [Name: Int]
  /// The bytes of a cache line, and of the widest vector: one that lies
  /// across two lines takes twice as long to read.
  private static let cacheLine = 64
  /// Whether all steps are run one after the other, and none needs the
  /// evaluator.
  private let isPlain: Bool

  /// Compiles a worksheet.
  ///
  /// - Parameters:
  ///   - worksheet: The equations.
  ///   - shapes: The shape of every given quantity; the learning rate η
  ///     needs none.
  ///   - wanted: The quantities that are read after a run; all where absent.
  ///     What nobody wants is not kept, and not computed if nothing else
  ///     needs it.
  ///   - updates: Whether the update equations are part of a run.
  /// - Throws: ``PlanFault``.
  public convenience init(
    _ worksheet: Worksheet, shapes: [Name: Shape],
    wanting wanted: [Name]? = nil, updates: Bool = true
  ) throws(PlanFault) {
    let draft = try PlanDraft(worksheet, shapes, updates: updates)
    var quantities: [Name: Int] = [:]
    for name in wanted ?? draft.names {
      guard let place = draft.computed[name] else {
        throw .worksheet(.unknownQuantity(name))
      }
      quantities[name] = place
    }
    self.init(
      draft, keeping: Set(quantities.values),
      slopeAtKink: worksheet.slopeAtKink, quantities: quantities)
  }

  init(
    _ draft: PlanDraft, keeping kept: Set<Int>, slopeAtKink: Double,
    quantities: [Name: Int]
  ) {
    let graph = draft.graph
    let targets = kept.union(draft.updates.map(\.value))
    let schedule = PlanSchedule(
      graph, needed: graph.needed(for: targets.union(draft.givens.values)),
      kept: Set(targets.map { graph.source(of: $0) }), batch: draft.batch,
      lanes: draft.lanes)
    memory = PlanMemory(
      graph, schedule, standingIn: graph.standingIn(draft.updates, schedule))
    buffer = UnsafeMutableRawPointer.allocate(
      byteCount: max(memory.size, 1) * MemoryLayout<Double>.stride,
      alignment: Self.cacheLine
    ).bindMemory(to: Double.self, capacity: max(memory.size, 1))
    buffer.initialize(repeating: 0, count: max(memory.size, 1))
    var writer = PlanWriter(graph, schedule, memory, at: buffer)
    writer.write(updates: draft.updates)
    steps = .allocate(capacity: max(writer.steps.count, 1))
    _ = steps.initialize(from: writer.steps)
    segments = .allocate(capacity: writer.segments.count)
    _ = segments.initialize(from: writer.segments)
    generals = writer.generals
    stepCount = writer.segments.reduce(0) {
      $0 + $1.first.count + $1.second.count
    }
    isPlain =
      generals.isEmpty && writer.segments.allSatisfy(\.second.isEmpty)
    self.graph = graph
    givens = draft.givens
    self.quantities = quantities
    self.slopeAtKink = slopeAtKink
    for place in schedule.order {
      if let number = graph.constant(at: place) {
        buffer[memory.whole(place)] = number
      }
    }
  }

  deinit {
    buffer.deallocate()
    steps.deallocate()
    segments.deallocate()
  }

  /// How many bytes the plan's numbers take.
  public var bytes: Int { memory.size * MemoryLayout<Double>.stride }

  // MARK: - Running

  /// Computes everything once.
  ///
  /// - Throws: ``PlanFault`` where a formula that is left to the evaluator
  ///   cannot be computed; a plan without one does not throw.
  public func run() throws(PlanFault) {
    guard let steps = steps.baseAddress else { return }
    var next = 0
    while next < segments.count {
      let segment = segments[next]
      if segment.second.isEmpty {
        try run(segment.first)
      } else {
        kernels_run_both(
          steps + segment.first.lowerBound, Int64(segment.first.count),
          steps + segment.second.lowerBound, Int64(segment.second.count))
      }
      next += 1
    }
  }

  /// Computes everything several times, without a look in between.
  ///
  /// - Parameter times: How often.
  /// - Throws: As ``run()``.
  public func run(times: Int) throws(PlanFault) {
    guard isPlain else {
      for _ in 0..<max(times, 0) { try run() }
      return
    }
    kernels_repeat(steps.baseAddress, Int64(stepCount), Int64(times))
  }

  /// Computes everything once for each value of a given number, without a
  /// look in between.
  ///
  /// - Parameters:
  ///   - name: What is given; it keeps the last of the values.
  ///   - numbers: The values, in their order.
  ///   - wanted: The number that is read after each run; none if absent.
  /// - Returns: What was read.
  /// - Throws: As ``load(_:_:)`` and ``run()``.
  @discardableResult
  public func run(
    giving name: Name, each numbers: [Double], reading wanted: Name? = nil
  ) throws(PlanFault) -> [Double] {
    let place = try given(name)
    let node = graph[place]
    guard node.isScalar else {
      throw .worksheet(
        .shapeDiffers(name, expected: shape(of: node), found: "1×1"))
    }
    let source = wanted.flatMap { self.place(of: $0) }.map(entries)
    var results = source == nil ? [] : numbers
    guard let to = entries(at: place).baseAddress else { return [] }
    guard isPlain else {
      for (turn, number) in numbers.enumerated() {
        to.pointee = number
        try run()
        if let source { results[turn] = source[0] }
      }
      return results
    }
    results.withUnsafeMutableBufferPointer { results in
      kernels_run_over(
        steps.baseAddress, Int64(stepCount), numbers, Int64(numbers.count),
        to, source?.baseAddress.map { UnsafePointer($0) },
        results.baseAddress)
    }
    return results
  }

  /// Computes two plans once, beside each other where another processor is
  /// free.
  ///
  /// - Throws: As ``run()``.
  static func run(_ one: Plan, beside other: Plan) throws(PlanFault) {
    guard one.isPlain, other.isPlain else {
      try one.run()
      return try other.run()
    }
    kernels_run_both(
      one.steps.baseAddress, Int64(one.stepCount), other.steps.baseAddress,
      Int64(other.stepCount))
  }

  private func run(_ range: Range<Int>) throws(PlanFault) {
    var next = range.lowerBound
    while next < range.upperBound {
      next = Int(
        kernels_run(steps.baseAddress, Int64(next), Int64(range.upperBound)))
      guard next < range.upperBound else { return }
      try evaluate(generals[Int(steps[next].inner)])
      next += 1
    }
  }

  /// Has the evaluator compute one value.
  private func evaluate(_ place: Int) throws(PlanFault) {
    let node = graph[place]
    guard case .general(let number) = node.operation else { return }
    let general = graph.generals[number]
    var values: [Name: Matrix<Double>] = [:]
    for (name, input) in zip(general.names, node.inputs) {
      values[name] = matrix(at: input)
    }
    var evaluator = Evaluator(
      scope: general.scope, values: values,
      arithmetic: RealArithmetic(slopeAtKink: slopeAtKink))
    do {
      let value = try evaluator.value(of: general.expression)
      write(value, to: place)
    } catch let fault as ExpressionFault {
      throw .worksheet(.equation("", fault))
    } catch {
      throw .worksheet(.equation("", ExpressionFault(.derivativeInside)))
    }
  }

  // MARK: - Numbers in and out

  /// Where the entries of a value stand, column after column.
  func entries(at place: Int) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(
      start: buffer + memory.whole(graph.source(of: place)),
      count: graph[place].count)
  }

  func matrix(at place: Int) -> Matrix<Double>? {
    let node = graph[place]
    return try? Matrix(
      rows: node.rows, columns: node.columns,
      storage: Array(entries(at: place)))
  }

  private func write(_ value: Matrix<Double>, to place: Int) {
    let entries = entries(at: place)
    guard entries.count == value.storage.count else { return }
    _ = entries.update(from: value.storage)
  }

  func place(ofGiven name: Name) -> Int? { givens[name] }

  func place(of name: Name) -> Int? { quantities[name] ?? givens[name] }

  /// Gives a given quantity its value.
  ///
  /// - Throws: ``PlanFault`` where there is none of this name, or the shape
  ///   differs from the one that the plan was made for.
  public func load(
    _ name: Name, _ value: Matrix<Double>
  ) throws(PlanFault) {
    let place = try given(name)
    let node = graph[place]
    guard node.rows == value.rows, node.columns == value.columns else {
      throw .worksheet(
        .shapeDiffers(
          name, expected: shape(of: node), found: "\(value.shape)"))
    }
    write(value, to: place)
  }

  /// Gives several given quantities their values; what is not given in the
  /// worksheet is left out.
  ///
  /// - Throws: ``PlanFault`` as ``load(_:_:)``.
  public func load(_ values: [Name: Matrix<Double>]) throws(PlanFault) {
    for (name, value) in values where givens[name] != nil {
      try load(name, value)
    }
  }

  /// Gives a given quantity some columns of a matrix, as for a batch.
  ///
  /// - Parameters:
  ///   - name: The quantity, which has as many columns.
  ///   - columns: Which columns, counted from 0, in their order.
  ///   - matrix: What they are taken from.
  /// - Throws: ``PlanFault`` as ``load(_:_:)``.
  public func load(
    _ name: Name, columns: some Collection<Int>, of matrix: Matrix<Double>
  ) throws(PlanFault) {
    let place = try given(name)
    let node = graph[place]
    guard node.rows == matrix.rows, node.columns == columns.count,
      columns.allSatisfy({ (0..<matrix.columns).contains($0) })
    else {
      throw .worksheet(
        .shapeDiffers(
          name, expected: shape(of: node),
          found: "\(Shape(rows: matrix.rows, columns: columns.count))"))
    }
    guard var to = entries(at: place).baseAddress else { return }
    matrix.storage.withUnsafeBufferPointer { from in
      guard let from = from.baseAddress else { return }
      for column in columns {
        to.update(from: from + column * node.rows, count: node.rows)
        to += node.rows
      }
    }
  }

  private func given(_ name: Name) throws(PlanFault) -> Int {
    if let place = givens[name] { return place }
    throw .worksheet(
      quantities[name] == nil ? .unknownQuantity(name) : .derivedQuantity(name))
  }

  private func shape(of node: PlanGraph.Node) -> SymbolicShape {
    SymbolicShape(Shape(rows: node.rows, columns: node.columns))
  }

  /// The value of a quantity that is given or wanted, as the last run left
  /// it.
  public func value(_ name: Name) -> Matrix<Double>? {
    place(of: name).flatMap { matrix(at: $0) }
  }

  /// The first entry of a quantity, as of a cost.
  public func number(_ name: Name) -> Double? {
    place(of: name).flatMap { entries(at: $0).first }
  }
}
