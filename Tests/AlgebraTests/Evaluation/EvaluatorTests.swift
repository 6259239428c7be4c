import Matrices
import Testing

@testable import Algebra

@Suite struct EvaluatorTests {
  func matrix(_ rows: [[Double]]) throws -> Matrix<Double> {
    try Matrix(rows)
  }

  func value(
    _ expression: Expression, _ values: [Name: Matrix<Double>] = [:],
    scope: Scope = Scope()
  ) throws -> [[Double]] {
    try expression.value(in: scope, values: values).rowArrays
  }

  var numbers: [Name: Matrix<Double>] {
    get throws {
      [
        "X": try matrix([[1, 2, 5], [1, 5, 5], [1, 8, 5]]),
        "W": try matrix([[1, 2, 1, 0.5], [1, 2, 1, 0.5], [1, 2, 1, 0.5]]),
        "B": try matrix([[1, -2], [3, 4], [0, 0.5]]),
        "c": try matrix([[1], [2], [3]]),
        "d": try matrix([[5], [6], [2]]),
      ]
    }
  }

  @Test func productsMatchTheOracle() throws {
    let numbers = try numbers
    let inputs: Expression = "X"
    #expect(
      try value(inputs.matmul("W"), numbers)
        == [[8, 16, 8, 4], [11, 22, 11, 5.5], [14, 28, 14, 7]])
    #expect(
      try value(inputs.matmul("B"), numbers) == [
        [7, 8.5], [16, 20.5], [25, 32.5],
      ])
    #expect(
      try value(.transpose("B"), numbers) == [[1, 3, 0], [-2, 4, 0.5]])
    #expect(
      try value(inputs.hadamard("X"), numbers)
        == [[1, 4, 25], [1, 25, 25], [1, 64, 25]])
    #expect(
      try value(inputs.plus("c"), numbers) == [
        [2, 3, 6], [3, 7, 7], [4, 11, 8],
      ])
    #expect(
      try value(Expression("c").minus("X"), numbers)
        == [[0, -1, -4], [1, -3, -3], [2, -5, -2]])
    #expect(
      try value(Expression.transpose("c").matmul("d"), numbers) == [[23]])
    #expect(try value(.call("rowsum", inputs), numbers) == [[8], [11], [14]])
  }

  @Test func whatTheOracleRefusesIsRefused() throws {
    let numbers = try numbers
    for (left, right, sign) in [
      ("B", "B", BinaryOperator.matmul), ("B", "W", .hadamard),
      ("B", "W", .add),
    ] {
      let expression = Expression.binary(
        sign, .name(Name(left)), .name(Name(right)))
      #expect(throws: ExpressionFault.self) { try value(expression, numbers) }
      // The evaluator alone refuses it as well.
      #expect(throws: ExpressionFault.self) {
        var evaluator = Evaluator(
          scope: Scope(), values: numbers, arithmetic: RealArithmetic())
        return try evaluator.value(of: expression)
      }
    }
  }

  @Test func sumOverAnIndexIsAProduct() throws {
    let term = Expression.entry("X", [.at(2), .at("k")]).times(
      .entry("B", [.at("k"), .at(2)]))
    #expect(try value(.sum(over: "k", term), numbers) == [[20.5]])
    let nested = Expression.sum(
      over: "i", .sum(over: "j", .entry("X", [.at("i"), .at("j")])))
    #expect(try value(nested, numbers) == [[33]])
    let weighted = Expression.sum(
      over: "i", Expression("i").times(.entry("c", [.at("i")])))
    #expect(try value(weighted, numbers) == [[14]])
    #expect(
      try value(weighted, numbers, scope: Scope(notation: .init(firstIndex: 0)))
        == [[8]])
  }

  @Test func entriesFollowTheNotation() throws {
    let entry = Expression.entry("X", [.at(2), .at(1)])
    #expect(try value(entry, numbers) == [[1]])
    let zero = Scope(notation: .init(firstIndex: 0))
    #expect(try value(entry, numbers, scope: zero) == [[8]])
    #expect(
      try value(.entry("X", [.all, .range(2, 3)]), numbers)
        == [[2, 5], [5, 5], [8, 5]])
    #expect(try value(.entry("X", [.at(3), .all]), numbers) == [[1, 8, 5]])
    #expect(
      throws: ExpressionFault(
        .subscriptOutOfRange(4, first: 1, last: 3), at: [2])
    ) { try value(.entry("X", [.at(1), .at(4)]), numbers) }
    #expect(
      throws: ExpressionFault(
        .subscriptOutOfRange(7, first: 1, last: 3), at: [0, 1])
    ) {
      let place = Expression(3).plus(4)
      return try value(
        Expression.entry("c", [.at(place)]).times(2), numbers)
    }
  }

  @Test func blocksAreAssembled() throws {
    let numbers = try numbers
    #expect(
      try value(.matrix([["c", "B"]]), numbers)
        == [[1, 1, -2], [2, 3, 4], [3, 0, 0.5]])
    #expect(
      try value(.matrix([[1], ["B"]]), numbers)
        == [[1, 1], [1, -2], [3, 4], [0, 0.5]])
    #expect(
      try value(.matrix([[1, .negation(2)], [3, 4]])) == [[1, -2], [3, 4]])
  }

  @Test func wholePowersAreProducts() throws {
    let x = Expression.decimal("1.1")
    #expect(try value(x.raised(to: 3)) == [[1.1 * 1.1 * 1.1]])
    #expect(try value(x.raised(to: .negation(2))) == [[1 / (1.1 * 1.1)]])
    #expect(try value(Expression.negation(2).raised(to: 3)) == [[-8]])
    #expect(try value(Expression(0).raised(to: 0)) == [[1]])
    let root = 2.0.squareRoot()
    #expect(
      try value(Expression(2).raised(to: .decimal("0.5"))) == [[root]])
  }

  @Test func comparisonsOfWhatIsNoNumberAreFalse() throws {
    let nan = Expression.call("ln", .negation(1))
    #expect(try value(nan)[0][0].isNaN)
    for sign in [
      BinaryOperator.less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
      .notEqual,
    ] {
      #expect(try value(.binary(sign, nan, 1)) == [[0]])
      #expect(try value(.binary(sign, nan, nan)) == [[0]])
    }
    #expect(try value(.binary(.notEqual, 2, 1)) == [[1]])
    #expect(try value(.binary(.lessOrEqual, 1, 1)) == [[1]])
    #expect(
      try value(.call("all", .binary(.greater, "X", 0)), numbers) == [[1]])
    #expect(
      try value(.call("any", .binary(.greater, "X", 8)), numbers) == [[0]])
  }

  @Test func matrixTooLargeIsRefusedBeforeItIsMade() throws {
    let giant = Expression.decimal("1e9")
    #expect(
      throws: ExpressionFault(
        .tooLarge(rows: 1_000_000_000, columns: 1_000_000_000))
    ) { try value(.call("ones", giant, giant)) }
    let long = Expression.call("ones", .decimal("1e6"), 1)
    #expect(
      throws: ExpressionFault(.tooLarge(rows: 1_000_000, columns: 1_000_000))
    ) { try value(long.matmul(.transpose(long))) }
  }

  @Test func slopesNeedSomeoneWhoFindsThem() throws {
    let slope = Expression.derivative("C", by: "w", .straight)
    let values = [Name("C"): Matrix(scalar: 1.0), "w": Matrix(scalar: 2.0)]
    #expect(throws: ExpressionFault(.derivativeInside, at: [0])) {
      try value(.negation(slope), values)
    }
    var evaluator = Evaluator(
      scope: Scope(), values: values, arithmetic: RealArithmetic())
    evaluator.derivative = { _, _ in Matrix(scalar: 7) }
    #expect(try evaluator.value(of: .negation(slope)).storage == [-7])
    #expect(throws: ExpressionFault(.differentialAlone)) {
      try value(.differential("w"), values)
    }
  }

  @Test func sizesAreNumbersAndValuesBindThem() throws {
    let scope = Scope(
      shapes: ["X": .matrix(rows: .size("n"), columns: .size("m"))],
      sizes: ["n": .size("n"), "m": .size("m")])
    let values =
      try ["X": matrix([[1, 2, 3], [4, 5, 6]])] as [Name: Matrix<Double>]
    #expect(
      try value(Expression("X").over("m"), values, scope: scope)
        == [[1.0 / 3, 2.0 / 3, 1], [4.0 / 3, 5.0 / 3, 2]])
    #expect(
      try value(.call("ones", Expression("n"), 1), values, scope: scope)
        == [[1], [1]])
    var fixed = scope
    fixed.sizes["m"] = .fixed(4)
    #expect(
      throws: ExpressionFault(
        .shapesDiffer(
          left: .matrix(rows: .size("n"), columns: .size("m")),
          right: .matrix(rows: .fixed(2), columns: .fixed(3))), at: [0])
    ) { try value(Expression("X").over("m"), values, scope: fixed) }
  }

  @Test func sizesThatAreKnownAgreeWithNumbers() throws {
    let scope = Scope(
      shapes: ["v": .column(.size("n"))], sizes: ["n": .size("n")])
    let values = try ["v": matrix([[1], [-2]])] as [Name: Matrix<Double>]
    let literal = Expression.matrix([[0], [.negation(3)]])
    #expect(
      try value(.call("max", "v", literal), values, scope: scope)
        == [[1], [-2]])
    #expect(
      try value(Expression("v").plus(literal), values, scope: scope)
        == [[1], [-5]])
  }

  @Test func nestingTooDeepIsAFault() throws {
    func nested(_ depth: Int) -> Expression {
      (0..<depth).reduce(Expression(1)) { inner, _ in .negation(inner) }
    }
    #expect(try value(nested(256)) == [[1]])
    let limit = ShapeInference.depthLimit
    #expect(throws: ExpressionFault.self) { try value(nested(limit + 1)) }
    #expect(throws: ExpressionFault.self) {
      var evaluator = Evaluator(
        scope: Scope(), values: [:], arithmetic: RealArithmetic())
      return try evaluator.value(of: nested(limit + 1))
    }
  }

  @Test func softmaxAndItsKinAreStable() throws {
    let far =
      try ["z": matrix([[1000, 0], [0, -800], [-1000, -800]])]
      as [Name: Matrix<Double>]
    #expect(try value(.call("softmax", "z"), far)[0] == [1, 1])
    #expect(try value(.call("lse", "z"), far) == [[1000, 0]])
    // The winner's logarithm is as small as the others' powers.
    let near = try ["z": matrix([[0], [-40]])] as [Name: Matrix<Double>]
    let logarithms = try value(.call("logsoftmax", "z"), near)
    #expect(isClose(logarithms[0][0], -4.248354255291589e-18, relative: 1e-15))
    #expect(logarithms[1][0] == -40)
    let others = try value(
      .call("sumothers", .call("softmax", "z")), near)
    #expect(isClose(others[0][0], 4.248354255291589e-18, relative: 1e-15))
  }
}
