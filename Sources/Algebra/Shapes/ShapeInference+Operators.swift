extension ShapeInference {
  func shape(
    _ sign: BinaryOperator, _ left: SymbolicShape, _ right: SymbolicShape
  ) throws(ExpressionFault) -> SymbolicShape {
    switch sign {
    case .matmul: try product(left, right)
    case .times: try multiple(left, right)
    case .divide: try quotient(left, right)
    case .power: try power(left, right)
    case .add, .subtract: try sum(sign, left, right)
    default: try join(sign, left, right)
    }
  }

  private func product(
    _ left: SymbolicShape, _ right: SymbolicShape
  ) throws(ExpressionFault) -> SymbolicShape {
    guard case .matrix(let rows, let inner) = left,
      case .matrix(let other, let columns) = right
    else { throw ExpressionFault(.scalarInMatrixProduct) }
    guard inner.unified(with: other, sizes: scope.sizes) != nil else {
      throw ExpressionFault(.innerDimensions(left: left, right: right))
    }
    return .matrix(rows: rows, columns: columns)
  }

  private func multiple(
    _ left: SymbolicShape, _ right: SymbolicShape
  ) throws(ExpressionFault) -> SymbolicShape {
    guard left.isScalar || right.isScalar,
      let shape = left.joined(with: right, sizes: scope.sizes)
    else {
      throw ExpressionFault(.ambiguousProduct(left: left, right: right))
    }
    return shape
  }

  private func quotient(
    _ left: SymbolicShape, _ right: SymbolicShape
  ) throws(ExpressionFault) -> SymbolicShape {
    guard right.isScalar else {
      throw ExpressionFault(.divisionByMatrix(right))
    }
    return left
  }

  private func power(
    _ base: SymbolicShape, _ exponent: SymbolicShape
  ) throws(ExpressionFault) -> SymbolicShape {
    guard base.isScalar else { throw ExpressionFault(.powerOfMatrix(base)) }
    guard exponent.isScalar else {
      throw ExpressionFault(.exponentIsMatrix(exponent))
    }
    return base
  }

  /// In a sum alone a column joins every column, or a row every row where an
  /// example is a row: that is how a bias is written.
  private func sum(
    _ sign: BinaryOperator, _ left: SymbolicShape, _ right: SymbolicShape
  ) throws(ExpressionFault) -> SymbolicShape {
    if let shape = left.joined(with: right, sizes: scope.sizes) {
      return shape
    }
    let shape =
      scope.notation.examples == .columns
      ? spread(left, right)
      : spread(left.transposed, right.transposed)?.transposed
    if let shape { return shape }
    throw ExpressionFault(.entrywise(sign, left: left, right: right))
  }

  /// The shape of a sum in which a column joins every column.
  private func spread(
    _ left: SymbolicShape, _ right: SymbolicShape
  ) -> SymbolicShape? {
    guard let rows = left.rows.unified(with: right.rows, sizes: scope.sizes)
    else { return nil }
    if right.columns == .one {
      return .matrix(rows: rows, columns: left.columns)
    }
    return left.columns == .one
      ? .matrix(rows: rows, columns: right.columns) : nil
  }

  private func join(
    _ sign: BinaryOperator, _ left: SymbolicShape, _ right: SymbolicShape
  ) throws(ExpressionFault) -> SymbolicShape {
    guard let shape = left.joined(with: right, sizes: scope.sizes) else {
      throw ExpressionFault(.entrywise(sign, left: left, right: right))
    }
    return shape
  }
}
