import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

/// What is said of plain numbers.
struct NumbersDiagnosisTests {
  private func network(_ place: Int = 0) throws -> DiagnosedNetwork {
    try DiagnosedNetwork(KnownNetworks.all[place])
  }

  private func numbers(_ text: String) throws -> PlainNumbers {
    try #require(PlainNumbers(try Expression(text, in: Scope())))
  }

  @Test func rightNumbersAreRightAsFarAsTheyWereTyped() throws {
    let network = try network()
    let valuation = try network.valuation()
    for digits in 2...9 {
      for target in ["δ1", "dW2", "db1", "a2"] {
        let diagnosis = try network.diagnosis(
          ofNumbersOf: target, target, at: valuation, digits: digits)
        #expect(diagnosis?.isRight == true, "\(target), \(digits) digits")
      }
    }
  }

  @Test func numbersThatLieOtherwiseAreRecognised() throws {
    let network = try network()
    let valuation = try network.valuation()
    let truth = try #require(valuation.values["dW2"])
    let byRows = try Matrix(
      rows: 1, columns: 6, storage: truth.transposed.storage)
    let byColumns = try Matrix(rows: 6, columns: 1, storage: truth.storage)
    for (value, arrangement) in [
      (truth.transposed, Diagnosis.Arrangement.transposed),
      (byRows, .flattenedByRows), (byColumns, .flattenedByColumns),
    ] {
      let diagnosis = Diagnosis(
        of: PlainNumbers(rounding: value, to: 6), as: "dW2", at: valuation)
      #expect(diagnosis.arrangement == arrangement)
      #expect(diagnosis.outcome == .right && !diagnosis.isRight)
    }
    let wrong = Diagnosis(
      of: PlainNumbers(rounding: byRows.map { -$0 }, to: 6), as: "dW2",
      at: valuation)
    #expect(wrong.ids == [["sign-turned"]])
    #expect(wrong.arrangement == .flattenedByRows)
  }

  /// With one unit everywhere a transpose and an order cannot be seen.
  @Test func whatCannotBeToldApartIsSaidToBeAmbiguous() throws {
    let network = try network(3)
    let one = try network.valuation(width: 1, examples: 3)
    let diagnosis = try #require(
      try network.diagnosis(
        ofNumbersOf: "δ1 .* x", "dW1", at: one))
    #expect(!diagnosis.isRight)
    // With two units, half as much may be the square or the mean.
    let first = try self.network()
    let two = try first.valuation(examples: 2)
    let half = try #require(
      try first.diagnosis(
        ofNumbersOf: "2*(W2' @ δ2 .* g1'(z1))", "δ1", at: two))
    #expect(half.ids.contains(["factor-of-two"]))
    #expect(half.ids.contains(["mean-forgotten"]))
    #expect(half.sentences.contains("cannot be told apart"))
  }

  @Test func oneExampleHidesTheMean() throws {
    let network = try network()
    let valuation = try network.valuation(examples: 1)
    let diagnosis = try network.diagnosis(
      ofNumbersOf: "(a2 - y) .* g2'(z2)", "δ2", at: valuation)
    #expect(diagnosis?.isRight == true)
  }

  @Test func twoSlipsAreFoundInManyNumbers() throws {
    let network = try network()
    let diagnosis = try #require(
      try network.diagnosis(
        ofNumbersOf: "-(W2' @ δ2) .* g1'(a1)", "δ1",
        at: try network.valuation(), digits: 7))
    #expect(diagnosis.ids == [["sign-turned", "slope-at-output"]])
  }

  @Test func fewDigitsNameNoSlipByChance() throws {
    let network = try network()
    let valuation = try network.valuation()
    var named = 0
    for seed in 0..<20 {
      let number = 0.11 + 0.04 * Double(seed)
      let diagnosis = Diagnosis(
        of: PlainNumbers(Matrix(scalar: number), slack: [0.005]),
        as: try network.read("δ1[1,1]"), at: valuation)
      if !diagnosis.ways.isEmpty { named += 1 }
    }
    #expect(named == 0)
  }

  @Test func otherNumbersAreNotExplained() throws {
    let network = try network()
    let valuation = try network.valuation()
    let diagnosis = Diagnosis(
      of: try numbers("[[0.123456, 0.31, 0.2], [0.5, 0.71, -0.2]]"),
      as: "dW2", at: valuation)
    #expect(diagnosis.ways.isEmpty)
    let flat = Diagnosis(
      of: try numbers("[[1, 2, 3, 4]]"), as: "dW2", at: valuation)
    #expect(flat.outcome == .shape(found: "1×4", wanted: "2×3"))
  }

  @Test func oneEntryPointTakesLettersAndNumbers() throws {
    let network = try network()
    let valuation = try network.valuation()
    let letters = Diagnosis(
      of: try network.read("-(W2' @ δ2 .* g1'(z1))"), as: "δ1", at: valuation)
    #expect(letters.ids == [["sign-turned"]])
    let pasted = Diagnosis(
      of: try network.read("array([[1., 2.], [3., 4.]])"), as: "dW1",
      at: valuation)
    #expect(pasted.outcome == .shape(found: "2×2", wanted: "3×2"))
  }
}

struct BlindSpotsTests {
  private func findings(
    _ line: String, _ target: String = "δ1"
  ) throws -> [String: BlindSpots.Finding] {
    let network = try DiagnosedNetwork(KnownNetworks.all[0])
    let spots = BlindSpots(
      of: try network.read(line), as: try network.read(target),
      in: network.worksheet)
    return Dictionary(
      uniqueKeysWithValues: spots.rows.map { ($0.label, $0.finding) })
  }

  @Test func oneUnitHidesATranspose() throws {
    let found = try findings("W2 @ δ2 .* g1'(z1)")
    #expect(found["1-1-1, m = 1"] == .agrees)
    #expect(found["3-3-3, m = 3"] == .differs)
    #expect(found["2-3-4, m = 5"] == .hasNoValue)
  }

  @Test func oneExampleHidesAMean() throws {
    let found = try findings("(a2 - y) .* g2'(z2)", "δ2")
    #expect(found["1-1-1, m = 1"] == .agrees)
    #expect(found["2-3-4, m = 1"] == .agrees)
    #expect(found["2-3-4, m = 5"] == .differs)
  }

  @Test func theIdentityHidesASlope() throws {
    let found = try findings("W2' @ δ2")
    #expect(found["identity activations"] == .agrees)
    #expect(found["2-3-4, m = 5"] == .differs)
  }

  @Test func theTableFitsAPage() throws {
    let network = try DiagnosedNetwork(KnownNetworks.all[0])
    let spots = BlindSpots(
      of: try network.read("W2' @ δ2"), as: "δ1", in: network.worksheet)
    let text = spots.text(for: Page(width: 60)).plain
    #expect(text.contains("1-1-1, m = 1"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }
}
