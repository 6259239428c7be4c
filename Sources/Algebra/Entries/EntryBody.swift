/// A function of whole matrices that can say what one entry of its value is.
///
/// A function without it keeps its call, with brackets behind it:
/// `diag(v)[1,2]`.
protocol EntryBody: FunctionBody {
  /// The entry of the value at a place.
  ///
  /// - Returns: Nothing where the entry has no simpler form than the call.
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression?
}

extension EntryForm {
  /// The sum of all entries of an expression, made of each what `change`
  /// says.
  func total(
    of expression: Expression, _ change: (Expression) -> Expression = { $0 }
  ) throws(ExpressionFault) -> Expression {
    let shape = try shape(expression)
    return try sum(along: shape.columns) {
      (column, form) throws(ExpressionFault) in
      try form.sum(along: shape.rows) {
        (row, form) throws(ExpressionFault) in
        change(try form.entry(Place(row: row, column: column), of: expression))
      }
    }
  }

  /// The sum of the entries of a column.
  func columnTotal(
    _ column: Expression, of expression: Expression,
    _ change: (Expression) -> Expression = { $0 }
  ) throws(ExpressionFault) -> Expression {
    try sum(along: try shape(expression).rows) {
      (row, form) throws(ExpressionFault) in
      change(try form.entry(Place(row: row, column: column), of: expression))
    }
  }
}

extension SumOfAll: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    let total = try form.total(of: argument)
    guard isMean else { return total }
    let shape = try form.shape(argument)
    let sizes = [shape.rows, shape.columns].filter { $0 != .one }
      .map(\.expression)
    guard let first = sizes.first else { return total }
    return Expression(1).over(sizes.dropFirst().reduce(first) { $0.times($1) })
      .times(total)
  }
}

extension RowSum: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    let shape = try form.shape(argument)
    return try form.sum(along: shape.columns) {
      (column, form) throws(ExpressionFault) in
      try form.entry(
        EntryForm.Place(row: place.row, column: column), of: argument)
    }
  }
}

extension ColumnSum: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    return try form.columnTotal(place.column, of: argument)
  }
}

extension Norm: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    return .call("sqrt", try form.total(of: argument) { $0.raised(to: 2) })
  }
}

extension Trace: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    return try form.sum(along: try form.shape(argument).rows) {
      (index, form) throws(ExpressionFault) in
      try form.entry(EntryForm.Place(row: index, column: index), of: argument)
    }
  }
}

extension Maker: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    switch kind {
    case .ones: return 1
    case .zeros: return 0
    case .unit:
      guard place.row.isNumber, place.column.isNumber else {
        return place.row.equals(place.column)
      }
      return place.row == place.column ? 1 : 0
    }
  }
}
