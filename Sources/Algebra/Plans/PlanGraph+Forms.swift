internal import CKernels

// The forms that values are put together in. A form that comes to less work
// is taken where the value is the same.
extension PlanGraph {
  mutating func unary(
    _ operation: KernelOperation, _ value: Int, number: Double = 0
  ) -> Int {
    if operation == KernelNegate {
      if let number = constant(at: value) { return constant(-number) }
      if let inner = negated(value) { return inner }
    }
    if operation == KernelSoftplus { return softplus(value) }
    let node = nodes[value]
    return place(
      of: Node(
        operation: .unary(operation, number), inputs: [value],
        rows: node.rows, columns: node.columns))
  }

  /// The part of softplus that is the same for `x` and `-x` is computed once:
  /// a cross-entropy has both.
  private mutating func softplus(_ value: Int) -> Int {
    let even = negated(value) ?? value
    return binary(
      KernelAdd, unary(KernelRelu, value), unary(KernelLogDecay, even))
  }

  /// Two values entry by entry; the shapes are known to fit.
  mutating func binary(
    _ operation: KernelOperation, _ left: Int, _ right: Int
  ) -> Int {
    if let folded = folded(operation, left, right) { return folded }
    if let signed = signed(operation, left, right) { return signed }
    let shape = nodes[left].isScalar ? nodes[right] : nodes[left]
    var left = left
    var right = right
    // A number in every place joins like the number.
    if case .fill = nodes[left].operation, !nodes[right].isScalar {
      left = nodes[left].inputs[0]
    } else if case .fill = nodes[right].operation, !nodes[left].isScalar {
      right = nodes[right].inputs[0]
    }
    if let scaled = scaled(operation, left, right, shape) { return scaled }
    if operation == KernelAdd, let sum = weighted(left, right) { return sum }
    return place(
      of: Node(
        operation: .binary(operation), inputs: [left, right],
        rows: shape.rows, columns: shape.columns))
  }

  /// What has the sign before a value changed.
  private func negated(_ value: Int) -> Int? {
    guard case .unary(KernelNegate, _) = nodes[value].operation else {
      return nil
    }
    return nodes[value].inputs[0]
  }

  /// A sign is moved outwards, where it meets another or a sum takes it in.
  private mutating func signed(
    _ operation: KernelOperation, _ left: Int, _ right: Int
  ) -> Int? {
    let (minusLeft, minusRight) = (negated(left), negated(right))
    switch (operation, minusLeft, minusRight) {
    case (KernelMultiply, let a?, let b?), (KernelDivide, let a?, let b?):
      return binary(operation, a, b)
    case (KernelMultiply, let a?, nil), (KernelDivide, let a?, nil):
      return unary(KernelNegate, binary(operation, a, right))
    case (KernelMultiply, nil, let b?), (KernelDivide, nil, let b?):
      return unary(KernelNegate, binary(operation, left, b))
    case (KernelAdd, let a?, let b?):
      return unary(KernelNegate, binary(KernelAdd, a, b))
    case (KernelAdd, let a?, nil): return binary(KernelSubtract, right, a)
    case (KernelAdd, nil, let b?): return binary(KernelSubtract, left, b)
    case (KernelSubtract, _, let b?): return binary(KernelAdd, left, b)
    default: return nil
    }
  }

  private mutating func folded(
    _ operation: KernelOperation, _ left: Int, _ right: Int
  ) -> Int? {
    guard let left = constant(at: left), let right = constant(at: right)
    else { return nil }
    switch operation {
    case KernelAdd: return constant(left + right)
    case KernelSubtract: return constant(left - right)
    case KernelMultiply: return constant(left * right)
    case KernelDivide: return constant(left / right)
    default: return nil
    }
  }

  /// A step along a slope, `W - η dW`, in one form.
  private mutating func scaled(
    _ operation: KernelOperation, _ left: Int, _ right: Int, _ shape: Node
  ) -> Int? {
    guard operation == KernelAdd || operation == KernelSubtract,
      case .binary(KernelMultiply) = nodes[right].operation,
      nodes[left].count == shape.count, nodes[right].count == shape.count
    else { return nil }
    let factors = nodes[right].inputs
    guard
      let place = factors.firstIndex(where: { nodes[$0].isScalar }),
      nodes[factors[1 - place]].count == shape.count
    else { return nil }
    let kernel =
      operation == KernelAdd ? KernelAddScaled : KernelSubtractScaled
    return self.place(
      of: Node(
        operation: .scaled(kernel),
        inputs: [left, factors[1 - place], factors[place]], rows: shape.rows,
        columns: shape.columns))
  }

