import Matrices
import Testing

/// Products and sums computed elsewhere with 60 significant digits.
@Suite struct EvaluatorOracleTests {
  private let x = [[1.0, 2, 5], [1, 5, 5], [1, 8, 5]]
  private let w = [[1.0, 2, 1, 0.5], [1, 2, 1, 0.5], [1, 2, 1, 0.5]]
  private let b = [[1.0, -2], [3, 4], [0, 0.5]]

  @Test func productsMatch() throws {
    let (x, w, b) = (try Matrix(x), try Matrix(w), try Matrix(b))
    #expect(
      try x.multiplied(by: w).rowArrays == [
        [8, 16, 8, 4], [11, 22, 11, 5.5], [14, 28, 14, 7],
      ])
    #expect(
      try w.transposed.multiplied(by: x.transposed).rowArrays == [
        [8, 11, 14], [16, 22, 28], [8, 11, 14], [4, 5.5, 7],
      ])
    #expect(
      try x.multiplied(by: b).rowArrays == [
        [7, 8.5], [16, 20.5], [25, 32.5],
      ])
    #expect(b.transposed.rowArrays == [[1, 3, 0], [-2, 4, 0.5]])
  }

  @Test func entrywiseOperationsAndSumsMatch() throws {
    let x = try Matrix(x)
    #expect(x.rowSums.rowArrays == [[8], [11], [14]])
    #expect(
      try x.hadamard(x).rowArrays == [[1, 4, 25], [1, 25, 25], [1, 64, 25]])
    #expect(
      try x.addingColumn(Matrix([[1], [2], [3]])).rowArrays == [
        [2, 3, 6], [3, 7, 7], [4, 11, 8],
      ])
  }

  @Test func vectorsMatch() throws {
    let u = try Matrix([[1.0], [2], [3]])
    let v = try Matrix([[5.0], [6], [2]])
    #expect(try u.adding(v).storage == [6, 8, 5])
    #expect(try u.hadamard(v).storage == [5, 12, 6])
    #expect(try u.transposed.multiplied(by: v).rowArrays == [[23]])
    let short = try v.block(rows: 0..<2, columns: 0..<1)
    #expect(
      try u.multiplied(by: short.transposed).rowArrays == [
        [5, 6], [10, 12], [15, 18],
      ])
  }

  @Test func refusedFormsAreRefused() throws {
    let tall = try Matrix(repeating: 1.0, rows: 3, columns: 2)
    let column = try Matrix(repeating: 1.0, rows: 4, columns: 1)
    let square = try Matrix(repeating: 1.0, rows: 2, columns: 2)
    #expect(throws: ShapeError.self) { try tall.multiplied(by: tall) }
    #expect(throws: ShapeError.self) { try tall.hadamard(tall.transposed) }
    #expect(throws: ShapeError.self) {
      try column.subtracting(column.transposed)
    }
    #expect(throws: ShapeError.self) { try tall.transposed.adding(square) }
  }
}
