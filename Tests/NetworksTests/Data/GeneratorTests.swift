import Matrices
import RealModule
import Testing

@testable import Networks

extension DataSet.Generator: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite struct GeneratorTests {
  @Test(arguments: DataSet.all)
  func sameSeedMakesTheSameExamples(_ generator: DataSet.Generator) throws {
    let one = try generator.dataSet(count: 20, noise: 0.1, seed: 4)
    #expect(try one == generator.dataSet(count: 20, noise: 0.1, seed: 4))
    #expect(try one.x != generator.dataSet(count: 20, noise: 0.1, seed: 5).x)
    #expect(one.count == 20)
    #expect(one.source == "\(generator.name), seed 4")
  }

  @Test(arguments: DataSet.all)
  func examplesAreFiniteAndOfEveryClass(
    _ generator: DataSet.Generator
  ) throws {
    let set = try generator.dataSet(count: min(generator.count, 300))
    #expect((set.x.storage + set.y.storage).allSatisfy { $0.isFinite })
    guard let labels = set.labels else { return }
    #expect(Set(labels) == Set(generator.classes.indices))
    #expect(!generator.sentence.isEmpty && !generator.source.isEmpty)
  }

  @Test(arguments: DataSet.all)
  func senselessWishesAreRefused(_ generator: DataSet.Generator) {
    #expect(throws: DataFault.countOutOfRange(0)) {
      try generator.dataSet(count: 0)
    }
    #expect(throws: DataFault.self) { try generator.dataSet(count: .max) }
    for noise in [-1, .nan, .infinity] {
      #expect(throws: DataFault.self) { try generator.dataSet(noise: noise) }
    }
  }

  @Test func namesAreUnique() {
    #expect(Set(DataSet.all.map(\.name)).count == DataSet.all.count)
    #expect(DataSet.named("digits")?.classes.count == 10)
    #expect(DataSet.named("digit") == nil)
  }

  @Test func xorIsItsTable() throws {
    let set = try DataSet.Generator.xor.dataSet()
    #expect(try set.x == Matrix([[0, 0, 1, 1], [0, 1, 0, 1]]))
    #expect(try set.y == Matrix([[0, 1, 1, 0]]))
  }

  @Test func ringsHaveTheirRadii() throws {
    let set = try DataSet.Generator.circles.dataSet(noise: 0)
    for (place, label) in (set.labels ?? []).enumerated() {
      let (x, y) = (set.x[0, place], set.x[1, place])
      let radius = (x * x + y * y).squareRoot()
      #expect(abs(radius - (label == 1 ? 1 : 0.4)) < 1e-3)
    }
  }

  @Test func wavesAreTheirFunction() throws {
    let set = try DataSet.Generator.waves.dataSet(count: 50)
    for (x, y) in zip(set.x.storage, set.y.storage) {
      #expect(y == 300 * Double.exp(Double.sin(x)))
      #expect((0..<1).contains(x))
    }
    #expect(DataSet.Generator.waves.count == 10_000)
  }

  /// Digits can be told apart: the nearest mean of each class is the right
  /// one nearly always.
  @Test func digitsLookLikeThemselves() throws {
    let set = try DataSet.Generator.digits.dataSet(count: 600)
    let labels = try #require(set.labels)
    var means = [[Double]](
      repeating: [Double](repeating: 0, count: 144), count: 10)
    for place in 0..<400 {
      for pixel in 0..<144 {
        means[labels[place]][pixel] += set.x[pixel, place] / 40
      }
    }
    let right = (400..<600).count { place in
      let distances = means.map { mean in
        (0..<144).reduce(0.0) { sum, pixel in
          let difference = mean[pixel] - set.x[pixel, place]
          return sum + difference * difference
        }
      }
      return distances.indices.min { distances[$0] < distances[$1] }
        == labels[place]
    }
    #expect(right > 180, "\(right) of 200")
    #expect(set.x.storage.allSatisfy { (0...1).contains($0) })
  }
}
