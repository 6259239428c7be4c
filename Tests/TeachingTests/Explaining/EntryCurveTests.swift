import Algebra
import Matrices
import Testing

@testable import Teaching

/// A curve over one entry moves that entry and nothing else.
struct EntryCurveTests {
  private func plot(_ entry: Expression) throws -> CurvePlot {
    try CurvePlot(
      PlotDescription(
        curves: [
          PlotDescription.Curve(
            expression: "C", variable: "W2", low: 0, high: 1, entry: entry)
        ], points: [], showsSlope: false),
      in: Notebook.valuation(), samples: 3)
  }

  @Test func theCurveIsTheCostWithTheEntryReplaced() throws {
    let valuation = try Notebook.valuation()
    let plot = try plot(.entry("W2", [.at(1), .at(2)]))
    for point in try #require(plot.curves.first).points {
      var weights = Notebook.w2
      weights[0][1] = point.x
      var moved = valuation
      try moved.set("W2", to: Matrix(weights))
      let truth = try #require(moved.values["C"]?.storage.first)
      #expect((point.y - truth).magnitude < 1e-12)
    }
  }

  @Test func aPlaceThatIsNoEntryIsRefused() {
    #expect(throws: ExplanationFault.self) {
      try plot(.entry("W2", [.at(9), .at(9)]))
    }
    #expect(throws: ExplanationFault.self) {
      try plot(.entry("W2", [.at(1), .all]))
    }
  }
}
