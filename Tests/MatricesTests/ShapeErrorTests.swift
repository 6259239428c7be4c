import Matrices
import Testing

@Suite struct ShapeErrorTests {
  private let tall = Shape(rows: 3, columns: 2)
  private let wide = Shape(rows: 2, columns: 3)

  private func matrix(_ rows: Int, _ columns: Int) throws -> Matrix<Double> {
    try Matrix(repeating: 1, rows: rows, columns: columns)
  }

  @Test func productsNeedTheInnerSizesToAgree() throws {
    let a = try matrix(3, 2)
    #expect(
      throws: ShapeError.innerDimensionsDiffer(left: tall, right: tall)
    ) { try a.multiplied(by: a) }
  }

  @Test func nothingIsRepeatedToMakeShapesAgree() throws {
    let column = try matrix(4, 1)
    let shapes = (column.shape, column.shape.transposed)
    let refused = { (operation: String) in
      ShapeError.entrywise(
        left: shapes.0, right: shapes.1, operation: operation)
    }
    let row = column.transposed
    #expect(throws: refused("−")) { try column.subtracting(row) }
    #expect(throws: refused("+")) { try column.adding(row) }
    #expect(throws: refused("⊙")) { try column.hadamard(row) }
    #expect(throws: refused("./")) { try column.divided(by: row) }
    let (a, b) = (try matrix(3, 2), try matrix(2, 3))
    #expect(
      throws: ShapeError.entrywise(left: tall, right: wide, operation: "⊙")
    ) { try a.hadamard(b) }
    #expect(
      throws: ShapeError.entrywise(
        left: wide, right: Shape(rows: 2, columns: 2), operation: "+")
    ) { try b.adding(matrix(2, 2)) }
  }

  @Test func onlyOneColumnOfTheSameHeightJoinsEveryColumn() throws {
    let a = try matrix(3, 2)
    for (rows, columns) in [(2, 1), (1, 1), (1, 2), (3, 2), (3, 3)] {
      let error = ShapeError.columnDiffers(
        matrix: tall, column: Shape(rows: rows, columns: columns),
        operation: "+")
      #expect(throws: error) { try a.addingColumn(matrix(rows, columns)) }
    }
    #expect(throws: ShapeError.self) { try a.repeatedColumn(2) }
  }

  @Test func blocksNeedTheSameHeightOrWidth() throws {
    let (a, b) = (try matrix(3, 2), try matrix(2, 3))
    #expect(throws: ShapeError.besideDiffers(left: tall, right: wide)) {
      try a.beside(b)
    }
    #expect(throws: ShapeError.aboveDiffers(upper: tall, lower: wide)) {
      try a.above(b)
    }
  }

  @Test func entriesOutsideAreRefused() throws {
    let a = try matrix(3, 2)
    for (row, column) in [(3, 0), (-1, 0), (0, 2), (0, -1), (.max, .min)] {
      let error = ShapeError.noEntry(row: row, column: column, shape: tall)
      #expect(throws: error) { try a.entry(row, column) }
    }
    #expect(throws: ShapeError.noRows(3..<4, shape: tall)) { try a.row(3) }
    #expect(throws: ShapeError.noColumns(-1..<0, shape: tall)) {
      try a.column(-1)
    }
    #expect(throws: ShapeError.self) { try a.row(.max) }
    #expect(throws: ShapeError.self) { try a.column(.min) }
    #expect(throws: ShapeError.noRows(1..<4, shape: tall)) {
      try a.block(rows: 1..<4, columns: 0..<1)
    }
    #expect(throws: ShapeError.noEntries(Shape(rows: 0, columns: 1))) {
      try a.block(rows: 1..<1, columns: 0..<1)
    }
  }

  @Test func raggedRowsAndWrongCountsAreRefused() throws {
    #expect(throws: ShapeError.ragged(row: 1, length: 1, first: 2)) {
      try Matrix([[1, 2], [3]])
    }
    #expect(throws: ShapeError.countDiffers(shape: tall, count: 5)) {
      try Matrix(rows: 3, columns: 2, storage: [1, 2, 3, 4, 5])
    }
    #expect(throws: ShapeError.noEntries(Shape(rows: 0, columns: 0))) {
      try Matrix<Double>([])
    }
    #expect(throws: ShapeError.noEntries(Shape(rows: 1, columns: 0))) {
      try Matrix<Double>([[]])
    }
    #expect(throws: ShapeError.noEntries(Shape(rows: -1, columns: -5))) {
      try matrix(-1, -5)
    }
  }

  @Test func sizesAreRefusedBeforeAllocation() throws {
    let huge = Shape(rows: 1_000_000_000, columns: 1_000_000_000)
    #expect(
      throws: ShapeError.tooLarge(huge, bytes: 8_000_000_000_000_000_000)
    ) { try matrix(huge.rows, huge.columns) }
    #expect(
      throws: ShapeError.tooLarge(
        Shape(rows: .max, columns: 2), bytes: nil)
    ) { try Matrix(rows: .max, columns: 2) { _, _ in 0.0 } }
    #expect(
      throws: ShapeError.tooLarge(
        Shape(rows: .max / 4, columns: 3), bytes: nil)
    ) { try matrix(.max / 4, 3) }
    let column = try matrix(100_000, 1)
    #expect(throws: ShapeError.self) {
      try column.multiplied(by: column.transposed)
    }
    #expect(throws: ShapeError.self) { try column.repeatedColumn(.max) }
  }
}
