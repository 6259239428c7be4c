import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

@Suite struct ClaimTests {
  private func valuation() throws -> Valuation {
    let session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    return try #require(session.live?.now)
  }

  @Test(arguments: [
    ("dW1", "dW1"), ("W1.grad", "dW1"), ("W1_grad", "dW1"),
    ("grad_W1", "dW1"), ("dC/dW1", "dW1"), ("dw1", "dW1"), ("δ1", "δ1"),
    ("delta1", "δ1"), ("delta_1", "δ1"), ("dz1", "δ1"), ("dZ1", "δ1"),
    ("Z1", "z1"), ("dA1", "da1"),
  ])
  func everySpellingOfASlopeIsRead(_ text: String, _ name: Name) throws {
    let worksheet = try valuation().worksheet
    #expect(worksheet.quantity(claimedAs: text) == name)
  }

  @Test(arguments: ["", "dQ1", "x.grad", "W7.grad", "fc1.weight.grad", "d"])
  func nameOfNothingIsNothing(_ text: String) throws {
    #expect(try valuation().worksheet.quantity(claimedAs: text) == nil)
  }

  @Test func everyKindOfClaimIsToldApart() throws {
    let valuation = try valuation()
    let own = try #require(valuation.values["dW1"])
    func finding(_ claim: Matrix<Double>) -> ClaimComparison.Finding {
      ClaimComparison("dW1", claimed: claim, own: own).finding
    }
    #expect(finding(own) == .agrees)
    #expect(finding(own.map { $0 * (1 + 1e-6) }) == .lookAgain)
    #expect(finding(own.map { Double(Float($0)) }) != .differs)
    #expect(finding(own.map { $0 * 1.001 }) == .differs)
    #expect(finding(own.transposed) == .transposed)
    #expect(finding(Matrix(scalar: 1)) == .shapesDiffer)
    var storage = own.storage
    storage[2] *= 1.01
    let spoiled = try Matrix(
      rows: own.rows, columns: own.columns, storage: storage)
    let comparison = ClaimComparison("dW1", claimed: spoiled, own: own)
    #expect(comparison.finding == .differs)
    #expect(comparison.disparity?.place == 2)
  }

  @Test func bothFormulasAreThoseInUse() {
    let disparity = Disparity([3, 0, 1], [4, 0, 1])
    #expect(disparity.worstRatio == 0.25)
    #expect(disparity.largestGap == 1 && disparity.place == 0)
    let norms = 10.0.squareRoot() + 17.0.squareRoot()
    #expect((disparity.normRatio - 1 / norms).magnitude < 1e-15)
    #expect(Disparity([1e-300], [2e-300]).normRatio > 0.3)
    #expect(Disparity([.nan], [1]).worstRatio.isNaN)
    #expect(ErrorBand(.nan) == .differs && ErrorBand(1e-7) == .agrees)
  }
}
