import Matrices
import Testing

/// Whole numbers modulo 7, which count their multiplications and refuse to
/// divide by 0.
private struct ModuloSeven: Arithmetic {
  struct NoInverse: Error, Equatable {}

  var multiplications = 0
  var zero: Int { 0 }
  var one: Int { 1 }

  func add(_ left: Int, _ right: Int) -> Int { (left + right) % 7 }

  func subtract(_ left: Int, _ right: Int) -> Int { (left - right + 7) % 7 }

  mutating func multiply(_ left: Int, _ right: Int) -> Int {
    multiplications += 1
    return left * right % 7
  }

  func negate(_ number: Int) -> Int { (7 - number) % 7 }

  mutating func divide(_ left: Int, _ right: Int) throws(NoInverse) -> Int {
    guard let inverse = (1..<7).first(where: { $0 * right % 7 == 1 }) else {
      throw NoInverse()
    }
    return multiply(left, inverse)
  }
}

@Suite struct ArithmeticTests {
  @Test func productsUseTheArithmeticAndItsState() throws {
    var modulo = ModuloSeven()
    let a = try Matrix([[1, 2, 3], [4, 5, 6]])
    let product = try a.multiplied(by: a.transposed, in: &modulo)
    #expect(product.rowArrays == [[0, 4], [4, 0]])
    #expect(modulo.multiplications == 2 * 3 * 2)
  }

  @Test func entrywiseOperationsUseTheArithmetic() throws {
    var modulo = ModuloSeven()
    let a = try Matrix([[1, 6], [5, 3]])
    let b = try Matrix([[6, 6], [4, 5]])
    let column = try Matrix([[1], [6]])
    #expect(try a.adding(b, in: &modulo).rowArrays == [[0, 5], [2, 1]])
    #expect(try a.subtracting(b, in: &modulo).rowArrays == [[2, 0], [1, 5]])
    #expect(try a.hadamard(b, in: &modulo).rowArrays == [[6, 1], [6, 1]])
    #expect(try a.divided(by: b, in: &modulo).rowArrays == [[6, 1], [3, 2]])
    #expect(a.scaled(by: 3, in: &modulo).rowArrays == [[3, 4], [1, 2]])
    #expect(a.negated(in: &modulo).rowArrays == [[6, 1], [2, 4]])
    #expect(
      try a.addingColumn(column, in: &modulo).rowArrays == [[2, 0], [4, 2]])
    #expect(a.rowSums(in: &modulo).rowArrays == [[0], [1]])
    #expect(a.columnSums(in: &modulo).rowArrays == [[6, 2]])
    #expect(a.total(in: &modulo) == 1)
  }

  @Test func quotientsPassOnTheFailureOfTheArithmetic() throws {
    var modulo = ModuloSeven()
    let a = try Matrix([[1, 2]])
    let zero = try Matrix([[3, 0]])
    #expect(throws: ModuloSeven.NoInverse()) {
      try a.divided(by: zero, in: &modulo)
    }
    #expect(
      throws: ShapeError.entrywise(
        left: a.shape, right: a.shape.transposed, operation: "./")
    ) { try a.divided(by: a.transposed, in: &modulo) }
  }
}