  /// `u∘(p + c) + (1 - u)∘(q + c)` is `u∘p + (1 - u)∘q + c`, as in a
  /// cross-entropy, where c is the part of softplus that is never infinite.
  private mutating func weighted(_ left: Int, _ right: Int) -> Int? {
    guard case .binary(KernelMultiply) = nodes[left].operation,
      case .binary(KernelMultiply) = nodes[right].operation
    else { return nil }
    let (one, other) = (nodes[left].inputs, nodes[right].inputs)
    for (u, v, first, second) in [
      (one[0], other[0], one[1], other[1]),
      (one[1], other[1], one[0], other[0]),
      (one[0], other[1], one[1], other[0]),
      (one[1], other[0], one[0], other[1]),
    ] where isRest(u, of: v) || isRest(v, of: u) {
      guard case .binary(KernelAdd) = nodes[first].operation,
        case .binary(KernelAdd) = nodes[second].operation
      else { continue }
      let (p, q) = (nodes[first].inputs, nodes[second].inputs)
      guard p[1] == q[1], nodes[p[1]].count == nodes[left].count,
        isLogDecay(p[1])
      else { continue }
      let sum = binary(
        KernelAdd, binary(KernelMultiply, u, p[0]),
        binary(KernelMultiply, v, q[0]))
      return binary(KernelAdd, sum, p[1])
    }
    return nil
  }

  /// Whether a value is 1 less the other.
  private func isRest(_ value: Int, of other: Int) -> Bool {
    guard case .binary(KernelSubtract) = nodes[value].operation,
      nodes[value].inputs[1] == other
    else { return false }
    return constant(at: nodes[value].inputs[0]) == 1
      || isOnes(nodes[value].inputs[0])
  }

  mutating func transpose(_ value: Int) -> Int {
    let node = nodes[value]
    if node.isScalar { return value }
    if case .transpose = node.operation { return node.inputs[0] }
    let isVector = node.rows == 1 || node.columns == 1
    return place(
      of: Node(
        operation: isVector ? .reshape : .transpose, inputs: [value],
        rows: node.columns, columns: node.rows))
  }

  /// A matrix all of whose entries are one number.
  mutating func fill(_ number: Int, rows: Int, columns: Int) -> Int {
    guard rows * columns > 1 else { return number }
    return place(
      of: Node(
        operation: .fill, inputs: [number], rows: rows, columns: columns))
  }

  mutating func spread(column: Int, columns: Int) -> Int {
    let node = nodes[column]
    if columns == 1 { return column }
    if node.rows == 1 { return fill(column, rows: 1, columns: columns) }
    return place(
      of: Node(
        operation: .spreadColumn, inputs: [column], rows: node.rows,
        columns: columns))
  }

  mutating func spread(row: Int, rows: Int) -> Int {
    let node = nodes[row]
    if rows == 1 { return row }
    if node.columns == 1 { return fill(row, rows: rows, columns: 1) }
    return place(
      of: Node(
        operation: .spreadRow, inputs: [row], rows: rows,
        columns: node.columns))
  }

  /// The matrix product, whose inner dimensions agree.
  mutating func product(_ left: Int, _ right: Int) -> Int {
    let rows = nodes[left].rows
    let columns = nodes[right].columns
    if nodes[left].columns == 1 {
      if isOnes(left) { return spread(row: right, rows: rows) }
      if isOnes(right) { return spread(column: left, columns: columns) }
      if nodes[left].isScalar || nodes[right].isScalar {
        return binary(KernelMultiply, left, right)
      }
    }
    let (a, transposesLeft) = untransposed(left)
    let (b, transposesRight) = untransposed(right)
    // Few rows by many columns run along the columns of the longer factor.
    let isLow = rows <= 32 && columns >= 64 && columns >= 4 * rows
    if isLow, !transposesLeft, transposesRight {
      let turned = place(
        of: Node(
          operation: .product(transposesLeft: false, transposesRight: true),
          inputs: [b, a], rows: columns, columns: rows))
      return transpose(turned)
    }
    return place(
      of: Node(
        operation: .product(
          transposesLeft: transposesLeft, transposesRight: transposesRight),
        inputs: [a, b], rows: rows, columns: columns))
  }

