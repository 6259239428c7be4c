import Testing

@testable import Algebra

/// Lines as a learner writes them, and the rules that they took at once.
struct TakenStep: CustomTestStringConvertible, Sendable {
  let from: String
  let to: String
  let rules: String

  init(_ from: String, _ to: String, _ rules: String) {
    self.from = from
    self.to = to
    self.rules = rules
  }

  var testDescription: String { "\(from) = \(to)" }
}

@Suite struct RulePathTests {
  static let letters = ["z", "y", "a", "b"].map { FreeLetter(Name($0)) }

  static func expression(_ text: String, _ worksheet: Worksheet = Worksheet())
    throws -> Expression
  {
    var scope = worksheet.scope
    for letter in letters where scope.shapes[letter.name] == nil {
      scope.shapes[letter.name] = letter.shape
    }
    return try Expression(text, in: scope)
  }

  static func path(
    _ from: String, _ to: String, in worksheet: Worksheet = Worksheet()
  ) throws -> RulePath? {
    worksheet.rulePath(
      from: try expression(from, worksheet), to: try expression(to, worksheet),
      letters: letters.filter { worksheet.scope.shapes[$0.name] == nil })
  }

  static func accepts(
    _ rule: String, _ from: String, _ to: String,
    in worksheet: Worksheet = Worksheet()
  ) throws -> Bool {
    worksheet.accepts(
      try #require(Reason(rule)), from: try expression(from, worksheet),
      to: try expression(to, worksheet),
      letters: letters.filter { worksheet.scope.shapes[$0.name] == nil })
  }

  /// Two layers of sigmoids under squared error, many examples.
  static func network() throws -> Worksheet {
    try Worksheet(
      given: [
        "W1: n1×n0 parameter", "b1: n1×1 parameter", "W2: n2×n1 parameter",
        "x: n0×m input", "y: n2×m target",
      ],
      [
        "z1 = W1 @ x + b1", "a1 = sigmoid(z1)", "z2 = W2 @ a1",
        "a2 = sigmoid(z2)", "C = ½*sum((a2 - y).^2)",
      ]
    ).withBackwardPass()
  }

  // MARK: - What learners write

  @Test(arguments: [
    TakenStep(
      "D((σ(z) - y)^2, z)", "2*(σ(z) - y)*σ(z)*(1 - σ(z))",
      "power rule, chain rule, slope of sigmoid"),
    TakenStep(
      "D(exp(z)*z, z)", "exp(z)*(1 + z)",
      "product rule, exponential rule, factor out"),
    TakenStep(
      "D(tanh(z), z)", "1 - tanh(z)^2", "chain rule, slope of tanh"),
    TakenStep(
      "D(1/(1 + exp(-z)), z)", "exp(-z)/(1 + exp(-z))^2",
      "reciprocal rule, exponential rule"),
    TakenStep(
      "σ(z)*(1 - σ(z))", "exp(-z)/(1 + exp(-z))^2", "definition of sigmoid"),
    TakenStep("ln(σ(z))", "-softplus(-z)", "logarithm of a sigmoid"),
    TakenStep("a - a^2", "a*(1 - a)", "factor out"),
    TakenStep("a*y/(a*b)", "y/b", "cancel"),
    TakenStep("b*a + y", "y + a*b", "rearrange"),
    TakenStep("2*a*3 + y", "6*a + y", "arithmetic"),
  ])
  func rulesTakenAtOnceAreNamed(_ step: TakenStep) throws {
    let path = try #require(try Self.path(step.from, step.to))
    #expect(path.text == step.rules)
  }

  @Test(arguments: [
    TakenStep(
      "dC/dz2", "(a2 - y) .* a2 .* (1 - a2)",
      "chain rule, power rule, slope of sigmoid"),
    TakenStep("dC/dz2", "(a2 - y) .* g'(z2)", "chain rule, power rule"),
    TakenStep("W2' @ δ2", "(δ2' @ W2)'", "transpose of a product"),
    TakenStep("dC/dz1", "(δ2' @ W2)' .* σ'(z1)", "chain rule"),
    TakenStep("dC/db1", "rowsum(δ1)", "bias joins every column"),
  ])
  func rulesOfALayerAreNamed(_ step: TakenStep) throws {
    var network = try Self.network()
    network.functions["g"] = Function.sigmoid.renamed("g")
    let path = try #require(try Self.path(step.from, step.to, in: network))
    #expect(path.text == step.rules)
  }

