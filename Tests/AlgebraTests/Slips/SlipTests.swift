import Matrices
import Testing

@testable import Algebra

struct SlipTests {
  /// Two layers, written out by hand.
  private func worksheet() throws -> Worksheet {
    let m = Dimension.size("m")
    var sheet = Worksheet(
      givens: [
        Given("x", .matrix(rows: .size("p"), columns: m), role: .input),
        Given(
          "U", .matrix(rows: .size("q"), columns: .size("p")), role: .parameter),
        Given("b", .column(.size("q")), role: .parameter),
        Given(
          "V", .matrix(rows: .size("r"), columns: .size("q")), role: .parameter),
        Given("y", .matrix(rows: .size("r"), columns: m), role: .target),
      ],
      sizes: [
        "m": m, "p": .size("p"), "q": .size("q"), "r": .size("r"),
      ])
    for (name, text) in [
      ("s", "U @ x + b"), ("h", "sigmoid(s)"), ("t", "V @ h"),
      ("u", "tanh(t)"),
    ] {
      sheet.equations.append(
        Equation(Name(name), try Expression(text, in: sheet.scope)))
    }
    sheet.equations.append(
      Equation(
        "C", try Expression("½ sum((u - y).^2)/m", in: sheet.scope),
        role: .cost))
    return try sheet.withBackwardPass()
  }

  @Test func everySlipHasItsOwnNameAndClause() {
    #expect(Set(Slip.all.map(\.id)).count == Slip.all.count)
    #expect(Set(Slip.all.map(\.clause)).count == Slip.all.count)
    for slip in Slip.all {
      #expect(slip.clause.first?.isLowercase == true, "\(slip.id)")
      #expect(!slip.clause.hasSuffix("."), "\(slip.id)")
      #expect(
        slip.id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(slip.id)")
    }
  }

  @Test(arguments: ["ds", "dt", "dU", "dV", "db", "C", "h"])
  func allFormsOfATargetAreOneValue(_ target: String) throws {
    let sheet = try worksheet()
    let name = Name(target)
    let surroundings = Surroundings(sheet, asked: .name(name))
    let forms = surroundings.forms(of: .name(name))
    #expect(!forms.isEmpty)
    let sample = try #require(
      sheet.sample(sizes: ["m": 5, "p": 2, "q": 3, "r": 4], seed: 1))
    let truth = try #require(sample.value(of: name))
    for form in forms {
      let value = try #require(sample.value(of: form), "\(form.text())")
      for (one, two) in zip(value.storage, truth.storage) {
        #expect((one - two).magnitude < 1e-12, "\(form.text())")
      }
    }
  }

  @Test func aMutantDiffersFromItsLineAndKnowsItsSlip() throws {
    let sheet = try worksheet()
    let surroundings = Surroundings(sheet, asked: "ds")
    let line = try Expression("V' @ dt .* sigmoid'(s)", in: sheet.scope)
    let mutants = surroundings.mutants(of: line)
    #expect(mutants.count > 40)
    for mutant in mutants {
      #expect(mutant.expression != line)
      #expect(mutant.deeds.count == 1)
      let deed = try #require(mutant.deeds.first)
      #expect(deed.before != deed.after)
      let wording = deed.wording(in: surroundings)
      #expect(wording.brief.hasSuffix(".") || wording.brief.hasSuffix("?"))
      #expect(!wording.full.isEmpty)
    }
    let twice = surroundings.mutants(
      of: mutants[0].expression, after: mutants[0].deeds)
    #expect(twice.allSatisfy { $0.deeds.count == 2 })
  }

  @Test func theSmallestDifferenceIsThePlace() throws {
    let deed = Deed(
      slip: .slopeAtOutput,
      before: .call("sigmoid", primes: 1, ["z1"]),
      after: .call("sigmoid", primes: 1, ["a1"]))
    #expect(deed.place == [0])
    let other = Deed(
      slip: .slopeMissing, before: Expression("a").hadamard("b"), after: "a")
    #expect(other.place == [])
  }

  @Test func aSampleIsTheSameEveryTimeAndHasTheSizesAsked() throws {
    let sheet = try worksheet()
    #expect(sheet.freeSizes == ["m", "p", "q", "r"])
    let sizes: [Name: Int] = ["m": 5, "p": 2, "q": 3, "r": 4]
    let one = try #require(sheet.sample(sizes: sizes, seed: 7))
    let two = try #require(sheet.sample(sizes: sizes, seed: 7))
    let other = try #require(sheet.sample(sizes: sizes, seed: 8))
    #expect(one.valuation.values == two.valuation.values)
    #expect(one.valuation.values != other.valuation.values)
    #expect(one.value(of: Name("U"))?.shape == Shape(rows: 3, columns: 2))
    #expect(one.value(of: Expression("U").matmul("V")) == nil)
    #expect(sheet.sample(sizes: [:], seed: 1) == nil)
  }
}
