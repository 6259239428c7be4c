// The slope of an entry of a function's value.

extension EntrySlope {
  mutating func slope(
    ofCall name: Name, _ primes: Int, _ arguments: [Expression],
    _ call: Expression, at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    guard let function = scope.functions[name], let inner = arguments.first
    else { return nil }
    if let elementwise = function.elementwise {
      return try slope(
        ofElementwise: function, elementwise, primes, inner, call, at: place)
    }
    switch name {
    case "sum":
      note(.sum)
      return try everyEntry(of: inner)
    case "mean":
      note(.mean)
      return try mean(inner)
    case "rowsum", "colsum":
      note(.sum)
      return try line(of: inner, at: place, isRow: name == "rowsum")
    case "inner": return try slope(ofInner: arguments)
    case "norm":
      note(.norm)
      let length = term(Expression(1).over(call))
      return try everyEntry(of: inner) { slope, own in
        length.times(slope.times(own))
      }
    case "trace":
      note(.trace)
      let (index, bound) = index(along: try shape(inner).rows)
      return try slope(of: inner, at: Place(row: index, column: index))?
        .map { $0.summed(over: [bound]) }
    case "softmax", "logsoftmax", "lse", "sumothers":
      return try slope(ofShares: name, inner, call, at: place)
    case "max", "min": return try slope(ofExtremum: name, arguments, at: place)
    default: return nil
    }
  }

  private mutating func slope(
    ofElementwise function: Function, _ elementwise: Elementwise,
    _ primes: Int, _ inner: Expression, _ call: Expression, at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    let law = try elementwise.slope(order: primes + 1, of: function.name)
    if law.constant == 0 { return [] }
    let argument = try entry(self.place(place, within: inner), of: inner)
    let factor =
      function.isActivation
      ? Expression.call(function.name, primes: primes + 1, [argument])
      : law.substituting([
        Elementwise.input: argument,
        Elementwise.output: try entry(place, of: call),
      ])
    note(.eachByItself)
    return try slope(of: inner, at: self.place(place, within: inner))?
      .map { term(factor).times($0) }
  }

  private mutating func mean(
    _ inner: Expression
  ) throws(ExpressionFault) -> [IndexTerm]? {
    let shape = try shape(inner)
    let sizes = [shape.rows, shape.columns].filter { $0 != .one }
      .map(\.expression)
    guard let count = sizes.timesInOrder else {
      return try everyEntry(of: inner)
    }
    let share = Expression(1).over(count)
    return try everyEntry(of: inner)?.map { $0.times(constant: share) }
  }

  /// The slope of the sum of a row or a column.
  private mutating func line(
    of inner: Expression, at place: Place, isRow: Bool
  ) throws(ExpressionFault) -> [IndexTerm]? {
    let shape = try shape(inner)
    let (index, bound) = index(along: isRow ? shape.columns : shape.rows)
    let own =
      isRow
      ? Place(row: place.row, column: index)
      : Place(row: index, column: place.column)
    return try slope(of: inner, at: own)?.map { $0.summed(over: [bound]) }
  }

  private mutating func slope(
    ofInner arguments: [Expression]
  ) throws(ExpressionFault) -> [IndexTerm]? {
    guard arguments.count == 2 else { return nil }
    note(.product)
    let isNumber = try shape(arguments[0]).isScalar
    return try everyEntry(
      of: .binary(
        isNumber ? .times : .hadamard, arguments[0], arguments[1]))
  }

  /// A column of shares, or what is made of the same sums.
  private mutating func slope(
    ofShares name: Name, _ inner: Expression, _ call: Expression,
    at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    let (index, bound) = index(along: try shape(inner).rows)
    let other = Place(row: index, column: place.column)
    guard let all = try slope(of: inner, at: other) else { return nil }
    let own =
      name == "lse" ? [] : try slope(of: inner, at: place) ?? []
    let shares = Expression.call("softmax", inner)
    let share = try shareEntry(other, of: shares)
    switch name {
    case "softmax":
      note(.softmax)
      let mine = try shareEntry(place, of: shares)
      return own.map { IndexTerm(factors: [mine]).times($0) }
        + all.map {
          IndexTerm(factors: [mine, share]).times($0).summed(over: [bound])
            .negated
        }
    case "logsoftmax":
      note(.logSoftmax)
      return own
        + all.map {
          IndexTerm(factors: [share]).times($0).summed(over: [bound]).negated
        }
    case "lse":
      note(.logSumExp)
      return all.map {
        IndexTerm(factors: [share]).times($0).summed(over: [bound])
      }
    default:
      note(.sumOfOthers)
      return all.map { $0.summed(over: [bound]) } + own.map(\.negated)
    }
  }

  /// The entry of shares, which have a name or stand as they are.
  private func shareEntry(
    _ place: Place, of shares: Expression
  ) throws(ExpressionFault) -> Expression {
    let base = named[shares].map(Expression.name) ?? shares
    return EntryForm(scope: scope, termLimit: 1, taken: taken)
      .named(place, base, try shape(shares))
  }

  private mutating func slope(
    ofExtremum name: Name, _ arguments: [Expression], at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    guard arguments.count == 2 else { return nil }
    note(.branch)
    var entries: [Expression] = []
    var slopes: [[IndexTerm]] = []
    for argument in arguments {
      let own = try self.place(place, within: argument)
      guard let slope = try slope(of: argument, at: own) else { return nil }
      entries.append(try entry(own, of: argument))
      slopes.append(slope)
    }
    let isFirst = Expression.call("step", entries[0].minus(entries[1]))
    let isSecond = Expression(1).minus(isFirst)
    let weights =
      name == "max" ? [isFirst, isSecond] : [isSecond, isFirst]
    return slopes[0].times(weights[0]) + slopes[1].times(weights[1])
  }
}
