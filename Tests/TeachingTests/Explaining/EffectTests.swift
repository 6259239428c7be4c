import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

/// An effect lists what changed, the cost last, and counts the rest.
struct EffectTests {
  private func altered(
    _ change: (inout [[Double]]) -> Void
  ) throws -> (Valuation, Valuation) {
    let before = try Notebook.valuation()
    var weights = Notebook.w2
    change(&weights)
    var after = before
    try after.set("W2", to: Matrix(weights))
    return (before, after)
  }

  @Test func theCostComesLastAndRowsAreLimited() throws {
    let (before, after) = try altered { $0[0][1] = -1 }
    let effect = Effect(from: before, to: after, order: ["C", "W2"])
    #expect(effect.rows.count == Effect.limit)
    #expect(effect.rows.first?.quantity == .entry("W2", [.at(1), .at(2)]))
    #expect(effect.rows.last?.quantity == "C")
    let all = Effect(from: before, to: after, order: [], limit: nil)
    #expect(all.unlisted == 0)
    #expect(all.rows.count == effect.rows.count + effect.unlisted)
  }

  @Test func whatIsHiddenIsCountedAndNotShown() throws {
    let (before, after) = try altered { $0[0][1] = -1 }
    let effect = Effect(
      from: before, to: after, order: [], hiding: ["dW1", "δ1", "x"])
    #expect(effect.stillToCome == 2)
    let text = effect.text(for: Page(isPlain: true)).plain
    #expect(text.contains("and 2 quantities still to come"))
    #expect(!text.contains("delta 1"))
  }

  @Test func nothingChangedIsSaid() throws {
    let (before, after) = try altered { _ in }
    let effect = Effect(from: before, to: after, order: [])
    #expect(effect.text(for: Page()).plain == "Nothing changed.")
  }

  @Test func changedEntriesAreMarked() throws {
    let (before, after) = try altered { $0[0][1] = -1 }
    let values = try ValueList(["W2", "a1"], in: after, since: before)
    #expect(
      values.items.map(\.changed) == [
        [MatrixPicture.Entry(row: 0, column: 1)], [],
      ])
  }
}

/// A curve goes through the values of its formula.
struct CurveTests {
  private func plot(
    _ text: String, over variable: Name, points: [Expression] = [],
    slope: Bool = true
  ) throws -> CurvePlot {
    let valuation = try Notebook.valuation()
    let scope = valuation.scope(with: [variable: Matrix(scalar: 0)])
    return try CurvePlot(
      PlotDescription(
        curves: [
          PlotDescription.Curve(
            expression: try Expression(text, in: scope), variable: variable,
            low: -2, high: 2)
        ], points: points, showsSlope: slope),
      in: valuation, samples: 41)
  }

  @Test func slopeCurveIsTheCurvesSlope() throws {
    let plot = try plot("z^3 - z", over: "z")
    for (value, slope) in zip(plot.curves[0].points, plot.curves[1].points) {
      let x = value.x
      #expect((value.y - (x * x * x - x)).magnitude < 1e-12)
      #expect((slope.y - (3 * x * x - 1)).magnitude < 1e-12)
    }
  }

  @Test func pointsOutsideTheRangeAreSaidAndNotDrawn() throws {
    let plot = try plot("tanh(z)", over: "z", points: ["z1", "C"])
    #expect(plot.stands.isEmpty)
    #expect(plot.outside.count == 4)
    let text = plot.text(for: Page(isPlain: true)).plain
    #expect(text.contains("lie outside what is drawn"))
  }

  @Test func aFormulaOfManyNumbersIsRefused() throws {
    #expect(throws: ExplanationFault.self) { try plot("z*W1", over: "z") }
  }

  @Test func theCostMovesWithAGivenNumber() throws {
    var sheet = Worksheet(
      givens: [
        Given("w1", .scalar, role: .parameter),
        Given("x", .scalar, role: .input),
      ])
    sheet.equations = [
      Equation("z1", .binary(.times, "w1", "x")),
      Equation("C", .binary(.power, "z1", 2), role: .cost),
    ]
    let valuation = try Valuation(
      sheet, givens: ["w1": Matrix(scalar: 0.5), "x": Matrix(scalar: 3)])
    let plot = try CurvePlot(
      PlotDescription(
        curves: [
          PlotDescription.Curve(
            expression: "C", variable: "w1", low: -1, high: 1)
        ], points: ["w1"], showsSlope: true), in: valuation)
    #expect(
      plot.stands == [
        CurvePlot.Stand(label: "w1", x: 0.5, y: 2.25, slope: 9)
      ])
    #expect(plot.curves[0].points.first?.y == 9)
  }
}
