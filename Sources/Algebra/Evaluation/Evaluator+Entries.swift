import Matrices

extension Evaluator {
  mutating func entry(
    _ base: Expression, _ places: [Expression.Subscript]
  ) throws -> Value {
    let value = try child(0, base)
    let lengths = try value.shape.lengths(forSubscripts: places.count)
    var step = 1
    var ranges: [Range<Int>] = []
    for (place, length) in zip(places, lengths) {
      ranges.append(try range(of: place, length, step: &step))
    }
    guard let first = ranges.first, let last = ranges.last else {
      return value
    }
    if ranges.count == 2 { return try value.block(rows: first, columns: last) }
    return value.columns == 1
      ? try value.block(rows: first, columns: 0..<1)
      : try value.block(rows: 0..<1, columns: first)
  }

  /// The places of a subscript, counted from 0.
  private mutating func range(
    of place: Expression.Subscript, _ length: Int, step: inout Int
  ) throws -> Range<Int> {
    switch place {
    case .all: return 0..<length
    case .at(let place):
      let index = try offset(place, length, step)
      step += 1
      return index..<(index + 1)
    case .range(let first, let last):
      let low = try offset(first, length, step)
      let high = try offset(last, length, step + 1)
      defer { step += 2 }
      return try scope.notation.range(from: low, to: high, at: step)
    }
  }

  private mutating func offset(
    _ place: Expression, _ length: Int, _ step: Int
  ) throws -> Int {
    let value = try child(step, place)
    guard value.shape.isScalar else {
      throw ExpressionFault(
        .subscriptIsMatrix(SymbolicShape(value.shape)), at: [step])
    }
    let number = arithmetic.double(value.storage[0])
    return try scope.notation.offset(of: number, among: length, at: step)
  }

  mutating func sum(_ index: Name, _ body: Expression) throws -> Value {
    let length = try scope.length(
      of: index, in: body, knowing: values.mapValues(\.shape),
      within: indices.keys)
    let outer = indices[index]
    defer { indices[index] = outer }
    let first = scope.notation.firstIndex
    indices[index] = first
    var total = try child(0, body)
    for place in (first + 1)..<(first + max(length, 1)) {
      indices[index] = place
      let term = try child(0, body)
      total = try arithmetic.join(.add, total, term)
    }
    return total
  }
}
