internal import CKernels
import Matrices

// Entries, blocks and sums over an index.
extension PlanReader {
  /// A sum of more terms is left to the evaluator.
  private static let termLimit = 64

  mutating func entry(
    _ base: Expression, _ places: [Expression.Subscript]
  ) throws -> Int {
    let value = try child(0, base)
    let shape = shape(of: value)
    let lengths = try shape.lengths(forSubscripts: places.count)
    let firsts = scope.notation.firstPlace(of: base)
      .numbers(forSubscripts: places.count, isRow: shape.columns != 1)
    var ranges: [Range<Int>] = []
    var step = 1
    for (place, axis) in zip(places, zip(lengths, firsts)) {
      guard let range = try range(of: place, axis, step: &step) else {
        return try general(.entry(base, places))
      }
      ranges.append(range)
    }
    if ranges.count == 2 {
      return graph.block(of: value, rows: ranges[0], columns: ranges[1])
    }
    return shape.columns == 1
      ? graph.block(of: value, rows: ranges[0], columns: 0..<1)
      : graph.block(of: value, rows: 0..<1, columns: ranges[0])
  }

  /// The places of a subscript, counted from 0; nothing where only a run
  /// tells them.
  private mutating func range(
    of place: Expression.Subscript, _ axis: (length: Int, first: Int),
    step: inout Int
  ) throws -> Range<Int>? {
    switch place {
    case .all: return 0..<axis.length
    case .at(let place):
      defer { step += 1 }
      return try offset(place, axis, step).map { $0..<($0 + 1) }
    case .range(let first, let last):
      defer { step += 2 }
      guard let low = try offset(first, axis, step),
        let high = try offset(last, axis, step + 1)
      else { return nil }
      return try Notation.range(
        from: low, to: high, counting: axis.first, at: step)
    }
  }

  private mutating func offset(
    _ place: Expression, _ axis: (length: Int, first: Int), _ step: Int
  ) throws -> Int? {
    let value = try child(step, place)
    guard let number = graph.constant(at: value) else { return nil }
    return try Notation.offset(
      of: number, among: axis.length, from: axis.first, at: step)
  }

  mutating func sum(_ index: Name, _ body: Expression) throws -> Int {
    let places = try scope.values(
      of: index, in: body, knowing: values.mapValues { shape(of: $0) },
      within: indices.keys)
    guard places.count <= Self.termLimit else {
      return try general(.sum(over: index, body))
    }
    let outer = indices[index]
    defer { indices[index] = outer }
    indices[index] = places.lowerBound
    var total = try child(0, body)
    for place in places.dropFirst() {
      indices[index] = place
      total = try join(.add, total, try child(0, body))
    }
    return total
  }
}

// MARK: - Blocks

extension PlanReader {
  mutating func matrix(_ rows: [[Expression]]) throws -> Int {
    var step = 0
    var blocks: [[Int]] = []
    for row in rows {
      var parts: [Int] = []
      for part in row {
        parts.append(try child(step, part))
        step += 1
      }
      blocks.append(parts)
    }
    let isFiller = { (graph: PlanGraph, row: [Int]) in
      row.count == 1 && graph[row[0]].isScalar
    }
    // A single number fills the place that is left.
    let width = blocks.first { !isFiller(graph, $0) }?
      .reduce(0) { $0 + graph[$1].columns }
    var lines: [Int] = []
    for row in blocks {
      if isFiller(graph, row), let width {
        lines.append(graph.fill(row[0], rows: 1, columns: width))
      } else {
        lines.append(try beside(row))
      }
    }
    guard let first = lines.first else {
      throw ExpressionFault(.tooLarge(rows: 0, columns: 0))
    }
    for line in lines where graph[line].columns != graph[first].columns {
      throw ExpressionFault(
        .aboveDiffers(upper: shape(of: first), lower: shape(of: line)),
        joinedBy: .add)
    }
    return graph.assembled(lines, beside: false)
  }

  private mutating func beside(_ row: [Int]) throws -> Int {
    let height = row.map { graph[$0].rows }.max() ?? 1
    var parts: [Int] = []
    for part in row {
      let filled =
        graph[part].isScalar
        ? graph.fill(part, rows: height, columns: 1) : part
      guard graph[filled].rows == height else {
        throw ExpressionFault(
          .besideDiffers(left: shape(of: row[0]), right: shape(of: part)),
          joinedBy: .add)
      }
      parts.append(filled)
    }
    guard !parts.isEmpty else {
      throw ExpressionFault(.tooLarge(rows: 0, columns: 0))
    }
    return graph.assembled(parts, beside: true)
  }
}
