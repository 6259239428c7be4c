import Matrices
import Testing

@testable import Algebra

@Suite struct SlopeDerivationTests {
  static func derivation(
    _ text: String, in variable: Name = "z", on worksheet: Worksheet = .init()
  ) throws -> SlopeDerivation {
    var scope = worksheet.scope
    for name in [variable, "a", "b"] where !scope.isKnown(name) {
      scope.shapes[name] = .scalar
    }
    return try worksheet.slopeDerivation(
      of: try Expression(text, in: scope), in: variable)
  }

  static let activations =
    Function.all.filter { $0.isActivation }.map { $0.name.ascii } + ["softmax"]

  @Test(arguments: activations)
  func everyLineOfAnActivationHolds(_ name: String) throws {
    let found = try Self.derivation("\(name)(z)")
    for one in found.cases {
      var last = one.derivation.subject
      for line in one.derivation.lines {
        for step in line.inner + [line] {
          let verdict = found.worksheet.verify(
            last, equals: step.expression, letters: one.letters)
          #expect(
            verdict.holds,
            "\(last.text()) = \(step.expression.text()): \(verdict.sentence)")
          last = step.expression
        }
        #expect(line.reason != nil)
      }
    }
  }

  @Test(arguments: Function.all.filter { $0.isActivation }.map(\.name.ascii))
  func anActivationComesToTheSlopeOfItsTable(_ name: String) throws {
    let function = try #require(Function.table[Name(name)])
    let elementwise = try #require(function.elementwise)
    let last = try #require(Self.derivation("\(name)(z)").cases.last)
    let slope = try #require(last.derivation.lines.last?.expression)
    let known = elementwise.slope.substituting([
      "x": "z", "y": .call(function.name, "z"),
    ])
    let verdict = Worksheet().verify(
      slope, equals: known, letters: [FreeLetter("z")])
    #expect(verdict.holds)
  }

  @Test(arguments: TextbookSlope.all.map(\.function))
  func everyLineOfABookIsRead(_ name: Name) throws {
    let book = try #require(TextbookSlope.named(name))
    for one in book.cases {
      let read = try #require(one.derivation(book.letters, in: "z"))
      let rows = one.text.split(separator: "\n").filter { $0.first != " " }
      #expect(read.derivation.lines.count == rows.count)
      #expect(read.derivation.lines.allSatisfy { $0.reason != nil })
    }
  }

  /// What a teacher writes, and the rule beside it.
  @Test(arguments: [
    (
      "sigmoid(z)",
      [
        "definition of sigmoid", "reciprocal rule", "exponential rule",
        "arithmetic", "split fraction", "add and subtract", "cancel",
        "definition of sigmoid",
      ], "sigmoid(z)*(1 - sigmoid(z))"
    ),
    (
      "tanh(3*z^2)",
      ["chain rule", "slope of tanh", "power rule", "arithmetic"],
      "6*z*(1 - tanh(3*z^2)^2)"
    ),
    (
      "½*(a*z - b)^2",
      [
        "constant multiple", "power rule", "difference rule",
        "constant multiple", "arithmetic",
      ], "a*(a*z - b)"
    ),
    (
      "1/(1 + z)^2",
      [
        "reciprocal rule", "power rule", "sum rule", "power rule",
        "same base", "cancel",
      ], "-2/(1 + z)^3"
    ),
    (
      "a^z",
      [
        "exponential rule", "exponential rule", "constant multiple",
        "exponential rule",
      ], "a^z*ln(a)"
    ),
    (
      "z*sigmoid(z)",
      ["product rule", "power rule", "slope of sigmoid", "factor out"],
      "sigmoid(z)*(1 + z*(1 - sigmoid(z)))"
    ),
    ("3", ["constant rule"], "0"), ("z", ["power rule"], "1"),
  ])
  func theStepsAreATeachersSteps(
    _ text: String, _ rules: [String], _ end: String
  ) throws {
    let source = text == "3" ? "3 + 0*z" : text
    guard text != "3" else {
      var worksheet = Worksheet()
      worksheet.givens = [Given("z", .scalar, role: .parameter)]
      let found = try Self.derivation("3", on: worksheet)
      #expect(found.cases[0].derivation.lines.map(\.expression) == [0])
      return
    }
    let lines = try Self.derivation(source).cases[0].derivation.lines
    #expect(lines.compactMap { $0.reason?.text } == rules)
    var scope = Scope(shapes: ["z": .scalar, "a": .scalar, "b": .scalar])
    scope.functions = Function.table
    #expect(
      lines.last?.expression.withoutGroups
        == (try Expression(end, in: scope)).withoutGroups)
  }

  @Test func aSlopeGoesThroughEquations() throws {
    let worksheet = Worksheet(
      givens: [
        Given("w1", .scalar, role: .parameter),
        Given("x", .scalar, role: .input), Given("y", .scalar, role: .target),
      ],
      equations: [
        Equation("z1", Expression("w1").times("x")),
        Equation("a1", .call("sigmoid", "z1")),
        Equation(
          "C",
          Expression.decimal("½").times(
            Expression("a1").minus("y").raised(to: 2)), role: .cost),
      ])
    let found = try Self.derivation("C", in: "w1", on: worksheet)
    let verdicts = found.verdicts(of: found.cases[0])
    #expect(verdicts.allSatisfy { $0.holds })
    let last = try #require(found.cases[0].derivation.lines.last)
    #expect(last.expression.text(.ascii) == "x*a1*(a1 - y)*(1 - a1)")
    #expect(last.reason?.text == "definition of a1")
  }

  @Test func aFunctionOfOnesOwnIsOpenedFirst() throws {
    var worksheet = Worksheet()
    worksheet.functions["swish"] = try Function.defined(
      name: "swish", parameter: "t",
      body: Expression("t").times(.call("sigmoid", "t")))
    let found = try Self.derivation("swish(2*z)", on: worksheet)
    let lines = found.cases[0].derivation.lines
    #expect(lines.first?.reason?.text == "definition of swish")
    #expect(found.verdicts(of: found.cases[0]).allSatisfy { $0.holds })
  }

  @Test func anUnknownFunctionKeepsItsPrime() throws {
    var worksheet = Worksheet()
    worksheet.functions["g"] = Function.opaque("g")
    let found = try Self.derivation("g(z^2)", on: worksheet)
    let last = try #require(found.cases[0].derivation.lines.last)
    #expect(last.expression.text() == "2z·g′(z²)")
    #expect(found.verdicts(of: found.cases[0]).allSatisfy { $0.holds })
  }

  @Test func onEachSideOfAKinkThereIsOneSimplePiece() throws {
    let found = try Self.derivation("leakyrelu(z)")
    #expect(
      found.cases.map { $0.derivation.lines.last?.expression.text() }
        == ["1", "0.01", "0.01 + 0.99 step(z)"])
    #expect(
      found.cases.map { $0.condition?.text() } == ["z > 0", "z < 0", nil])
    #expect(found.convention != nil)
  }

  @Test func whatHasNoSlopeIsSaid() {
    for text in ["z > 0", "all(z > 0)", "z*(a == z)"] {
      #expect(throws: DerivationFault.self) { try Self.derivation(text) }
    }
    #expect(throws: DerivationFault.unknownVariable("q")) {
      try Self.derivation("sigmoid(z)", in: "q")
    }
  }

  @Test func aFormulaThatNestsWithoutEndIsGivenUp() {
    var formula = Expression("z")
    for _ in 0..<90 { formula = .call("sigmoid", formula) }
    #expect(throws: DerivationFault.self) {
      try Worksheet().slopeDerivation(of: formula, in: "z")
    }
  }
}
