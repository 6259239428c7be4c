import Matrices

extension Evaluator {
  mutating func matrix(_ rows: [[Expression]]) throws -> Value {
    var step = 0
    var blocks: [[Value]] = []
    for row in rows {
      var values: [Value] = []
      for part in row {
        values.append(try child(step, part))
        step += 1
      }
      blocks.append(values)
    }
    if blocks.allSatisfy({ $0.allSatisfy(\.shape.isScalar) }) {
      return try faulting(blocks) {
        try Matrix($0.map { row in row.map { $0.storage[0] } })
      }
    }
    return try faulting(blocks) { try assembled($0) }
  }

  /// Puts blocks together; a single number fills the place that is left.
  private func assembled(_ blocks: [[Value]]) throws -> Value {
    let isFiller = { (row: [Value]) in
      row.count == 1 && row[0].shape.isScalar
    }
    let width = blocks.first { !isFiller($0) }?.map(\.columns).reduce(0, +)
    var result: Value?
    for row in blocks {
      let line =
        isFiller(row)
        ? try Matrix(repeating: row[0].storage[0], rows: 1, columns: width ?? 1)
        : try beside(row)
      result = try result?.above(line) ?? line
    }
    guard let result else {
      throw ShapeError.noEntries(Shape(rows: 0, columns: 0))
    }
    return result
  }

  private func beside(_ row: [Value]) throws -> Value {
    let height = row.map(\.rows).max() ?? 1
    var result: Value?
    for block in row {
      let filled =
        block.shape.isScalar
        ? try Matrix(repeating: block.storage[0], rows: height, columns: 1)
        : block
      result = try result?.beside(filled) ?? filled
    }
    guard let result else {
      throw ShapeError.noEntries(Shape(rows: 0, columns: 0))
    }
    return result
  }

  private func faulting(
    _ blocks: [[Value]], _ make: ([[Value]]) throws -> Value
  ) throws -> Value {
    do { return try make(blocks) } catch let error as ShapeError {
      throw ExpressionFault(error, joinedBy: .add)
    }
  }
}
