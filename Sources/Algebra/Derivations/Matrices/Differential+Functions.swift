// How a function's value moves.

extension Differential {
  mutating func of(
    _ name: Name, _ primes: Int, _ arguments: [Expression],
    _ call: Expression
  ) throws(Unknown) -> Expression? {
    guard let function = scope.functions[name], let inner = arguments.first
    else { throw Unknown() }
    if let elementwise = function.elementwise {
      return try of(function, elementwise, primes, inner, call)
    }
    if name == "inner" { return try ofInner(arguments) }
    guard arguments.count == 1,
      [
        "norm", "sum", "mean", "rowsum", "colsum", "softmax", "logsoftmax",
        "lse",
      ]
      .contains(name)
    else { throw Unknown() }
    guard let moved = try of(inner) else { return nil }
    switch name {
    case "sum", "rowsum", "colsum":
      note(.dSum)
      return .call(name, moved)
    case "norm":
      note(.dNorm)
      return Expression(1).over(call).times(inner.inner(moved))
    case "mean":
      note(.dSum)
      return try share(of: inner).times(.call("sum", moved))
    default: return try ofShares(name, inner, moved)
    }
  }

  private mutating func of(
    _ function: Function, _ elementwise: Elementwise, _ primes: Int,
    _ inner: Expression, _ call: Expression
  ) throws(Unknown) -> Expression? {
    guard
      let law = try? elementwise.slope(
        order: primes + 1, of: function.name)
    else { throw Unknown() }
    if law.constant == 0 { return nil }
    guard let moved = try of(inner) else { return nil }
    note(.dElementwise)
    let isNumber = try shape(inner).isScalar
    let output = named[call].map(Expression.name) ?? call
    let factor =
      function.isActivation
      ? Expression.call(function.name, primes: primes + 1, [inner])
      : (isNumber ? law : law.entrywise).substituting([
        Elementwise.input: inner, Elementwise.output: output,
      ])
    return isNumber ? factor.times(moved) : factor.hadamard(moved)
  }

  private func share(
    of inner: Expression
  ) throws(Unknown) -> Expression {
    let shape = try shape(inner)
    let sizes = [shape.rows, shape.columns].filter { $0 != .one }
      .map(\.expression)
    return sizes.timesInOrder.map { Expression(1).over($0) } ?? 1
  }

  private mutating func ofInner(
    _ arguments: [Expression]
  ) throws(Unknown) -> Expression? {
    guard arguments.count == 2 else { throw Unknown() }
    note(.dProduct)
    let first = try of(arguments[0])?.inner(arguments[1])
    let second = try of(arguments[1]).map { arguments[0].inner($0) }
    guard let first, let second else { return first ?? second }
    return first.plus(second)
  }

  private mutating func ofShares(
    _ name: Name, _ inner: Expression, _ moved: Expression
  ) throws(Unknown) -> Expression {
    let call = Expression.call("softmax", inner)
    let shares = named[call].map(Expression.name) ?? call
    let average = Expression.call("colsum", shares.hadamard(moved))
    let everywhere = Expression.ones(try shape(inner).rows, .one)
      .matmul(average)
    switch name {
    case "softmax":
      note(.dSoftmax)
      return shares.hadamard(moved.minus(everywhere))
    case "logsoftmax":
      note(.dLogSoftmax)
      return moved.minus(everywhere)
    default:
      note(.dLogSumExp)
      return average
    }
  }
}
