import Matrices

extension Expression {
  /// The quantity that the expression names or cuts an entry out of.
  public var baseName: Name? {
    switch ungrouped {
    case .name(let name): name
    case .entry(let base, _): base.baseName
    default: nil
    }
  }

  /// Which entries of a quantity an expression such as `W1[1,:]` names.
  ///
  /// Shapes: those of the expression.
  ///
  /// - Parameters:
  ///   - quantity: The quantity, of any numbers.
  ///   - name: What it is called.
  ///   - scope: What the other names are.
  ///   - values: What they stand for.
  /// - Returns: The places of the entries in the quantity's storage.
  /// - Throws: ``ExpressionFault``.
  func places<Number>(
    in quantity: Matrix<Number>, called name: Name, scope: Scope,
    values: [Name: Matrix<Double>] = [:]
  ) throws -> Matrix<Int> {
    var finder = Evaluator(
      scope: scope, values: values, arithmetic: RealArithmetic())
    finder.values[name] = try quantity.numbered
    return try finder.value(of: self).map { Int($0) }
  }
}

extension Matrix {
  /// The place of each entry in the storage.
  fileprivate var numbered: Matrix<Double> {
    get throws {
      try Matrix<Double>(
        rows: rows, columns: columns,
        storage: storage.indices.map(Double.init))
    }
  }
}

extension Valuation {
  /// Which entries of its quantity a line such as `W1[1,:]` names.
  ///
  /// Shapes: those of the line.
  ///
  /// - Parameters:
  ///   - line: A quantity, or entries of one.
  ///   - name: The quantity.
  /// - Returns: The places of the entries, column after column.
  /// - Throws: ``ExpressionFault``.
  public func places(
    of line: Expression, in name: Name
  ) throws -> Matrix<Int> {
    guard let value = values[name] else {
      throw ExpressionFault(.unknownName(name))
    }
    return try self.value(of: line, locals: [name: value.numbered])
      .map { Int($0) }
  }
}
