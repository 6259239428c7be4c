import Presentation
import Testing

@testable import Algebra

@Suite struct FaultWordingTests {
  static let z: Expression = "z"

  /// The scope of the shape tests with a layer's function in it.
  static var scope: Scope {
    var scope = networkScope
    scope.shapes["a2"] = scope.shapes["z"]
    scope.shapes["z2"] = scope.shapes["z"]
    scope.functions["g2"] = Function.sigmoid.renamed("g2")
    return scope
  }

  func picture(_ expression: Expression, in scope: Scope = scope) throws
    -> String
  {
    let line = TypedLine(expression)
    do {
      _ = try expression.shape(in: scope)
      Issue.record("\(line.source) has a shape")
      return ""
    } catch {
      return error.diagnostic(
        of: expression, source: line.source, columns: line.columns,
        scope: scope
      ).text(width: 80).plain
    }
  }

  @Test func innerDimensionsShowBothSides() throws {
    var scope = Self.scope
    scope.sizes = ["n": .fixed(3), "k": .fixed(2), "m": .fixed(4)]
    #expect(
      try picture(Expression("W").matmul("z"), in: scope) == """
        error: W is 3×2 and z is 3×4, so W @ z has no meaning
          | W @ z
          | ^   ^ 3 rows
          | 2 columns
          = a product (m×n)·(n×p) needs the two n to agree
        try: shape(W)
        """)
  }

  @Test func sizesEqualByChanceAreSaidInLetters() throws {
    var scope = Self.scope
    scope.sizes = ["n": .fixed(2), "k": .fixed(2), "m": .fixed(4)]
    #expect(
      try picture(Expression("W").matmul("z"), in: scope) == """
        error: W is n×k and z is n×m, so W @ z has no meaning
          | W @ z
          | ^   ^ n rows
          | k columns
          = k and n are both 2 here by chance, and need not be
        try: shape(W)
        """)
  }

  @Test func productOfMatricesOffersTheOneThatFits() throws {
    #expect(
      try picture(Expression(2).times(.group(Expression("W").times("x"))))
        == """
        error: W is n×k and x is k×m, and * is for numbers
          | 2*(W*x)
          |    ^ ^ k×m
          |    n×k
          = @ is the matrix product, .* is entry by entry
        try: 2*(W @ x)
        """)
    #expect(
      try picture(Expression("V").times("V")).hasSuffix(
        "try: V @ V, or V .* V"))
  }

  @Test func columnIsSpreadOnlyByHand() throws {
    #expect(
      try picture(Self.z.hadamard("b")) == """
        error: z is n×m and b is n×1, so z .* b has no meaning
          | z .* b
          | ^    ^ n×1
          | n×m
          = entry by entry both sides need the same shape, or one a number
        try: z .* (b @ ones(1, m))
        """)
    #expect(
      try picture(Self.z.minus("r")).hasSuffix("try: z - (ones(n, 1) @ r)"))
  }

  @Test func slopeOfAMatrixOffersTheLayersFunction() throws {
    #expect(
      try picture(.derivative("a2", by: "z2", .applied)) == """
        error: a2 is n×m, and a slope is taken of a number
          | D(a2, z2)
          |   ^^  ^^ n×m
          |   n×m
          = each entry above has a slope in each entry below
        try: g2'(z2)
        """)
    #expect(
      try picture(.derivative("z", by: "W", .applied)).hasSuffix(
        "try: D(sum(z), W)"))
  }

  /// Every fault that shapes can show, with what it offers to type.
  static let offers: [(Expression, [String])] = [
    (z.over("y").plus(1), ["z ./ y + 1"]),
    (Expression("V").raised(to: 2), ["V.^2", "V @ V"]),
    (z.raised(to: 2), ["z.^2"]),
    (Expression(2).raised(to: z), ["2.^z"]),
    (Expression("eta").matmul("W"), ["eta*W"]),
    (.entry("W", [.at(2)]), ["W[2,1]"]),
    (.entry("W", [.at(1), .at(2), .at(3)]), ["W[1,1]"]),
    (.entry("eta", [.at(1)]), ["eta"]),
    (.entry("b", [.at(.decimal("1.5"))]), ["b[1]"]),
    (.entry("b", [.at(1), .at(2)]), ["b[1,1]"]),
    (.entry("b", [.range(3, 2)]), ["b[2:3]"]),
    (.entry("b", [.at("b")]), []),
    (.entry("W", [.all, .range("m", "n")]), []),
    (.sum(over: "j", "C"), ["sum(j, b[j])"]),
    (.sum(over: "j", .entry("W", [.at("j"), .at("j")])), []),
    (
      .derivative("C", by: Expression("W").matmul("x"), .applied), ["D(C, W)"]
    ),
    (.derivative("C", by: 2, .applied), []),
    (.call("softmax", primes: 1, ["z"]), ["softmax(z)"]),
    (.call("softmax", 1), ["softmax([1; 2; 3])"]),
    (.call("trace", Expression("W")), ["shape(W)", "trace([1 2; 3 4])"]),
    (.call("ones", Expression("eta"), 2), ["ones(2, 3)"]),
    (.call("max", z, Expression("b")), ["shape(z)"]),
    (.call("sum", 1, 2), ["sum([1 2; 3 4])"]),
    (.call("W", Expression("x")), ["W @ (x)"]),
    (.call("sigmod", z), ["sigmoid(z)"]),
    (Expression("etaa").plus(1), ["eta + 1"]),
    (Expression("eta").times("sigmoid"), []),
    (.matrix([["W", "x"]]), ["shape(x)"]),
    (.matrix([["z"], ["W"]]), ["shape(W)"]),
  ]

  @Test(arguments: offers.indices)
  func whatIsOfferedWorks(index: Int) throws {
    let (expression, expected) = Self.offers[index]
    let line = TypedLine(expression)
    #expect(throws: ExpressionFault.self) {
      try expression.shape(in: Self.scope)
    }
    do { _ = try expression.shape(in: Self.scope) } catch {
      let wording = error.wording(
        of: expression, source: line.source, columns: line.columns,
        scope: Self.scope)
      #expect(wording.remedies == expected, "\(line.source)")
      #expect(wording.headline.count <= 72, "\(wording.headline)")
      #expect((wording.note ?? "").count <= 74)
      #expect(!wording.headline.contains("invalid"))
      #expect(!wording.headline.hasSuffix("."))
    }
  }
}
