import Matrices
import TestSupport
import Testing

@testable import Algebra

@Suite struct ValuationTests {
  private func twoLayers() throws -> Valuation {
    let worksheet = try Worksheet(
      given: [
        "W1: n1×n0 parameter", "W2: n2×n1 parameter", "x: n0×m input",
        "y: n2×m target",
      ],
      [
        "z1 = W1 @ x", "a1 = σ(z1)", "z2 = W2 @ a1", "a2 = softmax(z2)",
        "C = -sum(y .* ln(a2))",
      ])
    var assuming = worksheet
    assuming.assumptions = [.columnsSumToOne("y")]
    assuming = try assuming.withBackwardPass()
    var generator = SeededGenerator(7)
    var givens = try assuming.drawn(
      &generator, sizes: ["n0": 2, "n1": 4, "n2": 3, "m": 2])
    givens["y"] = try Matrix([[1, 0], [0, 0], [0, 1]])
    return try Valuation(assuming, givens: givens)
  }

  /// `dw2/dw1` is 0 and looks like the quotient of two slopes of the cost.
  @Test func slopesOfWhatDoesNotDependAreRefused() throws {
    let worksheet = try Worksheet(
      given: ["w1: number parameter", "w2: number parameter"],
      ["z1 = w1*w1", "z2 = w2*z1", "C = z2^2"]
    ).withBackwardPass()
    let two = Matrix<Double>(scalar: 2)
    let valuation = try Valuation(worksheet, givens: ["w1": two, "w2": two])
    let line = try Expression("1 + dw2/dw1", in: valuation.scope)
    do {
      _ = try valuation.value(of: line)
      Issue.record("dw2/dw1 has a value")
    } catch let fault as ExpressionFault {
      let said = fault.diagnostic(
        of: line, source: "1 + dw2/dw1", columns: { _ in 4..<11 },
        scope: valuation.scope)
      #expect(said.headline.contains("the slope of w2 in w1, on which it does"))
      #expect(said.remedy == "1 + (dw2)/(dw1)")
    }
    for (text, value) in [
      ("(dw2)/(dw1)", 0.5), ("D(z2, w1)", 8), ("dz2/dw1", 8),
    ] {
      let line = try Expression(text, in: valuation.scope)
      #expect(try valuation.value(of: line).storage == [value], "\(text)")
    }
  }

  @Test func onlyWhatFollowsIsComputedAgain() throws {
    var valuation = try twoLayers()
    let before = valuation.values
    let value = try #require(before["W2"]?.map { $0 + 1 })
    let changed = try valuation.set("W2", to: value)
    #expect(!changed.contains("z1"))
    #expect(!changed.contains("a1"))
    #expect(changed.contains("z2"))
    #expect(changed.contains("dW1"))
    for name in valuation.worksheet.names where !changed.contains(name) {
      if name != "W2" { #expect(valuation.values[name] == before[name]) }
    }
  }

  @Test func settingBackGivesTheSameValues() throws {
    var valuation = try twoLayers()
    let before = valuation.values
    let value = try #require(before["W1"])
    try valuation.set("W1", to: value.map { $0 * 3 })
    #expect(valuation.values != before)
    try valuation.set("W1", to: value)
    #expect(valuation.values == before)
  }

  @Test func derivedQuantityIsNotSet() throws {
    var valuation = try twoLayers()
    let value = try #require(valuation.values["z1"])
    #expect(throws: WorksheetFault.derivedQuantity("z1")) {
      try valuation.set("z1", to: value)
    }
    #expect(throws: WorksheetFault.unknownQuantity("q")) {
      try valuation.set("q", to: value)
    }
  }

  @Test func valueOfAnotherShapeIsRefusedAndNothingIsLost() throws {
    var valuation = try twoLayers()
    let before = valuation.values
    #expect(throws: WorksheetFault.self) {
      try valuation.set("W1", to: try Matrix([[1, 2, 3]]))
    }
    #expect(valuation.values == before)
  }

  @Test func shortFormOfTheErrorHoldsOnlyUnderItsAssumption() throws {
    var valuation = try twoLayers()
    let short = try #require(valuation.worksheet.equation("δ2"))
    #expect(short.expression.text() == "a₂ - y")
    try valuation.set("y", to: try Matrix([[1, 0], [1, 0], [0, 3]]))
    let general = try #require(valuation.worksheet.equation("δ2"))
    #expect(general.expression.text() == "a₂ ⊙ (ones(n₂, 1)·colsum(y)) - y")
    let shown = try valuation.value(of: general.expression)
    let computed = try #require(valuation.values["δ2"])
    #expect(try shown.distance(to: computed) < 1e-14)
    let slope = try valuation.value(
      of: .derivative("C", by: "z2", .straight), slopesBy: .differences)
    #expect(try computed.distance(to: slope) < 1e-8)
  }

  @Test func slopeInAnEntryIsTheEntryOfTheSlope() throws {
    let valuation = try twoLayers()
    let entry = Expression.entry("W1", [.at(2), .at(1)])
    let slope = try valuation.value(of: .derivative("C", by: entry, .straight))
    let all = try #require(valuation.values["dW1"])
    #expect(slope.shape.isScalar)
    #expect((slope[0, 0] - all[1, 0]).magnitude < 1e-14)
    let row = Expression.entry("W1", [.at(2), .all])
    let slopes = try valuation.value(of: .derivative("C", by: row, .applied))
    #expect(slopes.shape.description == "1×2")
  }

  @Test func intermediateQuantityIsMovedAsIfItWereFree() throws {
    let worksheet = try Worksheet(
      given: ["w: parameter", "x: input"],
      ["p = w*x", "q = p^2", "C = q + w"])
    let valuation = try Valuation(
      worksheet, givens: ["w": Matrix(scalar: 3), "x": Matrix(scalar: 2)])
    let scope = valuation.scope
    func slope(_ text: String) throws -> Double {
      try valuation.value(of: try Expression(text, in: scope))[0, 0]
    }
    #expect(try slope("D(q, p)") == 12)
    #expect(try slope("D(C, w)") == 25)
    #expect(try slope("dC/dp") == 12)
    #expect(try slope("D(p^2 + w, w)") == 25)
    #expect(try slope("D(w^2, p)") == 0)
  }

  @Test func firstQuantityThatIsNotFiniteIsNamed() throws {
    let worksheet = try Worksheet(
      given: ["w: parameter"], ["p = exp(w)", "q = p - p", "C = q"])
    let valuation = try Valuation(
      worksheet, givens: ["w": Matrix(scalar: 1000)])
    #expect(valuation.firstNotFinite == "p")
  }
}
