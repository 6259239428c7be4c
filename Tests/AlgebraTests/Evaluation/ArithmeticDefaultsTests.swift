import Matrices
import TestSupport
import Testing

@testable import Algebra

@Suite struct ArithmeticDefaultsTests {
  static let formulas: [Expression] = [
    Expression("A").matmul("B").plus("c"),
    .call("softmax", "A"), .call("logsoftmax", "A"), .call("lse", "A"),
    .call("swish", "A"), .call("swish", primes: 2, ["A"]),
    .call("mean", .binary(.hadamardPower, "A", .negation(3))),
    .call("norm", Expression("c").minus(Expression("A").matmul("B"))),
    .binary(.hadamardPower, "A", 5), .call("max", "A", 0),
    .call("sumothers", "A"), .binary(.lessOrEqual, "A", .transpose("A")),
    .sum(over: "k", .entry("A", [.at("k"), .at("k")])),
    .matrix([["c", "A"], [1]]),
  ]

  /// Numbers of every kind give what doubles give.
  @Test(arguments: formulas.indices, [true, false])
  func defaultsAgreeWithDoubles(index: Int, isOrdered: Bool) throws {
    let formula = Self.formulas[index]
    var functions = Function.table
    functions["swish"] = try Function.defined(
      name: "swish", parameter: "z",
      body: Expression("z").times(.call("sigmoid", "z")))
    let scope = Scope(functions: functions)
    var generator = SeededGenerator(3)
    var values: [Name: Matrix<Double>] = [:]
    for (name, columns) in [("A", 3), ("B", 2), ("c", 1)] {
      values[Name(name)] = try Matrix(rows: 3, columns: columns) { _, _ in
        Double.random(in: -2...2, using: &generator)
      }
    }
    var arithmetic = PlainArithmetic()
    arithmetic.isOrdered = isOrdered
    var evaluator = Evaluator(
      scope: scope,
      values: values.mapValues { $0.map { PlainArithmetic.Number(value: $0) } },
      arithmetic: arithmetic)
    let plain = try evaluator.value(of: formula).map(\.value)
    let real = try formula.value(in: scope, values: values)
    #expect(plain.shape == real.shape)
    for (left, right) in zip(plain.storage, real.storage) {
      #expect(isClose(left, right, relative: 1e-13))
    }
  }
}
