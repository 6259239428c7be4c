import Matrices

extension Elementwise {
  /// How often a slope may be taken; the formulas double in length each time.
  static let orderLimit = 6

  /// Returns a derivative of some order in `x` and `y`.
  ///
  /// The first is the one that the table holds; a higher one comes of it by
  /// the rules, where `y` counts as the function of `x` that it is.
  ///
  /// - Parameters:
  ///   - order: How often the slope is taken, at least once.
  ///   - name: The function's name, by which its value is written.
  ///   - stable: Whether no digits may be lost.
  /// - Returns: The slope in `x` and `y`.
  /// - Throws: A fault where a part of the slope has no slope.
  public func slope(
    order: Int, of name: Name, stable: Bool = false
  ) throws(ExpressionFault) -> Expression {
    let first = stable ? stableSlope ?? slope : slope
    guard order > 1 else { return first }
    guard order <= Self.orderLimit else {
      throw ExpressionFault(.tooManyPrimes(name, limit: Self.orderLimit))
    }
    let value = Expression.call(name, .name(Elementwise.input))
    var result = first.substituting([Elementwise.output: value])
    for _ in 1..<order {
      result = try result.differentiated(
        by: Elementwise.input, functions: table(knowing: name))
    }
    return result
  }

  /// The functions that the slope calls, this one among them.
  ///
  /// The table is copied only where a formula needs it to be.
  func table(
    knowing name: Name, for law: Expression? = nil
  ) -> [Name: Function] {
    var table = functions ?? Function.table
    if let law, !law.calls(name) { return table }
    table[name] = Function(
      name, summary: "", example: "", body: self)
    return table
  }

  /// Returns the function, or a derivative of it, ready to be applied to many
  /// numbers.
  ///
  /// - Parameters:
  ///   - primes: How often the slope is taken.
  ///   - name: The function's name.
  ///   - choice: The value at a kink, where it is a convention.
  /// - Returns: The function.
  /// - Throws: A fault where the slope cannot be computed.
  func compiled(
    primes: Int, of name: Name, choosing choice: Double
  ) throws(ExpressionFault) -> @Sendable (Double) -> Double {
    if primes == 0 {
      guard choosesAtKink else { return value }
      return { value(at: $0, choosing: choice) }
    }
    let slope = try slope(order: primes, of: name, stable: true)
    let formula = try ScalarFormula(
      slope,
      functions: primes == 1
        ? functions ?? Function.table : table(knowing: name),
      choosing: choice)
    let own = value
    return { formula.value($0, own($0)) }
  }
}

extension Elementwise: FunctionBody {
  public var arity: ClosedRange<Int> { 1...1 }

  public func shape(
    _ arguments: [SymbolicShape], sizes: [Dimension?]
  ) throws(ExpressionFault) -> SymbolicShape {
    arguments.first ?? .scalar
  }

  public func value<A: ElementaryArithmetic>(
    _ arguments: [Matrix<A.Number>], of function: Function,
    in arithmetic: inout A
  ) throws -> Matrix<A.Number> {
    guard let argument = arguments.first else { throw Function.noArgument }
    return try arithmetic.apply(function, primes: 0, toEach: argument)
  }

  public func pullback(_ passage: Passage) -> [Contribution?] {
    guard let argument = passage.arguments.first,
      let shape = passage.argumentShapes.first
    else { return [] }
    let order = passage.primes + 1
    let law = try? slope(order: order, of: passage.function)
    if law?.constant == 0 { return [nil] }
    let factor = Expression.call(
      passage.function, primes: order, [argument])
    return [
      Contribution(
        passage.adjoint.joined(passage.adjointShape, to: factor, shape),
        shape: shape, rule: .chain)
    ]
  }
}

extension Expression {
  /// Whether a function is called in it.
  fileprivate func calls(_ name: Name) -> Bool {
    if case .call(name, _, _) = self { return true }
    return children.contains { $0.calls(name) }
  }
}
