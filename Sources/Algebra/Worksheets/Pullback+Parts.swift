// What a slope does at a call, an entry or a block.

extension Pullback {
  mutating func carry(
    _ slope: Slope, through name: Name, _ primes: Int,
    _ arguments: [Expression], of expression: Expression
  ) throws(WorksheetFault) {
    guard let function = scope.functions[name] else {
      throw .equation(subject, ExpressionFault(.unknownFunction(name)))
    }
    guard function.body.passesSlopes else {
      throw .noSlope(subject, expression)
    }
    var shapes: [SymbolicShape] = []
    for argument in arguments { shapes.append(try shape(argument)) }
    let passage = Passage(
      function: name, primes: primes, arguments: arguments,
      argumentShapes: shapes, shape: try shape(expression),
      output: expression == whole ? .name(subject) : expression,
      adjoint: .name(Pullback.arrived), adjointShape: slope.shape)
    for (argument, contribution) in zip(
      arguments, function.body.pullback(passage))
    {
      guard let contribution else { continue }
      try carry(
        continued(slope, by: contribution, of: function, expression),
        into: argument)
    }
  }

  /// Stands for the slope at hand while a function says what becomes of it.
  private static let arrived = Name(stem: "slope", index: "arrived")

  private func continued(
    _ slope: Slope, by contribution: Contribution, of function: Function,
    _ expression: Expression
  ) -> Slope {
    var next = slope
    let shown = written(out: contribution.adjoint, function, expression)
    let stable = contribution.stable ?? shown
    next.shown = shown.substituting([Pullback.arrived: slope.shown])
    next.computed = stable.substituting([Pullback.arrived: slope.computed])
    next.shape = contribution.shape
    next.rules.append(contribution.rule)
    return next
  }

  /// Writes `ln'(u)` as `1 ./ u`: only slopes of activations have a sign of
  /// their own in a formula.
  private func written(
    out expression: Expression, _ function: Function, _ call: Expression
  ) -> Expression {
    guard let elementwise = function.elementwise, !function.isActivation,
      case .call(let name, let primes, let arguments) = call,
      let argument = arguments.first,
      let law = try? elementwise.slope(order: primes + 1, of: name),
      let shape = try? shape(argument)
    else { return expression }
    let form = shape == .scalar ? law : law.entrywise
    let value = form.substituting([
      Elementwise.input: argument,
      Elementwise.output: primes == 0 ? call : .call(name, argument),
    ])
    let sign = Expression.call(name, primes: primes + 1, arguments)
    return expression.mapped { $0 == sign ? value : $0 }
  }

  mutating func carry(
    _ slope: Slope, intoEntry base: Expression,
    _ places: [Expression.Subscript], of expression: Expression
  ) throws(WorksheetFault) {
    let baseShape = try shape(base)
    let (rows, columns) = (baseShape.rows, baseShape.columns)
    let both: [Expression.Subscript] =
      places.count == 2
      ? places : rows == .one ? [.at(1)] + places : places + [.at(1)]
    let left = selection(both[0], of: rows)
    let right = selection(both[1], of: columns).map(Expression.transpose)
    let part = try shape(expression)
    let next = slope.stepped(baseShape, by: .entry) { value in
      guard part == .scalar || slope.isSpread else {
        return [left, value, right].compactMap { $0 }.product
      }
      let frame = part == .scalar ? [left, right] : [left, part.ones, right]
      return value.times(frame.compactMap { $0 }.product)
    }
    try carry(next, into: base)
  }

  /// The matrix whose product with a part puts it back into its rows.
  private func selection(
    _ place: Expression.Subscript, of axis: Dimension
  ) -> Expression? {
    if case .all = place { return nil }
    return .entry(.call("eye", axis.expression), [.all, place])
  }

  mutating func carry(
    _ slope: Slope, intoBlocks rows: [[Expression]]
  ) throws(WorksheetFault) {
    var firstRow: Expression = 1
    for row in rows {
      var firstColumn: Expression = 1
      var height: Expression = 1
      for block in row {
        let shape = try shape(block)
        height = shape.rows.expression
        let width = shape.columns.expression
        try carry(
          part(
            of: slope, shape, from: (firstRow, firstColumn), (height, width)),
          into: block)
        firstColumn = firstColumn.advanced(by: width)
      }
      firstRow = firstRow.advanced(by: height)
    }
  }

  private func part(
    of slope: Slope, _ shape: SymbolicShape,
    from start: (row: Expression, column: Expression),
    _ size: (height: Expression, width: Expression)
  ) -> Slope {
    guard !slope.isSpread else { return slope }
    let rows = range(start.row, size.height, isEntry: shape == .scalar)
    let columns = range(start.column, size.width, isEntry: shape == .scalar)
    return slope.stepped(shape, by: .entry) { .entry($0, [rows, columns]) }
  }

  private func range(
    _ first: Expression, _ count: Expression, isEntry: Bool
  ) -> Expression.Subscript {
    isEntry
      ? .at(first) : .range(first, first.advanced(by: count).advanced(by: -1))
  }
}

extension Expression {
  /// The sum with a count, whole numbers added up.
  fileprivate func advanced(by count: Expression) -> Expression {
    if let first = constant, let second = count.constant,
      let whole = Int(exactly: first + second)
    {
      return Expression(integerLiteral: whole)
    }
    if count == -1, case .binary(.add, 1, let rest) = self { return rest }
    return count == -1 ? minus(1) : plus(count)
  }

  /// The formula of numbers, applied entry by entry.
  var entrywise: Expression {
    mapped { part in
      guard case .binary(let sign, let left, let right) = part else {
        return part
      }
      let leftIsNumber = left.isConstantNumber
      switch sign {
      case .times where !leftIsNumber && !right.isConstantNumber:
        return left.hadamard(right)
      case .divide where !right.isConstantNumber:
        return .binary(.hadamardDivide, left, right)
      case .power: return .binary(.hadamardPower, left, right)
      default: return part
      }
    }
  }
}

extension [Expression] {
  /// The matrix product of all, from the left.
  fileprivate var product: Expression {
    guard let first else { return 1 }
    return dropFirst().reduce(first) { $0.matmul($1) }
  }
}