  @Test func everyStepOfAPathHoldsAndMeetsTheNext() throws {
    let network = try Self.network()
    let path = try #require(
      try Self.path(
        "dC/dz1", "(W2' @ δ2) .* a1 .* (1 - a1)", in: network))
    #expect(path.steps.count == 3)
    for (step, next) in zip(path.steps, path.steps.dropFirst()) {
      #expect(step.to == next.from)
    }
    for step in path.steps {
      #expect(network.verify(step.from, equals: step.to).holds)
      #expect(step.from.part(at: step.path) != nil)
    }
  }

  @Test func aStepSaysWhereItWasTaken() throws {
    let path = try #require(
      try Self.path("y + exp(a - a^2)", "y + exp(a*(1 - a))"))
    #expect(path.text == "factor out")
    #expect(path.steps.first?.path == [1, 0])
  }

  @Test func theSameLineHasAnEmptyPath() throws {
    let path = try #require(try Self.path("a*(b + y)", "(a*(b + y))"))
    #expect(path.steps.isEmpty)
  }

  // MARK: - Conditions

  @Test func aConditionThatIsDeclaredIsReported() throws {
    let z = FreeLetter("z", domain: .positive)
    let relu = try Self.expression("relu(z)")
    let path = try #require(
      Worksheet().rulePath(from: relu, to: "z", letters: [z]))
    #expect(path.text == "branch where z > 0")
    let unconditional = Worksheet().rulePath(
      from: relu, to: "z", letters: [FreeLetter("z")])
    #expect(unconditional == nil)
  }

  // MARK: - False steps

  @Test(arguments: [
    ("D(z^2, z)", "z"), ("a - a^2", "a*(1 + a)"), ("σ'(z)", "σ(z)"),
    ("D(exp(-z), z)", "exp(-z)"), ("a/(b + y)", "a/b + a/y"),
    ("exp(a + b)", "exp(a) + exp(b)"), ("(a + b)^2", "a^2 + b^2"),
    ("D(σ(z), z)", "z*(1 - z)"), ("D(1/z, z)", "1/z^2"),
  ])
  func aFalseStepHasNoPath(_ from: String, _ to: String) throws {
    #expect(try Self.path(from, to) == nil)
    for rule in ["chain rule", "power rule", "expand", "arithmetic"] {
      #expect(try !Self.accepts(rule, from, to))
    }
  }

  @Test(arguments: [
    ("dC/dz2", "δ2 .* σ'(z2)"), ("δ1", "(W2 @ δ2) .* σ'(z1)"),
    ("dC/dW2", "δ2 @ a2'"), ("dC/dz2", "(y - a2) .* a2 .* (1 - a2)"),
  ])
  func aFalseStepOfALayerHasNoPath(_ from: String, _ to: String) throws {
    let network = try Self.network()
    #expect(try Self.path(from, to, in: network) == nil)
    #expect(try !Self.accepts("chain rule", from, to, in: network))
  }

  @Test func aTrueStepIsNotExplainedByJustAnyRule() throws {
    #expect(try !Self.accepts("chain rule", "a - a^2", "a*(1 - a)"))
    #expect(try !Self.accepts("power rule", "D(exp(z), z)", "exp(z)"))
    #expect(try !Self.accepts("slope of tanh", "σ'(z)", "σ(z)*(1 - σ(z))"))
    #expect(try !Self.accepts("definition of tanh", "σ'(z)", "σ(z)*(1 - σ(z))"))
    let network = try Self.network()
    #expect(
      try !Self.accepts(
        "power rule", "dC/dz2", "dC/da2 .* σ'(z2)", in: network))
    #expect(
      try !Self.accepts(
        "chain rule", "dC/dz2", "dC/da2 .* a2 .* (1 - a2)", in: network))
  }
}
