// Entries of functions that work column by column, and of the extremes.

extension Softmax: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    let own = Expression.call("exp", try form.entry(place, of: argument))
    let all = try form.columnTotal(place.column, of: argument) {
      .call("exp", $0)
    }
    return own.over(all)
  }
}

extension LogSoftmax: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    let own = try form.entry(place, of: argument)
    let all = try form.columnTotal(place.column, of: argument) {
      .call("exp", $0)
    }
    return own.minus(.call("ln", all))
  }
}

extension LogSumExp: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    return .call(
      "ln",
      try form.columnTotal(place.column, of: argument) { .call("exp", $0) })
  }
}

extension SumOthers: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard let argument = arguments.first else { return nil }
    let all = try form.columnTotal(place.column, of: argument)
    return all.minus(try form.entry(place, of: argument))
  }
}

extension Extremum: EntryBody {
  func entry(
    _ place: EntryForm.Place, of arguments: [Expression], in form: EntryForm
  ) throws(ExpressionFault) -> Expression? {
    guard arguments.count == 2 else { return nil }
    var parts: [Expression] = []
    for argument in arguments {
      let isScalar = try form.shape(argument).isScalar
      parts.append(isScalar ? argument : try form.entry(place, of: argument))
    }
    return .call(isMaximum ? "max" : "min", primes: 0, parts)
  }
}
