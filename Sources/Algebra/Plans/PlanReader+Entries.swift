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
    var ranges: [Range<Int>] = []
    var step = 1
    for (place, length) in zip(places, lengths) {
      guard let range = try range(of: place, length, step: &step) else {
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
    of place: Expression.Subscript, _ length: Int, step: inout Int
  ) throws -> Range<Int>? {
    switch place {
    case .all: return 0..<length
    case .at(let place):
      defer { step += 1 }
      return try offset(place, length, step).map { $0..<($0 + 1) }
    case .range(let first, let last):
      defer { step += 2 }
      guard let low = try offset(first, length, step),
        let high = try offset(last, length, step + 1)
      else { return nil }
      return try scope.notation.range(from: low, to: high, at: step)
    }
  }

  private mutating func offset(
    _ place: Expression, _ length: Int, _ step: Int
  ) throws -> Int? {
    let value = try child(step, place)
    guard let number = graph.constant(at: value) else { return nil }
    return try scope.notation.offset(of: number, among: length, at: step)
  }

  mutating func sum(_ index: Name, _ body: Expression) throws -> Int {
    let length = try scope.length(
      of: index, in: body, knowing: values.mapValues { shape(of: $0) },
      within: indices.keys)
    guard length <= Self.termLimit else {
      return try general(.sum(over: index, body))
    }
    let outer = indices[index]
    defer { indices[index] = outer }
    let first = scope.notation.firstIndex
    indices[index] = first
    var total = try child(0, body)
    for place in (first + 1)..<(first + max(length, 1)) {
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
