import Testing

@testable import Algebra

/// A scope like that of a small network.
let networkScope = Scope(
  shapes: [
    "W": .matrix(rows: .size("n"), columns: .size("k")),
    "V": .matrix(rows: .size("n"), columns: .size("n")),
    "x": .matrix(rows: .size("k"), columns: .size("m")),
    "z": .matrix(rows: .size("n"), columns: .size("m")),
    "y": .matrix(rows: .size("n"), columns: .size("m")),
    "b": .column(.size("n")),
    "r": .matrix(rows: .one, columns: .size("m")),
    "u": .matrix(rows: .one, columns: .one),
    "C": .scalar, "eta": .scalar,
  ],
  sizes: ["n": .size("n"), "k": .size("k"), "m": .size("m"), "q": .fixed(3)])

@Suite struct ShapeInferenceTests {
  static let n = Dimension.size("n")
  static let k = Dimension.size("k")
  static let m = Dimension.size("m")
  static let matrix = SymbolicShape.matrix(rows: n, columns: m)
  static let weights = SymbolicShape.matrix(rows: n, columns: k)

  static let w: Expression = "W"
  static let x: Expression = "x"
  static let z: Expression = "z"

  func expect(
    _ expression: Expression, _ shape: SymbolicShape,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: Never.self, sourceLocation: sourceLocation) {
      let found = try expression.shape(in: networkScope)
      #expect(found == shape, sourceLocation: sourceLocation)
    }
  }

  func expect(
    _ expression: Expression, fails problem: ExpressionFault.Problem,
    at path: Path = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      throws: ExpressionFault(problem, at: path), sourceLocation: sourceLocation
    ) {
      try expression.shape(in: networkScope)
    }
  }

  @Test func productTakesOuterDimensions() {
    expect(Self.w.matmul("x"), Self.matrix)
    expect(.transpose(Self.w.matmul("x")), Self.matrix.transposed)
    expect(
      Self.w.matmul("z"),
      fails: .innerDimensions(left: Self.weights, right: Self.matrix))
    expect(Self.w.matmul("eta"), fails: .scalarInMatrixProduct)
    // A matrix of one row and column is one, also by kind.
    expect(Expression("b").matmul("u"), .column(Self.n))
  }

  @Test func timesNeedsAScalarByKind() {
    expect(Expression("eta").times("W"), Self.weights)
    expect(Expression("C").times("eta"), .scalar)
    expect(Expression("u").times("W"), Self.weights)
    expect(
      Self.w.times("x"),
      fails: .ambiguousProduct(
        left: Self.weights, right: .matrix(rows: Self.k, columns: Self.m)))
  }

  @Test func columnJoinsEveryColumnOnlyInSums() {
    expect(Self.z.plus("b"), Self.matrix)
    expect(Expression("b").minus("z"), Self.matrix)
    let both = (left: Self.matrix, right: SymbolicShape.column(Self.n))
    expect(
      Self.z.hadamard("b"),
      fails: .entrywise(.hadamard, left: both.left, right: both.right))
    expect(
      .binary(.less, "z", "b"),
      fails: .entrywise(.less, left: both.left, right: both.right))
    let row = SymbolicShape.matrix(rows: .one, columns: Self.m)
    expect(
      Self.z.plus("r"), fails: .entrywise(.add, left: Self.matrix, right: row))
    expect(
      Expression("b").plus("r"),
      fails: .entrywise(.add, left: .column(Self.n), right: row))
  }

  @Test func scalarJoinsEveryEntry() {
    expect(Expression(1).minus("z"), Self.matrix)
    expect(.binary(.greater, "z", 0), Self.matrix)
    expect(.binary(.hadamardPower, "z", 2), Self.matrix)
    expect(Expression(1).plus("u"), .matrix(rows: .one, columns: .one))
  }

  @Test func quotientsAndPowersTakeScalars() {
    expect(Self.z.over("m"), Self.matrix)
    expect(Self.z.over("z"), fails: .divisionByMatrix(Self.matrix))
    expect(Self.z.raised(to: 2), fails: .powerOfMatrix(Self.matrix))
    expect(
      Expression(2).raised(to: "z"), fails: .exponentIsMatrix(Self.matrix))
  }

  @Test func sizesAgreeOnlyWithThemselves() {
    let three = Dimension.fixed(3)
    #expect(
      three.unified(with: .size("q"), sizes: ["q": .fixed(3)]) == .size("q"))
    #expect(three.unified(with: .size("q"), sizes: ["q": .fixed(4)]) == nil)
    #expect(three.unified(with: .size("q"), sizes: ["q": .size("q")]) == nil)
    #expect(Dimension.size("n").unified(with: .size("m"), sizes: [:]) == nil)
    #expect(
      Dimension.one.unified(with: .size("m"), sizes: ["m": .fixed(1)]) == nil)
    #expect(Dimension.one.unified(with: .fixed(1), sizes: [:]) == .fixed(1))
    #expect(Dimension.fixed(2).unified(with: .fixed(3), sizes: [:]) == nil)
  }

  @Test func entriesRowsAndColumns() {
    func entry(_ base: Expression, _ places: Expression.Subscript...)
      -> Expression
    { .entry(base, places) }
    expect(entry("W", .at(1), .at(2)), .scalar)
    expect(entry("W", .at(1), .all), .matrix(rows: .one, columns: Self.k))
    expect(
      entry("W", .all, .range(1, 2)),
      .matrix(rows: Self.n, columns: .fixed(2)))
    expect(
      entry("W", .all, .range(1, "q")),
      .matrix(rows: Self.n, columns: .fixed(3)))
    expect(entry("W", .all, .range(1, "m")), Self.matrix)
    expect(entry("b", .at(2)), .scalar)
    expect(entry("r", .at(2)), .scalar)
    expect(entry("b", .range(1, 2)), .column(.fixed(2)))
    expect(entry("W", .at(1)), fails: .exampleWanted(Self.weights))
    expect(entry("eta", .at(1)), fails: .subscriptOfNumber)
    expect(
      entry("W", .at(1), .at(1), .at(1)),
      fails: .subscriptCount(Self.weights, found: 3))
    expect(
      entry("b", .at(1), .at(2)),
      fails: .subscriptOutOfRange(2, first: 1, last: 1), at: [2])
    expect(
      entry("b", .at(.decimal("1.5"))), fails: .subscriptNotWhole(1.5), at: [1])
    expect(
      entry("W", .at("b"), .all), fails: .subscriptIsMatrix(.column(Self.n)),
      at: [1])
    expect(
      entry("W", .all, .range(2, 1)), fails: .rangeIsEmpty(first: 2, last: 1),
      at: [1])
    expect(
      entry("W", .all, .range("m", "n")), fails: .rangeLengthUnknown, at: [1])
  }

  @Test func indexRunsAlongItsAxis() {
    func a(_ row: Expression, _ column: Expression) -> Expression {
      .entry("W", [.at(row), .at(column)])
    }
    let product = a(1, "j").times(.entry("x", [.at("j"), .at(1)]))
    expect(.sum(over: "j", product), .scalar)
    expect(.sum(over: "j", "C"), fails: .indexWithoutAxis("j"))
    expect(
      .sum(over: "j", a("j", "j")),
      fails: .indexOfDifferentAxes("j", Self.n, Self.k))
    expect(
      .sum(over: "i", .sum(over: "j", a("i", "j").times("i"))), .scalar)
    expect(
      .sum(over: "j", product.plus("nowhere")), fails: .unknownName("nowhere"),
      at: [0, 1])
  }

  @Test func derivativeHasTheShapeOfItsVariable() {
    expect(.derivative("C", by: "W", .straight), Self.weights)
    expect(
      .derivative("C", by: .entry("W", [.at(1), .at(1)]), .partial), .scalar)
    expect(
      .derivative("z", by: "W", .straight),
      fails: .derivativeOfMatrix(Self.matrix, by: Self.weights))
    expect(
      .derivative("C", by: Self.w.matmul("x"), .applied),
      fails: .derivativeByFormula, at: [1])
    expect(
      .derivative("C", by: 2, .applied), fails: .derivativeOfNothingNamed,
      at: [1])
    expect(.differential("W"), Self.weights)
  }

  @Test func blocksFitTogether() {
    let theta = Expression.matrix([["b", "W"]])
    let input = Expression.matrix([[1], ["x"]])
    expect(theta.matmul(input), Self.matrix)
    expect(
      .matrix([[1, 2], [3, 4]]), .matrix(rows: .fixed(2), columns: .fixed(2)))
    expect(.matrix([[1], [2]]), .column(.fixed(2)))
    expect(
      .matrix([["W", "x"]]),
      fails: .blocksDiffer(axis: .rows, first: Self.n, other: Self.k), at: [1])
    expect(
      .matrix([[1, 2], [3]]).plus(0),
      .matrix(rows: .fixed(2), columns: .fixed(2)))
    expect(
      .matrix([["z"], ["W"]]),
      fails: .blocksDiffer(axis: .columns, first: Self.m, other: Self.k),
      at: [1])
  }

  @Test func giantSizesAreNoTrap() {
    let giant = Expression.decimal("9e18")
    expect(.call("ones", giant, 1), fails: .sizeWanted("ones"), at: [0])
    expect(
      .entry("W", [.all, .range(.negation(giant), giant)]),
      fails: .rangeLengthUnknown, at: [1])
    let slope = Expression.call("sigmoid", primes: 60, ["z"])
    expect(slope, fails: .tooManyPrimes("sigmoid", limit: 5))
  }

  @Test func callsAreCountedAndKnown() {
    expect(.call("sigmoid", Self.z), Self.matrix)
    expect(.call("sigmoid", primes: 1, ["z"]), Self.matrix)
    expect(.call("ones", Expression("n"), Expression("m")), Self.matrix)
    expect(.call("ones", Expression("n"), 1), .column(Self.n))
    expect(.call("colsum", Self.z), .matrix(rows: .one, columns: Self.m))
    expect(.call("nothing", Self.z), fails: .unknownFunction("nothing"))
    expect(.call("sum", 1, 2), fails: .argumentCount("sum", 1...1, found: 2))
    expect(
      .call("softmax", primes: 1, ["z"]), fails: .primesOnMany("softmax"))
    expect(
      .call("softmax", 1), fails: .matrixWanted("softmax", found: .scalar),
      at: [0])
    expect(
      .call("trace", Self.w),
      fails: .squareWanted("trace", found: Self.weights),
      at: [0])
    expect(
      .call("ones", Expression("eta"), 2), fails: .sizeWanted("ones"), at: [0])
    expect(
      .call("max", "z", "b"),
      fails: .shapesDiffer(left: Self.matrix, right: .column(Self.n)))
  }
}
