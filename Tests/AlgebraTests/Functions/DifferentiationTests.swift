import Matrices
import Testing

@testable import Algebra

@Suite struct DifferentiationTests {
  static let x: Expression = "x"

  static let formulas: [Expression] = [
    x.raised(to: 3).minus(x.times(2)),
    Expression(1).over(x.raised(to: 2).plus(1)),
    x.times(.call("sigmoid", x.times(3))),
    Expression(2).raised(to: x),
    x.raised(to: x),
    x.raised(to: .negation(2)),
    .call("max", x, Expression(1)),
    .call("min", x.raised(to: 2), x),
    .negation(.group(.call("exp", .call("sin", x)))),
    .call("tanh", primes: 1, [x.over(2)]),
    .call("gelu", primes: 2, [x]),
  ]

  @Test(arguments: formulas.indices)
  func rulesMatchCentralDifference(index: Int) throws {
    let formula = Self.formulas[index]
    let slope = try formula.differentiated(by: "x")
    func law(_ expression: Expression) throws -> ScalarFormula {
      try ScalarFormula(expression, functions: Function.table, choosing: 0)
    }
    let (value, exact) = (try law(formula).value, try law(slope).value)
    for x in [0.31, 0.77, 1.4, 2.3] {
      let step = 1e-3
      let near = value(x + step, 0) - value(x - step, 0)
      let far = value(x + 2 * step, 0) - value(x - 2 * step, 0)
      let difference = (8 * near - far) / (12 * step)
      #expect(isClose(exact(x, 0), difference, relative: 1e-8))
    }
  }

  @Test func rulesTidyOnlyZerosAndOnes() throws {
    #expect(
      try Self.x.raised(to: 2).differentiated(by: "x")
        == Expression(2).times("x"))
    #expect(try Expression("k").times("x").differentiated(by: "x") == "k")
    #expect(try Expression("k").differentiated(by: "x") == 0)
    #expect(
      try Expression.call("ln", Self.x).differentiated(by: "x")
        == .call("ln", primes: 1, ["x"]))
  }

  @Test func definedFunctionHasItsSlope() throws {
    let swish = try Function.defined(
      name: "swish", parameter: "z",
      body: Expression("z").times(.call("sigmoid", "z")))
    var functions = Function.table
    functions["swish"] = swish
    let twice = try Function.defined(
      name: "twice", parameter: "t",
      body: .call("swish", .call("swish", "t")), functions: functions)
    for function in [swish, twice] {
      for x in [-2, -0.3, 0.0, 1.7] {
        let step = 1e-3
        for primes in 0...2 {
          func value(_ x: Double) throws -> Double {
            try function.number(x, primes: primes)
          }
          let near = try value(x + step) - value(x - step)
          let far = try value(x + 2 * step) - value(x - 2 * step)
          let slope = try function.number(x, primes: primes + 1)
          #expect(
            isClose(
              slope, (8 * near - far) / (12 * step), relative: 1e-8,
              absolute: 1e-9))
        }
      }
    }
  }

  @Test func definitionThatIsNoFormulaOfNumbersIsRefused() {
    #expect(
      throws: ExpressionFault(.primesOnMany("softmax"), at: [])
    ) {
      try Expression.call("softmax", Self.x).differentiated(by: "x")
    }
    #expect(throws: ExpressionFault(.unknownName("k"), at: [1])) {
      try Function.defined(
        name: "f", parameter: "z", body: Expression("z").times("k"))
    }
  }

  @Test func renamedFunctionHasTheSameDerivatives() throws {
    let layer = Function.tanh.renamed("g1")
    for primes in 0...Elementwise.orderLimit {
      #expect(
        try layer.number(0.4, primes: primes)
          == Function.tanh.number(0.4, primes: primes))
    }
  }
}
