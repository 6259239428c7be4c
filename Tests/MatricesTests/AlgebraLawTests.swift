import Matrices
import TestSupport
import Testing

@Suite struct AlgebraLawTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func transposeReversesProducts(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n, p) = (random.size(), random.size(), random.size())
    let a = try random.matrix(m, n)
    let b = try random.matrix(n, p)
    let left = try a.multiplied(by: b).transposed
    let right = try b.transposed.multiplied(by: a.transposed)
    #expect(left == right)
    #expect(left.shape == Shape(rows: p, columns: m))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func productIsAssociative(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n, p, q) = (
      random.size(), random.size(), random.size(), random.size()
    )
    let a = try random.matrix(m, n)
    let b = try random.matrix(n, p)
    let c = try random.matrix(p, q)
    let left = try a.multiplied(by: b).multiplied(by: c)
    let right = try a.multiplied(by: b.multiplied(by: c))
    let scale = largest(a) * largest(b) * largest(c) * Double(n * p)
    #expect(try largest(left.subtracting(right)) <= 1e-15 * scale)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func productDistributesOverSums(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n, p) = (random.size(), random.size(), random.size())
    let a = try random.wholeMatrix(m, n)
    let b = try random.wholeMatrix(n, p)
    let c = try random.wholeMatrix(n, p)
    let left = try a.multiplied(by: b.adding(c))
    let right = try a.multiplied(by: b).adding(a.multiplied(by: c))
    #expect(left == right)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func differenceUndoesSum(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n) = (random.size(), random.size())
    let a = try random.wholeMatrix(m, n)
    let b = try random.wholeMatrix(m, n)
    #expect(try a.adding(b).subtracting(b) == a)
    #expect(try a.subtracting(b) == a.adding(b.negated))
    #expect(try a.adding(a) == a.scaled(by: 2))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func quotientUndoesHadamard(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n) = (random.size(), random.size())
    let a = try random.wholeMatrix(m, n)
    let b = try random.wholeMatrix(m, n).map { $0 == 0 ? 1 : $0 }
    #expect(try a.hadamard(b).divided(by: b) == a)
    #expect(try a.hadamard(b) == b.hadamard(a))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func sumsAreProductsWithOnes(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n) = (random.size(), random.size())
    let a = try random.wholeMatrix(m, n)
    let down = try Matrix(repeating: 1.0, rows: 1, columns: m)
    let across = try Matrix(repeating: 1.0, rows: n, columns: 1)
    #expect(try a.rowSums == a.multiplied(by: across))
    #expect(try a.columnSums == down.multiplied(by: a))
    #expect(a.total == a.rowSums.total)
    #expect(a.total == a.columnSums.total)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func addingColumnIsAddingItsRepetition(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let (m, n) = (random.size(), random.size())
    let a = try random.matrix(m, n)
    let b = try random.matrix(m, 1)
    let repeated = try b.repeatedColumn(n)
    #expect(try a.addingColumn(b) == a.adding(repeated))
    #expect(try a.subtractingColumn(b) == a.subtracting(repeated))
  }

  @Test func divisionByZeroIsInfiniteOrUndefined() throws {
    let quotient = try Matrix([[1.0, -1, 0]])
      .divided(by: Matrix([[0.0, 0, 0]]))
    #expect(quotient[0, 0] == .infinity)
    #expect(quotient[0, 1] == -.infinity)
    #expect(quotient[0, 2].isNaN)
  }
}
