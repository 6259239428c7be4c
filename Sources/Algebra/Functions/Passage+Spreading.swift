extension Expression {
  /// Returns a slope times a factor entry by entry, whichever of the two is a
  /// scalar.
  func joined(
    _ shape: SymbolicShape, to factor: Expression, _ other: SymbolicShape
  ) -> Expression {
    if constant == 1 { return factor }
    return shape.isScalar || other.isScalar
      ? times(factor) : hadamard(factor)
  }

  /// A column or a matrix of ones.
  static func ones(_ rows: Dimension, _ columns: Dimension) -> Expression {
    .call("ones", rows.expression, columns.expression)
  }
}

extension Passage {
  /// The argument of a function that takes one.
  var argument: Expression { arguments.first ?? output }

  var argumentShape: SymbolicShape { argumentShapes.first ?? shape }

  /// The slope as a matrix of the value's shape, also where a scalar stands
  /// for all entries.
  var spreadAdjoint: Expression {
    guard adjointShape.isScalar, adjointShape != shape, shape != .scalar
    else { return adjoint }
    let ones = Expression.ones(shape.rows, shape.columns)
    return adjoint.constant == 1 ? ones : adjoint.times(ones)
  }

  /// The slope times a factor that has the value's shape.
  func adjoint(times factor: Expression) -> Expression {
    adjoint.joined(adjointShape, to: factor, shape)
  }

  /// A row, one entry for each column, put in every row of the argument.
  func inEveryRow(_ row: Expression) -> Expression {
    // A single number joins every entry anyway.
    argumentShape.columns == .one
      ? row : Expression.ones(argumentShape.rows, .one).matmul(row)
  }

  /// A contribution of the argument's shape.
  func contribution(
    _ adjoint: Expression, rule: Rule, stable: Expression? = nil
  ) -> Contribution {
    Contribution(adjoint, shape: argumentShape, rule: rule, stable: stable)
  }

  /// A contribution that is the same in every entry.
  func scalarContribution(
    _ adjoint: Expression, rule: Rule
  ) -> Contribution {
    Contribution(adjoint, shape: .scalar, rule: rule)
  }
}
