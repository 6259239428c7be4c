import Matrices

extension ElementaryArithmetic {
  public mutating func join(
    _ sign: BinaryOperator, _ left: Matrix<Number>, _ right: Matrix<Number>
  ) throws -> Matrix<Number> {
    try joinEntries(sign, left, right)
  }

  /// Joins entry by entry, with the few shapes that may differ.
  mutating func joinEntries(
    _ sign: BinaryOperator, _ left: Matrix<Number>, _ right: Matrix<Number>
  ) throws -> Matrix<Number> {
    if left.shape == right.shape {
      return try left.zipped(with: right, operation: sign.row.ascii) {
        (left, right) throws in try combine(sign, left, right)
      }
    }
    if right.shape.isScalar {
      let number = right.storage[0]
      return try left.map { entry throws in
        try combine(sign, entry, number)
      }
    }
    if left.shape.isScalar {
      let number = left.storage[0]
      return try right.map { entry throws in
        try combine(sign, number, entry)
      }
    }
    if left.columns == right.columns, left.rows == 1 || right.rows == 1 {
      return try joinColumn(sign, left.transposed, right.transposed).transposed
    }
    return try joinColumn(sign, left, right)
  }

  /// Joins a column to every column; which of rows and columns a single one
  /// joins was settled with the shapes.
  private mutating func joinColumn(
    _ sign: BinaryOperator, _ left: Matrix<Number>, _ right: Matrix<Number>
  ) throws -> Matrix<Number> {
    let isSum = sign == .add || sign == .subtract
    guard isSum, left.rows == right.rows else {
      throw ShapeError.entrywise(
        left: left.shape, right: right.shape, operation: sign.row.ascii)
    }
    if right.columns == 1 {
      return try left.zippedColumns(with: right, operation: sign.row.ascii) {
        sign == .add ? add($0, $1) : subtract($0, $1)
      }
    }
    return try right.zippedColumns(with: left, operation: sign.row.ascii) {
      sign == .add ? add($1, $0) : subtract($1, $0)
    }
  }

  /// Joins two numbers.
  mutating func combine(
    _ sign: BinaryOperator, _ left: Number, _ right: Number
  ) throws -> Number {
    switch sign {
    case .add: add(left, right)
    case .subtract: subtract(left, right)
    case .times, .hadamard, .matmul: multiply(left, right)
    case .divide, .hadamardDivide: try divide(left, right)
    case .power, .hadamardPower: try power(left, right)
    default: holds(sign, left, right) ? one : zero
    }
  }

  /// Whether a comparison holds, or either or both are true.
  private mutating func holds(
    _ sign: BinaryOperator, _ left: Number, _ right: Number
  ) -> Bool {
    switch sign {
    case .less: isLess(left, right)
    case .greater: isLess(right, left)
    case .lessOrEqual: isLess(left, right) || isEqual(left, right)
    case .greaterOrEqual: isLess(right, left) || isEqual(left, right)
    case .equal: isEqual(left, right)
    case .notEqual: differ(left, right)
    case .and: isTrue(left) && isTrue(right)
    case .or: isTrue(left) || isTrue(right)
    default: false
    }
  }

  /// What is no number differs from nothing, as it equals nothing.
  private mutating func differ(_ left: Number, _ right: Number) -> Bool {
    guard !double(left).isNaN, !double(right).isNaN else { return false }
    return !isEqual(left, right)
  }

  /// Whether a number counts as true: it is neither 0 nor no number.
  mutating func isTrue(_ number: Number) -> Bool { differ(number, zero) }
}
