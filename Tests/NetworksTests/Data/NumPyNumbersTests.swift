import Algebra
import Matrices
import Testing

@testable import Networks

/// Numbers that NumPy itself printed.
@Suite struct NumPyNumbersTests {
  @Test func wordsAreThoseOfTheTwister() {
    var numbers = NumPyNumbers(seed: 0)
    #expect(
      (0..<4).map { _ in numbers.word() } == [
        2_357_136_044, 2_546_248_239, 3_071_714_933, 3_626_093_760,
      ])
    numbers = NumPyNumbers(seed: .max)
    #expect(
      (0..<3).map { _ in numbers.unit() } == [
        0.0976320289940138, 0.9123828453026218, 0.78903530185164,
      ])
  }

  /// `np.random.seed(3)`, `rand(700)[-1]` and then `randn(5)`.
  @Test func theStateIsRenewedWhenItIsUsedUp() {
    var numbers = NumPyNumbers(seed: 3)
    let last = (0..<700).map { _ in numbers.unit() }.last
    #expect(last == 0.39228520288628477)
    let normal = [
      -0.9197195967730546, 1.8479090566185066, -2.2107916395785647,
      0.14181051738349576, 0.7436369707501894,
    ]
    for number in normal { #expect(abs(numbers.bell() - number) < 1e-15) }
  }

  @Test func aNotebookWithExamplesInRowsIsDrawnAsItDrew() throws {
    var draws = WeightDraws(from: .numPy(seed: 0, transposed: true))
    let kind = try #require(InitialWeights.named("uniform"))
    let first = try draws.matrix(
      kind, for: "W1", Shape(rows: 3, columns: 2), width: 2.0.squareRoot())
    #expect(
      try first
        == Matrix([
          [0.13806543856194997, 0.12694881223337018],
          [0.6086474408046969, -0.2159368363940326],
          [0.29065872031153117, 0.4126508667385178],
        ]))
    let second = try draws.matrix(
      kind, for: "W2", Shape(rows: 1, columns: 3), width: 2.0.squareRoot())
    #expect(
      try second
        == Matrix([
          [-0.17653002459565403, 1.108101382155245, 1.3114363285358077]
        ]))
  }

  /// `randn(2, 3)*0.01` and `randn(1, 2)*0.01`: the second of a pair is left
  /// over for nobody here, and zeros draw nothing.
  @Test func aSeriesGoesOnFromMatrixToMatrix() throws {
    var draws = WeightDraws(from: .numPy(seed: 7, transposed: false))
    let normal = try #require(InitialWeights.named("random normal"))
    let zeros = try #require(InitialWeights.named("zeros"))
    let first = try draws.matrix(
      normal, for: "W1", Shape(rows: 2, columns: 3), width: 0.01)
    _ = try draws.matrix(zeros, for: "b1", Shape(rows: 2, columns: 1))
    let second = try draws.matrix(
      normal, for: "W2", Shape(rows: 1, columns: 2), width: 0.01)
    let printed = [
      [0.016905257038003562, -0.0046593737054083277, 3.2820163678584402e-4],
      [0.0040751628299650787, -0.0078892302862573864, 2.0655729059481302e-5],
    ]
    for (place, number) in try Matrix(printed).storage.enumerated() {
      #expect(abs(first.storage[place] - number) < 1e-16)
    }
    let rest = [-8.9038585793136285e-6, -0.017547243063454208]
    for (place, number) in rest.enumerated() {
      #expect(abs(second.storage[place] - number) < 1e-16)
    }
  }

  @Test(arguments: [
    ("seed 3", WeightSource.own(seed: 3)),
    ("numpy seed 0", .numPy(seed: 0, transposed: false)),
    ("numpy seed 4294967295 transposed", .numPy(seed: .max, transposed: true)),
  ])
  func sourcesAreRead(text: String, source: WeightSource) {
    #expect(WeightSource(text) == source)
  }

  @Test(arguments: [
    "", "seed", "seed x", "numpy", "numpy 0", "numpy seed 4294967296",
    "numpy seed -1", "numpy seed 0 sideways", "seed 3 transposed", "numpy seed",
  ])
  func whatIsNoSourceIsRefused(text: String) {
    #expect(WeightSource(text) == nil)
  }
}
