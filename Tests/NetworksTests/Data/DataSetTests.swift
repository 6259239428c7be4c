import Algebra
import Matrices
import Testing

@testable import Networks

@Suite struct DataSetTests {
  private func numbered(_ count: Int) throws -> DataSet {
    try DataSet(
      x: Matrix(rows: 2, columns: count) { row, column in
        Double(10 * column + row)
      },
      y: Matrix(rows: 1, columns: count) { _, column in Double(column) },
      source: "numbers")
  }

  @Test func everyExampleIsInOneOfTheParts() throws {
    let parts = try numbered(100).split(test: 0.33, seed: 7)
    #expect(parts.test.count == 33)
    #expect(parts.training.count == 67)
    let all = (parts.test.y.storage + parts.training.y.storage).sorted()
    #expect(all == (0..<100).map(Double.init))
    for set in [parts.test, parts.training] {
      #expect((0..<set.count).allSatisfy { set.x[0, $0] == 10 * set.y[0, $0] })
    }
  }

  @Test func seedDecidesTheSplit() throws {
    let set = try numbered(50)
    let one = try set.split(test: 0.2, seed: 1)
    #expect(try one == set.split(test: 0.2, seed: 1))
    #expect(try one != set.split(test: 0.2, seed: 2))
  }

  /// Written down once: they have to be the same on every machine.
  @Test func drawsAreTheSameForEver() {
    var numbers = SeededNumbers("split", 1)
    #expect(numbers.order(of: 8) == drawnOrder)
    #expect(numbers.unit() == drawnUnit)
    #expect(numbers.below(1000) == drawnBelow)
    #expect(numbers.bell() == drawnBell)
  }

  private let drawnOrder = [3, 0, 2, 1, 4, 6, 5, 7]
  private let drawnUnit = 0.24317046637182071
  private let drawnBelow = 507
  private let drawnBell = 0.5786679761703725

  @Test func partsWithoutExamplesAreRefused() throws {
    let set = try numbered(10)
    for share in [0, 1, -0.5, 2, .nan, .infinity] {
      #expect(throws: DataFault.self) { try set.split(test: share, seed: 1) }
    }
    #expect(throws: DataFault.partWithoutExamples(share: 0.01, count: 10)) {
      try set.split(test: 0.01, seed: 1)
    }
    #expect(throws: DataFault.noExample(11, count: 10)) {
      try set.subset([0, 10])
    }
    #expect(throws: DataFault.self) { try set.subset([Int]()) }
    #expect(throws: DataFault.countOutOfRange(0)) { try set.first(0) }
    #expect(try set.first(3).y == Matrix([[0, 1, 2]]))
    #expect(try set.first(99).count == 10)
  }

  @Test func standardisedRowsHaveMeanZeroAndDeviationOne() throws {
    let parts = try DataSet.Generator.waves.dataSet(count: 200)
      .split(test: 0.3, seed: 3)
    let (standard, by) = try parts.standardised()
    let again = Standardisation(of: standard.training.x)
    for row in 0..<2 {
      #expect(abs(again.mean[row]) < 1e-14)
      #expect(abs(again.deviation[row] - 1) < 1e-14)
    }
    // The test part is moved by what was measured on the other.
    let column = 5
    #expect(
      standard.test.x[1, column]
        == (parts.test.x[1, column] - by.mean[1]) / by.deviation[1])
    let back = try by.undone(standard.test.x)
    for (was, isNow) in zip(parts.test.x.storage, back.storage) {
      #expect(abs(was - isNow) < 1e-14)
    }
  }

  @Test func equalEntriesAreLeftAtZero() throws {
    let x = try Matrix([[0.1, 0.1, 0.1], [1, 2, 3]])
    let standard = try Standardisation(of: x).applied(to: x)
    #expect((0..<3).allSatisfy { abs(standard[0, $0]) < 1e-15 })
    #expect(throws: DataFault.rowsDiffer(expected: 2, found: 1)) {
      try Standardisation(of: x).applied(to: Matrix([[1.0]]))
    }
  }

  @Test func oneHotColumnsAndLabelsAreInverses() throws {
    let labels = [2, 0, 1, 2]
    let y = try DataSet.oneHot(labels, classes: 3)
    #expect(try y == Matrix([[0, 1, 0, 0], [0, 0, 1, 0], [1, 0, 0, 1]]))
    let set = try DataSet(
      x: Matrix(rows: 1, columns: 4) { _, _ in 0 }, y: y,
      classes: ["a", "b", "c"], source: "")
    #expect(set.labels == labels)
    #expect(throws: DataFault.labelOutOfRange(3, example: 2, classes: 3)) {
      try DataSet.oneHot([0, 3], classes: 3)
    }
  }

  @Test func setsThatDoNotFitTogetherAreRefused() throws {
    let three = try Matrix([[1.0, 2, 3]])
    let two = try Matrix([[1.0, 2]])
    #expect(throws: DataFault.countsDiffer(x: 3, y: 2)) {
      try DataSet(x: three, y: two, source: "")
    }
    #expect(throws: DataFault.classesDiffer(rows: 1, classes: 3)) {
      try DataSet(x: two, y: two, classes: ["a", "b", "c"], source: "")
    }
    let set = try DataSet(x: two, y: two, source: "")
    #expect(try set.scaled(by: 0.5).x == Matrix([[0.5, 1]]))
    #expect(throws: DataFault.factorOutOfRange(0)) { try set.scaled(by: 0) }
  }
}
