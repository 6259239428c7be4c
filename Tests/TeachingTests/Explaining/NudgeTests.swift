import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

/// The forecast of a nudge is slope times step, and nothing is kept.
struct NudgeTests {
  @Test(arguments: ["z1[1]", "W1[1,2]", "W2", "W2[1,:]", "a1", "x[2]"])
  func forecastIsSlopeTimesStep(text: String) throws {
    let valuation = try Notebook.valuation()
    let target = try valuation.expression(text)
    let report = try NudgeReport(
      target, by: 0.01, watching: ["a1", "z2"], in: valuation)
    let cost = try #require(report.rows.last)
    let slopes = try valuation.value(
      of: .derivative("C", by: target, .partial), slopesBy: .differences)
    let slope = slopes.storage.reduce(0, +)
    #expect(cost.quantity == "C")
    #expect((cost.forecast - slope * 0.01).magnitude < 1e-9)
    #expect(cost.forecast == cost.slope * 0.01)
    for row in report.rows {
      #expect(row.difference.magnitude < 0.2 * row.truth.magnitude + 1e-9)
    }
  }

  @Test func halvingTheStepQuartersTheError() throws {
    let valuation = try Notebook.valuation()
    let errors = try [0.1, 0.05].map { step in
      try NudgeReport(
        valuation.expression("z1[1]"), by: step, watching: [], in: valuation
      ).rows[0].difference
    }
    #expect((errors[0] / errors[1] - 4).magnitude < 0.3)
  }

  @Test func theTruthIsAnotherWorksheetsCost() throws {
    let valuation = try Notebook.valuation()
    let report = try NudgeReport(
      valuation.expression("W1[1,2]"), by: 0.5, watching: [], in: valuation)
    var weights = Notebook.w1
    weights[0][1] += 0.5
    var moved = valuation
    try moved.set("W1", to: Matrix(weights))
    let costs = try [moved, valuation].map {
      try #require($0.values["C"]?.storage.first)
    }
    #expect(report.rows[0].truth == costs[0] - costs[1])
    #expect(!report.isDerived)
  }

  @Test func rowsAreLimitedAndTheRestCounted() throws {
    let valuation = try Notebook.valuation()
    let report = try NudgeReport(
      valuation.expression("W1"), by: 0.01,
      watching: ["z1", "a1", "z2", "a2", "δ1"], in: valuation)
    #expect(report.rows.count == NudgeReport.limit)
    #expect(report.unlisted == 6)
    #expect(report.moved == 6)
  }

  @Test func pictureOfANudge() throws {
    let valuation = try Notebook.valuation()
    let report = try NudgeReport(
      valuation.expression("z1[1]"), by: 0.01, watching: ["a1", "z2"],
      in: valuation)
    #expect(
      report.text(for: Page()).plain == """
        Raise z₁[1] by 0.01 and C falls by about 0.0006581, says the slope:
        -0.06581 · 0.01.
                   forecast       truth     off by
          ─────  ──────────  ──────────  ─────────
          a1[1]   0.0005284   0.0005261  -2.340e-6
          z2[1]   0.0004505   0.0004485  -1.995e-6
          z2[2]   0.0001385   0.0001379  -6.133e-7
          C      -0.0006581  -0.0006551   3.025e-6
        z₁[1] is computed; it was moved as if it were free. Nothing was kept.
        """)
    #expect(
      report.text(for: Page(width: 40, charset: .ascii)).plain == """
        Raise z1[1] by 0.01 and C falls by about
        0.0006581, says the slope:
        -0.06581 * 0.01.
          a1[1]: forecast 0.0005284, truth
            0.0005261, off by -2.340e-6
          z2[1]: forecast 0.0004505, truth
            0.0004485, off by -1.995e-6
          z2[2]: forecast 0.0001385, truth
            0.0001379, off by -6.133e-7
          C: forecast -0.0006581, truth
            -0.0006551, off by 3.025e-6
        z1[1] is computed; it was moved as if it
        were free. Nothing was kept.
        """)
  }
}
