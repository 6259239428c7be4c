import Matrices

extension Evaluator {
  mutating func entry(
    _ base: Expression, _ places: [Expression.Subscript]
  ) throws -> Value {
    let value = try child(0, base)
    let lengths = try value.shape.lengths(forSubscripts: places.count)
    let firsts = scope.notation.firstPlace(of: base)
      .numbers(forSubscripts: places.count, isRow: value.columns != 1)
    var step = 1
    var ranges: [Range<Int>] = []
    for (place, axis) in zip(places, zip(lengths, firsts)) {
      ranges.append(try range(of: place, axis, step: &step))
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
    of place: Expression.Subscript, _ axis: (length: Int, first: Int),
    step: inout Int
  ) throws -> Range<Int> {
    switch place {
    case .all: return 0..<axis.length
    case .at(let place):
      let index = try offset(place, axis, step)
      step += 1
      return index..<(index + 1)
    case .range(let first, let last):
      let low = try offset(first, axis, step)
      let high = try offset(last, axis, step + 1)
      defer { step += 2 }
      return try Notation.range(
        from: low, to: high, counting: axis.first, at: step)
    }
  }

  private mutating func offset(
    _ place: Expression, _ axis: (length: Int, first: Int), _ step: Int
  ) throws -> Int {
    let value = try child(step, place)
    guard value.shape.isScalar else {
      throw ExpressionFault(
        .subscriptIsMatrix(SymbolicShape(value.shape)), at: [step])
    }
    let number = arithmetic.double(value.storage[0])
    return try Notation.offset(
      of: number, among: axis.length, from: axis.first, at: step)
  }

  mutating func sum(_ index: Name, _ body: Expression) throws -> Value {
    let places = try scope.values(
      of: index, in: body, knowing: values.mapValues(\.shape),
      within: indices.keys)
    let outer = indices[index]
    defer { indices[index] = outer }
    indices[index] = places.lowerBound
    var total = try child(0, body)
    for place in places.dropFirst() {
      indices[index] = place
      let term = try child(0, body)
      total = try arithmetic.join(.add, total, term)
    }
    return total
  }
}
