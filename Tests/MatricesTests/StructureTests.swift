import Matrices
import TestSupport
import Testing

@Suite struct StructureTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func transposeIsAnInvolution(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n) = (random.size(), random.size())
    let a = try random.matrix(m, n)
    #expect(a.transposed.transposed == a)
    #expect(a.transposed[n - 1, 0] == a[0, n - 1])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func blocksTakeApartWhatBesideAndAboveJoin(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n, p) = (random.size(), random.size(), random.size())
    let a = try random.matrix(m, n)
    let b = try random.matrix(m, p)
    let wide = try a.beside(b)
    #expect(try wide.block(rows: 0..<m, columns: 0..<n) == a)
    #expect(try wide.block(rows: 0..<m, columns: n..<(n + p)) == b)
    let high = try a.transposed.above(b.transposed)
    #expect(high == wide.transposed)
    #expect(try high.block(rows: n..<(n + p), columns: 0..<m) == b.transposed)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func rowsAndColumnsMakeTheMatrix(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n) = (random.size(), random.size())
    let a = try random.matrix(m, n)
    #expect(try Matrix(a.rowArrays) == a)
    var columns = try a.column(0)
    for j in 1..<max(n, 1) where j < n {
      columns = try columns.beside(a.column(j))
    }
    #expect(columns == a)
    var rows = try a.row(0)
    for i in 1..<max(m, 1) where i < m { rows = try rows.above(a.row(i)) }
    #expect(rows == a)
  }

  @Test func columnsAreContiguous() throws {
    let a = try Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(a.storage == [1, 4, 2, 5, 3, 6])
    #expect(try Matrix(rows: 2, columns: 3, storage: a.storage) == a)
    #expect(try Matrix(rows: 2, columns: 3) { 3 * $0 + $1 + 1 } == a)
    #expect(a.shape.description == "2×3")
  }

  @Test func writingAnEntryChangesOnlyThat() throws {
    var a = try Matrix(repeating: 0, rows: 2, columns: 3)
    a[1, 2] = 7
    #expect(a.rowArrays == [[0, 0, 0], [0, 0, 7]])
    #expect(try a.entry(1, 2) == 7)
  }

  @Test func mapsPassOnWhatTheyThrow() throws {
    struct Odd: Error, Equatable {}
    let a = try Matrix([[2, 4], [6, 7]])
    #expect(throws: Odd()) {
      try a.map { (n) throws(Odd) in
        guard n % 2 == 0 else { throw Odd() }
        return n / 2
      }
    }
  }
}
