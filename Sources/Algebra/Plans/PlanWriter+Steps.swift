internal import CKernels

// The step of each form.
extension PlanWriter {
  mutating func write(_ place: Int, _ block: Block?) {
    let node = graph[place]
    var step = KernelStep()
    step.rows = Int64(node.rows)
    step.columns = Int64(width(of: node, place, block))
    step.count = step.rows * step.columns
    step.out = target(of: place, block)
    switch node.operation {
    case .given, .constant, .reshape: return
    case .general: return appendReturn(to: place)
    case .beside, .above: return assemble(place, node, block)
    default: break
    }
    step.a = input(0, of: place, block)
    if node.inputs.count > 1 { step.b = input(1, of: place, block) }
    if node.inputs.count > 2 { step.c = input(2, of: place, block) }
    switch node.operation {
    case .unary(let kernel, let number):
      step.operation = kernel
      step.number = number
    case .binary(let kernel):
      step.operation = kernel
      step.flags = scalars(node)
    case .scaled(let kernel): step.operation = kernel
    case .product(let transposesLeft, let transposesRight):
      multiply(&step, node, transposesLeft, transposesRight, block)
    default: arrange(&step, node, place, block)
    }
    if schedule.kinds[place] == .sum, let block, !block.isFirst {
      step.flags |= Int32(KernelAccumulate)
    }
    append(step, computing: place)
  }

  /// The columns of the result that a step computes.
  private func width(
    of node: PlanGraph.Node, _ place: Int, _ block: Block?
  ) -> Int {
    guard let block, schedule.kinds[place] == .byColumn else {
      return node.columns
    }
    return block.columns
  }

  private func scalars(_ node: PlanGraph.Node) -> Int32 {
    guard !node.isScalar else { return 0 }
    if graph[node.inputs[0]].isScalar { return Int32(KernelScalarA) }
    return graph[node.inputs[1]].isScalar
      ? Int32(KernelScalarB) : 0
  }

  // MARK: - Places

  private func target(
    of place: Int, _ block: Block?
  ) -> UnsafeMutablePointer<Double>? {
    guard let block else { return base + memory.whole(graph.source(of: place)) }
    if schedule.kinds[place] == .sum {
      return base
        + (schedule.lanes > 1
          ? memory.block(place, lane: block.lane) : memory.whole(place))
    }
    return schedule.isKept[place]
      ? base + memory.whole(place) + block.start * graph[place].rows
      : base + memory.block(place, lane: block.lane)
  }

  private func input(
    _ number: Int, of place: Int, _ block: Block?
  ) -> UnsafePointer<Double> {
    let input = graph[place].inputs[number]
    let source = graph.source(of: input)
    guard let block, schedule.isSliced(input, into: place, in: graph) else {
      return UnsafePointer(base + memory.whole(source))
    }
    return schedule.isKept[source]
      ? UnsafePointer(
        base + memory.whole(source) + block.start * graph[input].rows)
      : UnsafePointer(base + memory.block(source, lane: block.lane))
  }

  // MARK: - Products

  private func multiply(
    _ step: inout KernelStep, _ node: PlanGraph.Node,
    _ transposesLeft: Bool, _ transposesRight: Bool, _ block: Block?
  ) {
    let left = graph[node.inputs[0]]
    let right = graph[node.inputs[1]]
    step.operation = KernelProduct
    step.inner = Int64(transposesLeft ? left.rows : left.columns)
    if let block, schedule.kinds[node.inputs[0]] == .byColumn {
      step.inner = Int64(block.columns)
    }
    step.outColumn = step.rows
    (step.aRow, step.aColumn) =
      transposesLeft ? (Int64(left.rows), 1) : (1, Int64(left.rows))
    (step.bRow, step.bColumn) =
      transposesRight ? (Int64(right.rows), 1) : (1, Int64(right.rows))
  }

  // MARK: - Sums and moves

  private func arrange(
    _ step: inout KernelStep, _ node: PlanGraph.Node, _ place: Int,
    _ block: Block?
  ) {
    let from = graph[node.inputs[0]]
    let isSliced = schedule.isSliced(node.inputs[0], into: place, in: graph)
    let fromColumns = isSliced ? block?.columns ?? from.columns : from.columns
    switch node.operation {
    case .columnwise(let kernel): step.operation = kernel
    case .rowSums: step.operation = KernelRowSums
    case .number(let kernel): step.operation = kernel
    case .transpose: step.operation = KernelTranspose
    case .fill: step.operation = KernelFill
    case .spreadColumn: step.operation = KernelSpreadColumn
    case .spreadRow: step.operation = KernelSpreadRow
    case .diagonal: step.operation = KernelDiagonal
    case .diagonalOf: step.operation = KernelDiagonalOf
    case .block(let row, let column):
      step.operation = KernelBlock
      step.a += column * from.rows + row
      step.aColumn = Int64(from.rows)
      step.outColumn = step.rows
      return
    default: return
    }
    switch node.operation {
    case .columnwise, .rowSums, .number, .transpose:
      step.rows = Int64(from.rows)
      step.columns = Int64(fromColumns)
    default: break
    }
  }

  private mutating func assemble(
    _ place: Int, _ node: PlanGraph.Node, _ block: Block?
  ) {
    guard var out = target(of: place, block) else { return }
    for number in node.inputs.indices {
      let part = graph[node.inputs[number]]
      var step = KernelStep()
      step.operation = KernelBlock
      step.rows = Int64(part.rows)
      step.columns = Int64(width(of: part, place, block))
      step.a = input(number, of: place, block)
      step.aColumn = step.rows
      step.out = out
      step.outColumn = Int64(node.rows)
      append(step)
      out += node.operation == .above ? part.rows : part.count
    }
  }
}