  private func untransposed(_ value: Int) -> (Int, Bool) {
    switch nodes[value].operation {
    case .transpose: return (nodes[value].inputs[0], true)
    case .reshape:
      let inner = nodes[value].inputs[0]
      let isTurned =
        nodes[inner].rows == nodes[value].columns
        && nodes[inner].columns == nodes[value].rows
      return isTurned ? (inner, true) : (value, false)
    default: return (value, false)
    }
  }

  private func isOnes(_ value: Int) -> Bool {
    guard case .fill = nodes[value].operation else { return false }
    return constant(at: nodes[value].inputs[0]) == 1
  }

  /// A sum or difference of a matrix and one column, which joins every
  /// column.
  mutating func join(
    _ operation: KernelOperation, matrix: Int, column: Int
  ) -> Int {
    let node = nodes[matrix]
    if operation == KernelAdd, node.inputs.count == 2,
      case .product = node.operation
    {
      return place(
        of: Node(
          operation: node.operation, inputs: node.inputs + [column],
          rows: node.rows, columns: node.columns))
    }
    return binary(
      operation, matrix, spread(column: column, columns: node.columns))
  }

  mutating func block(
    of value: Int, rows: Range<Int>, columns: Range<Int>
  ) -> Int {
    let node = nodes[value]
    if rows.count == node.rows, columns.count == node.columns { return value }
    return place(
      of: Node(
        operation: .block(row: rows.lowerBound, column: columns.lowerBound),
        inputs: [value], rows: rows.count, columns: columns.count))
  }

  /// Values side by side, or one above the other.
  mutating func assembled(_ values: [Int], beside: Bool) -> Int {
    guard values.count > 1 else { return values[0] }
    let parts = values.map { nodes[$0] }
    return place(
      of: Node(
        operation: beside ? .beside : .above, inputs: values,
        rows: beside ? parts[0].rows : parts.reduce(0) { $0 + $1.rows },
        columns: beside
          ? parts.reduce(0) { $0 + $1.columns } : parts[0].columns))
  }

  mutating func columnwise(
    _ operation: KernelOperation, _ values: [Int], toRow: Bool = false
  ) -> Int {
    let node = nodes[values[0]]
    return place(
      of: Node(
        operation: .columnwise(operation), inputs: values,
        rows: toRow ? 1 : node.rows, columns: node.columns))
  }

  mutating func columnSums(_ value: Int) -> Int {
    if nodes[value].rows == 1 { return value }
    if let inner = negated(value) {
      return unary(KernelNegate, columnSums(inner))
    }
    return columnwise(KernelColumnSums, [value], toRow: true)
  }

  mutating func rowSums(_ value: Int) -> Int {
    let node = nodes[value]
    if node.columns == 1 { return value }
    return place(
      of: Node(
        operation: .rowSums, inputs: [value], rows: node.rows, columns: 1))
  }

  /// One number of all entries.
  mutating func number(_ operation: KernelOperation, _ values: [Int]) -> Int {
    if operation == KernelTotal, let total = total(values[0]) { return total }
    return place(
      of: Node(
        operation: .number(operation), inputs: values, rows: 1, columns: 1))
  }

  private func isLogDecay(_ value: Int) -> Bool {
    if case .unary(KernelLogDecay, _) = nodes[value].operation {
      true
    } else {
      false
    }
  }

  /// A sum of all entries in a form that comes to less work.
  private mutating func total(_ value: Int) -> Int? {
    let node = nodes[value]
    if node.isScalar { return value }
    if let inner = negated(value) {
      return unary(KernelNegate, number(KernelTotal, [inner]))
    }
    switch node.operation {
    case .rowSums, .columnwise(KernelColumnSums), .transpose, .reshape:
      return number(KernelTotal, node.inputs)
    case .unary(KernelLogDecay, _):
      return number(KernelLogDecays, node.inputs)
    case .binary(KernelAdd):
      guard node.inputs.contains(where: isLogDecay),
        node.inputs.allSatisfy({ nodes[$0].count == node.count })
      else { return nil }
      let parts = node.inputs.map { number(KernelTotal, [$0]) }
      return binary(KernelAdd, parts[0], parts[1])
    default: return nil
    }
  }
}
