import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

struct DiagnosisTests {
  private func network(_ place: Int = 0) throws -> DiagnosedNetwork {
    try DiagnosedNetwork(KnownNetworks.all[place])
  }

  @Test func bothSlipsOfOneLineAreNamed() throws {
    let line = "W2 @ δ2 .* g1'(a1)"
    let network = try network()
    let diagnosis = try network.diagnosis(line, "δ1")
    #expect(diagnosis.ids == [["slope-at-output", "transpose-missing"]])
    #expect(diagnosis.fault != nil)
    let reading = try Expression.reading(line, in: network.worksheet.scope)
    let text = diagnosis.text(for: Page(), source: line, reading: reading)
    #expect(
      text.plain == """
          W2 @ δ2 .* g1'(a1)
          ^^             ^^
        W2 takes n1 numbers and gives n2, and here n2 come in. You took the \
        slope at a1,
        which is what σ gave.
        """)
  }

  @Test(arguments: [
    ("W2' @ δ2 .* g1'(z1)", "δ1"), ("g1'(z1) .* (W2' @ δ2)", "δ1"),
    ("W2' @ δ2 .* a1 .* (1 - a1)", "δ1"), ("(δ2' @ W2)' .* σ'(z1)", "δ1"),
    ("W2' @ ((1/m) (a2 - y) .* (1 - a2.^2)) .* (a1 - a1.^2)", "δ1"),
    ("da1 .* σ'(W1 @ x + b1)", "δ1"), ("-((y - a2)/m) .* g2'(z2)", "δ2"),
    ("(a1 @ δ2')' + (λ/m) W2", "dW2"), ("δ2 @ ones(m, 1)", "db2"),
    ("dC/dW2", "dW2"),
  ])
  func aRightLineHasNoSlip(_ line: String, _ target: String) throws {
    let diagnosis = try network().diagnosis(line, target)
    #expect(diagnosis.isRight, "\(line): \(diagnosis.outcome)")
    #expect(diagnosis.ways.isEmpty)
  }

  @Test func theSmallestWrongPartIsUnderlined() throws {
    let network = try network()
    for (line, part) in [
      ("W2' @ δ2 .* g1'(a1)", "a1"), ("W1' @ δ2 .* g1'(z1)", "W1"),
      ("W2' @ δ1 .* g1'(z1)", "δ1"), ("W2' @ δ2 .* (g1'(z2))", "z2"),
      ("W2' @ ((1/m)*(y - a2) .* g2'(z2)) .* g1'(z1)", "(y - a2)"),
    ] {
      let target = "δ1"
      let diagnosis = try network.diagnosis(line, target)
      let reading = try Expression.reading(line, in: network.worksheet.scope)
      let parts = diagnosis.blame.map { path in
        String(SourceSpan(reading.columns(of: path)).text(in: line))
      }
      #expect(parts == [part], "\(line)")
    }
  }

  @Test func aFactorThatNoSlipExplainsIsSaidToBeOne() throws {
    let diagnosis = try network().diagnosis("7*W2' @ δ2 .* g1'(z1)", "δ1")
    guard case .gap(.factor(let factor)) = diagnosis.outcome else {
      Issue.record("\(diagnosis.outcome)")
      return
    }
    #expect((factor - 7).magnitude < 1e-6)
  }

  @Test func anotherShapeIsNamed() throws {
    let diagnosis = try network().diagnosis("x", "δ1")
    #expect(diagnosis.outcome == .shape(found: "n0×m", wanted: "n1×m"))
  }

  @Test func aSlopeOfTheCostIsATargetToo() throws {
    let network = try network()
    #expect(
      try network.diagnosis("a1 @ δ2' + (λ/m) W2", "dC/dW2").ids
        == [["turned-over"]])
    #expect(
      try network.diagnosis("-(W2' @ δ2 .* g1'(z1))", "∂C/∂z1").ids
        == [["sign-turned"]])
  }

  @Test func theLineBeforeIsATargetToo() throws {
    let network = try network()
    let before = try network.read("W2' @ δ2 .* g1'(z1)")
    let line = try network.read("W2' @ δ2 .* (1 - a1.^2)")
    let diagnosis = Diagnosis(of: line, as: before, in: network.worksheet)
    #expect(diagnosis.ids == [["slope-of-another"]])
  }

  @Test(arguments: [
    ("W1' @ (W2 @ W2' @ W1 @ x)", "δ1"), ("1/0", "δ1"), ("0*z1", "δ1"),
    ("exp(exp(exp(1000 + z1)))", "δ1"), ("ln(-1 - z1.^2)", "δ1"),
    ("z1 ./ (z1 - z1)", "δ1"), ("norm(W1)", "δ1"), ("C", "dW1"),
    ("shape(W1)", "dW1"), ("W1[1,1]", "dW1"), ("x @ x' @ x", "dW1"),
    ("d(W1)", "dW1"), ("nobody", "dW1"), ("W1", "x"), ("W1", "nobody"),
  ])
  func nonsenseHasAReply(_ line: String, _ target: String) throws {
    let network = try network()
    var scope = network.worksheet.scope
    scope.shapes["nobody"] = .scalar
    let diagnosis = Diagnosis(
      of: try Expression(line, in: scope),
      as: try Expression(target, in: scope), in: network.worksheet)
    #expect(!diagnosis.isRight)
    #expect(!diagnosis.sentences.isEmpty)
    #expect(!diagnosis.text(for: Page(width: 20)).plain.isEmpty)
  }

  @Test func anEnormousLineIsNotSearched() throws {
    let line = Array(repeating: "z1", count: 2000).joined(separator: " + ")
    let network = try network()
    let read = try? network.read(line)
    let deep = (0..<250).reduce(Expression("z1")) { sum, _ in
      sum.plus("z1")
    }
    for line in [read, deep].compactMap({ $0 }) {
      let diagnosis = Diagnosis(of: line, as: "δ1", in: network.worksheet)
      #expect(diagnosis.outcome == .undecided)
    }
  }

  @Test func theSameLineHasTheSameDiagnosis() throws {
    let network = try network(2)
    let line = "(1/m) a1 @ δ2'"
    let first = try network.diagnosis(line, "dW2")
    let second = try network.diagnosis(line, "dW2")
    #expect(first.outcome == second.outcome)
    #expect(first.sentences == second.sentences)
    #expect(first.ids.contains { $0.contains("turned-over") })
  }

  @Test func entriesByNumberKeepTheirShapes() throws {
    let network = try network()
    let valuation = try network.valuation()
    let diagnosis = Diagnosis(
      of: try network.read(
        "(W2[1,1]*δ2[1,2] + W2[2,1]*δ2[2,2])*g1'(a1[1,2])"),
      as: try network.read("δ1[1,2]"), at: valuation)
    #expect(diagnosis.ids == [["slope-at-output"]])
  }
}

