extension ShapeInference {
  mutating func entry(
    _ base: Expression, _ places: [Expression.Subscript]
  ) throws(ExpressionFault) -> SymbolicShape {
    let shape = try child(0, base)
    let axes = try axes(of: shape, of: base, count: places.count)
    var step = 1
    var results: [Dimension?] = []
    for (place, axis) in zip(places, axes) {
      results.append(try length(of: place, along: axis, step: &step))
    }
    return result(of: results, shape)
  }

  /// The axes that the subscripts walk along.
  private func axes(
    of shape: SymbolicShape, of base: Expression, count: Int
  ) throws(ExpressionFault) -> [Axis] {
    guard case .matrix(let rows, let columns) = shape else {
      throw ExpressionFault(.subscriptOfNumber)
    }
    let first = scope.notation.firstPlace(of: base)
    switch count {
    case 2: return [Axis(rows, first.row), Axis(columns, first.column)]
    case 1:
      if columns == .one { return [Axis(rows, first.row)] }
      if rows == .one { return [Axis(columns, first.column)] }
      throw ExpressionFault(.exampleWanted(shape))
    default: throw ExpressionFault(.subscriptCount(shape, found: count))
    }
  }

  /// What the lengths along the axes make: an axis at which one place is
  /// named is gone, and a vector stays lying or standing.
  private func result(
    of lengths: [Dimension?], _ shape: SymbolicShape
  ) -> SymbolicShape {
    if lengths.allSatisfy({ $0 == nil }) { return .scalar }
    if lengths.count == 2 {
      return .matrix(rows: lengths[0] ?? .one, columns: lengths[1] ?? .one)
    }
    let length = (lengths.first ?? nil) ?? .one
    return shape.columns == .one
      ? .matrix(rows: length, columns: .one)
      : .matrix(rows: .one, columns: length)
  }

  /// The length of a subscript's stretch, or nothing for a single place.
  private mutating func length(
    of place: Expression.Subscript, along axis: Axis, step: inout Int
  ) throws(ExpressionFault) -> Dimension? {
    switch place {
    case .all: return axis.length
    case .at(let place):
      note(place, at: axis)
      try requireNumber(place, step)
      try requireInside(place, axis, step)
      step += 1
      return nil
    case .range(let first, let last):
      for (offset, end) in [first, last].enumerated() {
        try requireNumber(end, step + offset)
        try requireInside(end, axis, step + offset)
      }
      let length = try length(from: first, to: last, step)
      step += 2
      return length
    }
  }

  private mutating func requireNumber(
    _ place: Expression, _ step: Int
  ) throws(ExpressionFault) {
    let shape = try child(step, place)
    guard shape.isScalar else {
      throw ExpressionFault(.subscriptIsMatrix(shape), at: [step])
    }
  }

  /// Refuses a place outside the axis where both are numbers already.
  private func requireInside(
    _ place: Expression, _ axis: Axis, _ step: Int
  ) throws(ExpressionFault) {
    guard let number = place.constant else { return }
    guard let index = Int(exactly: number) else {
      throw ExpressionFault(.subscriptNotWhole(number), at: [step])
    }
    guard let count = axis.length.count(sizes: scope.sizes) else { return }
    let last = axis.first + count - 1
    guard index >= axis.first, index <= last else {
      throw ExpressionFault(
        .subscriptOutOfRange(index, first: axis.first, last: last), at: [step])
    }
  }

  private func length(
    from first: Expression, to last: Expression, _ step: Int
  ) throws(ExpressionFault) -> Dimension {
    if let low = place(first), let high = place(last) {
      guard low <= high else {
        throw ExpressionFault(
          .rangeIsEmpty(first: low, last: high), at: [step])
      }
      return .written(high - low + 1)
    }
    guard let count = counted(last.minus(first).plus(1)) else {
      throw ExpressionFault(.rangeLengthUnknown, at: [step])
    }
    return count
  }

  /// The dimension that a sum of sizes and numbers makes, as in `n + 1`.
  private func counted(_ expression: Expression) -> Dimension? {
    guard let sum = sizes(in: expression), sum.number >= 0,
      sum.names.values.allSatisfy({ $0 >= 0 })
    else { return nil }
    let names = sum.names.sorted { $0.key < $1.key }.flatMap { name, count in
      Array(repeating: Dimension.size(name), count: count)
    }
    if names.isEmpty { return .written(sum.number) }
    return .sum(sum.number == 0 ? names : names + [.fixed(sum.number)])
  }

  /// How often each size stands in a sum, and the numbers in it together.
  private func sizes(
    in expression: Expression
  ) -> (names: [Name: Int], number: Int)? {
    switch expression {
    case .group(let inner): return sizes(in: inner)
    case .name(let name):
      if case .size(let size)? = scope.dimension(named: expression) {
        return ([size: 1], 0)
      }
      return scope.sizes[name] == nil
        ? nil : place(expression).map { ([:], $0) }
    case .binary(let sign, let left, let right)
    where sign == .add || sign == .subtract:
      guard let left = sizes(in: left), let right = sizes(in: right) else {
        return nil
      }
      let factor = sign == .add ? 1 : -1
      let names = left.names.merging(
        right.names.mapValues { $0 * factor }, uniquingKeysWith: +)
      return (names, left.number + factor * right.number)
    default: return place(expression).map { ([:], $0) }
    }
  }

  /// The number of a place, where it is a number or a known size.
  private func place(_ expression: Expression) -> Int? {
    if let number = expression.constant {
      return number.magnitude < Dimension.limit ? Int(exactly: number) : nil
    }
    return scope.dimension(named: expression)?.count(sizes: scope.sizes)
  }
}
