// Entries of matrices put together and of parts cut out.

extension EntryForm {
  /// The entry of a matrix of numbers or blocks.
  ///
  /// Where the place is the index of a sum, or a block's size is not known,
  /// the whole matrix stands with brackets behind it.
  func block(
    _ rows: [[Expression]], _ expression: Expression, at place: Place
  ) throws(ExpressionFault) -> Expression {
    let whole = named(place, expression, try shape(expression))
    guard var row = offset(place.row) else { return whole }
    guard var column = offset(place.column) else { return whole }
    for line in rows {
      guard let height = try height(of: line) else { return whole }
      guard row < height else {
        row -= height
        continue
      }
      for part in line {
        let shape = try shape(part)
        if line.count == 1, shape.isScalar { return part }
        guard let width = count(shape.columns) else { return whole }
        guard column < width else {
          column -= width
          continue
        }
        if shape.isScalar { return part }
        return try entry(
          Place(row: index(row), column: index(column)), of: part)
      }
      return whole
    }
    return whole
  }

  private func height(
    of line: [Expression]
  ) throws(ExpressionFault) -> Int? {
    for part in line {
      let shape = try shape(part)
      if !shape.isScalar { return count(shape.rows) }
    }
    return 1
  }

  /// How far a place stands behind the first, where it is a number.
  private func offset(_ place: Expression, from first: Int? = nil) -> Int? {
    guard let number = place.constant, let whole = Int(exactly: number) else {
      return nil
    }
    return whole - (first ?? scope.notation.firstIndex)
  }

  /// A subscript of a form, counted as its entries are counted here.
  private func recounted(_ subscripted: Expression, from first: Int)
    -> Expression
  {
    offset(subscripted, from: first).map(index) ?? subscripted
  }

  /// The entry of a row, a column or a block cut out of a form.
  func stretch(
    of base: Expression, _ places: [Expression.Subscript],
    _ expression: Expression, at place: Place
  ) throws(ExpressionFault) -> Expression {
    let outer = try shape(expression)
    let shape = try shape(base)
    var axes = [place.row, place.column]
    if places.count == 1, shape.rows == .one, shape.columns != .one {
      axes = [place.column]
    }
    let firsts = scope.notation.firstPlace(of: base)
      .numbers(forSubscripts: places.count, isRow: axes.count == 1)
    var found: [Expression] = []
    for ((subscripted, wanted), from) in zip(zip(places, axes), firsts) {
      switch subscripted {
      case .all: found.append(wanted)
      case .at(let index): found.append(recounted(index, from: from))
      case .range(let first, _):
        guard let start = offset(first, from: from),
          let behind = offset(wanted)
        else {
          return named(place, expression, outer)
        }
        found.append(index(start + behind))
      }
    }
    guard let row = found.first, let column = found.last else {
      return expression
    }
    if found.count == 2 {
      return try entry(Place(row: row, column: column), of: base)
    }
    return try entry(
      shape.rows == .one && shape.columns != .one
        ? Place(row: first, column: row) : Place(row: row, column: first),
      of: base)
  }
}
