import Algebra
import Matrices
import Networks
import Testing

@Suite struct GradientTests {
  /// A slope that the rules derive, against four values of the cost nearby.
  @Test(arguments: UInt64(1)...120)
  func everySlopeMatchesTheCentralDifference(_ seed: UInt64) throws {
    let network = try RandomNetwork(seed: seed)
    let valuation = try Valuation(
      network.description.worksheet(), givens: network.givens)
    for given in valuation.worksheet.givens where given.role == .parameter {
      let slope = try #require(
        valuation.values[Worksheet.adjoint(of: given.name)])
      let measured = try differences(of: given.name, in: valuation)
      let largest = slope.storage.map(\.magnitude).max() ?? 0
      for (exact, rough) in zip(slope.storage, measured) {
        // A kink between the four values spoils the difference, not the slope.
        let isNearKink = !rough.agrees
        let error = (exact - rough.slope).magnitude
        #expect(isNearKink || error <= 1e-7 * max(largest, 1))
      }
      #expect(measured.contains { $0.agrees })
    }
  }

  @Test(arguments: UInt64(1)...60)
  func bothConventionsGiveTheSameGradients(_ seed: UInt64) throws {
    var network = try RandomNetwork(seed: seed)
    let mean = try Valuation(
      network.description.worksheet(), givens: network.givens)
    network.description.delta = .perExample
    let single = try Valuation(
      network.description.worksheet(), givens: network.givens)
    for given in mean.worksheet.givens where given.role == .parameter {
      let name = Worksheet.adjoint(of: given.name)
      let truth = try #require(mean.values[name])
      let wrong = Disagreement.description(
        name.ascii, single.values[name], true: truth.rowArrays)
      #expect(wrong == nil)
    }
  }

  private struct Difference {
    let slope: Double
    /// Whether a smaller step gives the same.
    let agrees: Bool
  }

  private func differences(
    of name: Name, in valuation: Valuation
  ) throws -> [Difference] {
    let value = try #require(valuation.values[name])
    return try value.storage.indices.map { place in
      let wide = try slope(at: place, of: name, value, in: valuation, by: 1e-3)
      let narrow = try slope(
        at: place, of: name, value, in: valuation, by: 3e-4)
      let isSame = (wide - narrow).magnitude <= 1e-7 * max(1, wide.magnitude)
      return Difference(slope: narrow, agrees: isSame)
    }
  }

  private func slope(
    at place: Int, of name: Name, _ value: Matrix<Double>,
    in valuation: Valuation, by step: Double
  ) throws -> Double {
    func cost(_ shift: Double) throws -> Double {
      var moved = valuation
      var storage = value.storage
      storage[place] += shift
      try moved.set(
        name,
        to: Matrix(rows: value.rows, columns: value.columns, storage: storage))
      return try #require(moved.values["C"]?.storage.first)
    }
    let inner = try cost(step) - cost(-step)
    let outer = try cost(2 * step) - cost(-2 * step)
    return (8 * inner - outer) / (12 * step)
  }
}