/// Formulas of numbers: the rules for slopes, each broken once.
struct FormulaDiagnosisTests {
  private func worksheet(_ cost: String) throws -> Worksheet {
    var sheet = Worksheet(givens: [
      Given("w", .scalar, role: .parameter), Given("x", .scalar, role: .input),
      Given("y", .scalar, role: .target),
    ])
    sheet.equations = [
      Equation("C", try Expression(cost, in: sheet.scope), role: .cost)
    ]
    return try sheet.withBackwardPass()
  }

  @Test(arguments: [
    ("(w*x - y)^2", "dw", "2*(w*x - y)", "inner-slope-missing"),
    ("exp(w*x)", "dw", "exp(w*x)", "inner-slope-missing"),
    ("sigmoid(w*x)", "dw", "sigmoid'(w*x)", "inner-slope-missing"),
    ("exp(w*x)", "dw", "w*x*exp(w*x - 1)*x", "power-rule-on-exponential"),
    ("w*sigmoid(w)", "dw", "sigmoid(w)", "product-term-missing"),
    ("w*sigmoid(w)", "dw", "w*sigmoid'(w)", "product-term-missing"),
    ("w*sigmoid(w)", "dw", "sigmoid'(w)", "product-term-missing"),
    ("w^3", "dw", "w^2", "exponent-kept"),
    ("w^3", "dw", "3*w^3", "exponent-kept"),
    ("w^2", "D(exp(2w), w)", "exp(2w)", "inner-slope-missing"),
    ("w^2", "D(w*exp(w), w)", "exp(w)", "product-term-missing"),
  ])
  func aBrokenRuleIsNamed(
    _ cost: String, _ target: String, _ line: String, _ slip: String
  ) throws {
    let sheet = try worksheet(cost)
    let diagnosis = Diagnosis(
      of: try Expression(line, in: sheet.scope),
      as: try Expression(target, in: sheet.scope), in: sheet)
    #expect(diagnosis.ids == [[slip]])
  }
}
