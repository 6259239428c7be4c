import Matrices
import TestSupport
import Testing

@testable import Algebra

@Suite struct InterruptionTests {
  @Test func workThatIsUnwantedIsGivenUp() throws {
    let sum = try Expression("1 + 2", in: Scope())
    #expect(try sum.value(in: Scope(), values: [:])[0, 0] == 3)
    Interruption.watched(by: { true }) {
      #expect(throws: ExpressionFault(.stopped)) {
        try sum.value(in: Scope(), values: [:])
      }
    }
  }

  @Test func productInBlocksIsTheProduct() throws {
    var generator = SeededGenerator(3)
    func random(_ rows: Int, _ columns: Int) throws -> Matrix<Double> {
      try Matrix(rows: rows, columns: columns) { _, _ in
        Double.random(in: -1...1, using: &generator)
      }
    }
    let left = try random(4, 5)
    let right = try random(5, 7)
    let whole = try left.multiplied(by: right)
    for columns in 1...8 {
      let product = try RealArithmetic().product(left, right, columns: columns)
      #expect(product == whole)
    }
    #expect(throws: ShapeError.self) {
      try RealArithmetic().product(right, right, columns: 1)
    }
    let column = try Matrix(repeating: 1.0, rows: 200_000, columns: 1)
    #expect(throws: ShapeError.self) {
      try RealArithmetic().product(column, column.transposed)
    }
    Interruption.watched(by: { true }) {
      #expect(throws: ExpressionFault(.stopped)) {
        try RealArithmetic().product(left, right, columns: 2)
      }
    }
  }
}
