import Matrices
import Testing

@testable import Algebra

@Suite struct DualTests {
  /// The value and the slope of a formula in `x`.
  func dual(
    _ expression: Expression, at x: Double,
    in arithmetic: inout DualArithmetic
  ) throws -> Dual {
    var evaluator = Evaluator(
      scope: Scope(shapes: ["x": .scalar]),
      values: ["x": Matrix(scalar: Dual(x, tangent: 1))],
      arithmetic: arithmetic)
    let value = try evaluator.value(of: expression)
    arithmetic = evaluator.arithmetic
    return value.storage[0]
  }

  @Test(arguments: DifferentiationTests.formulas.indices)
  func tangentEqualsSlopeByTheRules(index: Int) throws {
    let formula = DifferentiationTests.formulas[index]
    let slope = try formula.differentiated(by: "x")
    for x in [0.31, 0.77, 1.4, 2.3] {
      var arithmetic = DualArithmetic()
      let found = try dual(formula, at: x, in: &arithmetic)
      let value = [Name("x"): Matrix(scalar: x)]
      let expected = try slope.value(in: Scope(), values: value).storage[0]
      #expect(isClose(found.tangent, expected, relative: 1e-13))
      #expect(arithmetic.kinks.isEmpty)
    }
  }

  @Test(arguments: PullbackTests.differentiable.map(\.name))
  func tangentMatchesCentralDifference(name: Name) throws {
    let function = try #require(Function.table[name])
    let argument: Expression = .matrix([
      ["x", Expression("x").raised(to: 2)],
      [.decimal("0.7"), Expression(2).minus("x")],
    ])
    let second: Expression = .matrix([
      [Expression(1).plus("x"), .decimal("0.4")],
      ["x", Expression("x").raised(to: 3)],
    ])
    let count = function.body.arity.lowerBound
    let arguments = Array([argument, second].prefix(count))
    try #require(arguments.count == count)
    let value = Expression.call(
      "sum",
      Expression.call(function.name, primes: 0, arguments)
        .hadamardWithCounts())
    func number(_ x: Double) throws -> Double {
      try value.value(in: Scope(), values: ["x": Matrix(scalar: x)]).storage[0]
    }
    let (x, step) = (0.9, 1e-3)
    let near = try number(x + step) - number(x - step)
    let far = try number(x + 2 * step) - number(x - 2 * step)
    var arithmetic = DualArithmetic()
    let found = try dual(value, at: x, in: &arithmetic)
    #expect(
      isClose(
        found.tangent, (8 * near - far) / (12 * step), relative: 1e-8,
        absolute: 1e-10))
  }

  @Test func kinksThatAreHitAreRecorded() throws {
    var arithmetic = DualArithmetic(slopeAtKink: 0.5)
    let relu = Expression.call("relu", "x")
    #expect(try dual(relu, at: 0, in: &arithmetic).tangent == 0.5)
    #expect(arithmetic.kinks == [.function("relu", at: 0)])
    arithmetic.kinks = []
    _ = try dual(.call("max", "x", 2), at: 2, in: &arithmetic)
    #expect(arithmetic.kinks == [.tie(at: 2)])
    arithmetic.kinks = []
    _ = try dual(
      .call("softmax", .matrix([["x"], [1]])), at: 1, in: &arithmetic)
    #expect(arithmetic.kinks.isEmpty)
  }

  @Test func whatDoesNotChangeHasNoSlope() throws {
    var arithmetic = DualArithmetic()
    let formula = Expression.call("sqrt", 0).plus("x")
    #expect(try dual(formula, at: 1, in: &arithmetic).tangent == 1)
  }

  @Test func definedFunctionsCarryTangents() throws {
    let swish = try Function.defined(
      name: "swish", parameter: "z",
      body: Expression("z").times(.call("sigmoid", "z")))
    var arithmetic = DualArithmetic()
    let found = try arithmetic.apply(
      swish, primes: 0, to: Dual(0.6, tangent: 1))
    #expect(found.tangent == (try swish.number(0.6, primes: 1)))
  }
}

extension Expression {
  /// Each entry with a weight of its own, so that none cancels another.
  fileprivate func hadamardWithCounts() -> Expression {
    let isWhole =
      (try? shape(in: Scope(shapes: ["x": .scalar])))
      == .matrix(rows: .fixed(2), columns: .fixed(2))
    return isWhole ? hadamard(.matrix([[1, 2], [4, 7]])) : self
  }
}
