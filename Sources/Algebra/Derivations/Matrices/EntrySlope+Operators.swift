// The slope of an entry where two matrices are joined.

extension EntrySlope {
  mutating func slope(
    of sign: BinaryOperator, _ left: Expression, _ right: Expression,
    at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    switch sign {
    case .matmul: return try slope(ofProduct: left, right, at: place)
    case .add, .subtract:
      note(sign == .add ? .sum : .difference)
      guard let first = try part(left, at: place),
        let second = try part(right, at: place)
      else { return nil }
      return first + (sign == .add ? second : second.map(\.negated))
    case .times, .hadamard:
      guard let first = try part(left, at: place),
        let second = try part(right, at: place)
      else { return nil }
      if !first.isEmpty, !second.isEmpty { note(.product) }
      let factors = (
        term(try entry(self.place(place, within: left), of: left)),
        term(try entry(self.place(place, within: right), of: right))
      )
      return first.map { $0.times(factors.1) }
        + second.map { factors.0.times($0) }
    case .divide, .hadamardDivide:
      return try slope(ofQuotient: left, right, at: place)
    case .power, .hadamardPower:
      return try slope(ofPower: left, right, at: place)
    default: return nil
    }
  }

  /// The slope of a part that may join something larger.
  private mutating func part(
    _ part: Expression, at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    guard part.names.contains(name) else { return [] }
    return try slope(of: part, at: self.place(place, within: part))
  }

  private mutating func slope(
    ofProduct left: Expression, _ right: Expression, at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    note(.slopeOfProduct)
    var terms: [IndexTerm] = []
    for isLeft in [true, false]
    where (isLeft ? left : right).names.contains(name) {
      let (middle, index) = index(along: try shape(left).columns)
      let places = (
        Place(row: place.row, column: middle),
        Place(row: middle, column: place.column)
      )
      let slopes =
        isLeft
        ? try slope(of: left, at: places.0)
        : try slope(of: right, at: places.1)
      guard let slopes else { return nil }
      let other = term(
        isLeft
          ? try entry(places.1, of: right) : try entry(places.0, of: left))
      terms += slopes.map {
        (isLeft ? $0.times(other) : other.times($0)).summed(over: [index])
      }
    }
    return terms
  }

  private mutating func slope(
    ofQuotient left: Expression, _ right: Expression, at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    guard let first = try part(left, at: place),
      let second = try part(right, at: place)
    else { return nil }
    let bottom = try entry(self.place(place, within: right), of: right)
    var terms = first.map { $0.times(term(Expression(1).over(bottom))) }
    guard !second.isEmpty else { return terms }
    note(.quotient)
    let top = try entry(self.place(place, within: left), of: left)
    terms += second.map {
      term(top.over(bottom.raised(to: 2))).times($0).negated
    }
    return terms
  }

  private mutating func slope(
    ofPower base: Expression, _ exponent: Expression, at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    if case .call("norm", 0, let arguments) = base.ungrouped, exponent == 2,
      let inner = arguments.first
    {
      note(.squaredNorm)
      return try everyEntry(of: inner) { slope, own in
        slope.times(own).times(constant: 2)
      }
    }
    guard let first = try part(base, at: place),
      let second = try part(exponent, at: place)
    else { return nil }
    note(.power)
    let bottom = try entry(self.place(place, within: base), of: base)
    let top = try entry(self.place(place, within: exponent), of: exponent)
    let factor = term(top).times(term(bottom.loweredPower(top)))
    let whole = term(bottom.raised(to: top)).times(.call("ln", bottom))
    return first.map { factor.times($0) } + second.map { whole.times($0) }
  }

  /// The slopes of every entry of a matrix, summed, each with its entry.
  mutating func everyEntry(
    of inner: Expression,
    _ change: (IndexTerm, Expression) -> IndexTerm = { slope, _ in slope }
  ) throws(ExpressionFault) -> [IndexTerm]? {
    let shape = try shape(inner)
    let (row, rows) = index(along: shape.rows)
    let (column, columns) = index(along: shape.columns)
    let place = Place(row: row, column: column)
    guard let slopes = try slope(of: inner, at: place) else { return nil }
    let own = try entry(place, of: inner)
    return slopes.map { change($0, own).summed(over: [rows, columns]) }
  }
}

extension Expression {
  /// The number to an exponent that is lower by one.
  func loweredPower(_ exponent: Expression) -> Expression {
    if exponent == 2 { return self }
    if case .number(let numeral) = exponent,
      let whole = Int(exactly: numeral.value), whole > 1
    {
      return raised(to: .number(Numeral(whole - 1)))
    }
    return raised(to: exponent.minus(1))
  }
}
