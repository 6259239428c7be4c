import Presentation
import Testing

@testable import Algebra

@Suite struct ReadingFaultTests {
  private let scope = Scope(
    shapes: [
      "W1": .matrix(rows: .size("n1"), columns: .size("n0")),
      "x": .matrix(rows: .size("n0"), columns: .size("m")),
      "A": .matrix(rows: .size("n"), columns: .size("n")),
      "w1": .scalar, "η": .scalar,
    ])

  private func picture(_ line: String) throws -> String {
    do {
      let expression = try Expression(line, in: scope)
      Issue.record("\(line) was read as \(expression.text())")
      return ""
    } catch { return error.diagnostic(of: line).text(width: 80).plain }
  }

  @Test(arguments: [
    (
      "A .* A @ x",
      """
      error: .* and @ in one product can be read in two ways
        | A .* A @ x
        | ^^^^^^^^^^
        = either (A .* A) @ x or A .* (A @ x)
      try: (A .* A) @ x
      """
    ),
    (
      "1/2w1",
      """
      error: a quotient with 2x below it can be read in two ways
        | 1/2w1
        | ^^^^^
        = either 1/(2w1) or (1/2) w1
      try: 1/(2w1)
      """
    ),
    (
      "w1 +",
      """
      error: the line ends after ‘+’, where a value is expected
        | w1 +
        |     ^ something is missing here
      """
    ),
    (
      "(w1 + 1",
      """
      error: this ‘(’ is never closed
        | (w1 + 1
        | ^ opened here
      """
    ),
    (
      "w1)",
      """
      error: this ‘)’ closes a bracket that was never opened
        | w1)
        |   ^
      """
    ),
    (
      "sigmod(w1)",
      """
      error: there is no function sigmod
        | sigmod(w1)
        | ^^^^^^
      try: sigmoid
      """
    ),
    (
      "η(w1 + 1)",
      """
      error: η is a quantity, not a function
        | η(w1 + 1)
        | ^
      try: eta*(...) for a product
      """
    ),
    (
      "w1 = 3",
      """
      error: an expression holds no =
        | w1 = 3
        |    ^
        = == asks whether two values are equal
      """
    ),
    (
      "[1 2; 3]",
      """
      error: row 1 has 2 entries and row 2 has 1 entry
        | [1 2; 3]
        | ^^^^^^^^
        = every row of a matrix has as many entries
      """
    ),
    (
      "[[1. ... 2.]]",
      """
      error: the numbers were shortened to ... before the copy
        | [[1. ... 2.]]
        |      ^^^
      try: np.set_printoptions(threshold=np.inf) before printing
      """
    ),
    (
      "w1 η",
      """
      error: there is no sign between ‘w1’ and ‘η’
        | w1 η
        |    ^
        = * multiplies by a number, @ is the product of matrices, .* goes entry by
          entry
      """
    ),
    (
      "1e999",
      """
      error: 1e999 is too large a number
        | 1e999
        | ^^^^^
      """
    ),
    (
      "w1 # 2",
      """
      error: ‘#’ is no sign of the language
        | w1 # 2
        |    ^
      """
    ),
  ])
  func faultIsShownAsAPicture(line: String, expected: String) throws {
    #expect(try picture(line) == expected)
  }

  @Test(arguments: ["A .* A @ x", "1/2w1"])
  func bothReadingsOfARefusedLineCanBeTyped(line: String) throws {
    do {
      _ = try Expression(line, in: scope)
      Issue.record("\(line) was read")
    } catch {
      switch error.problem {
      case .mixedProducts(let first, let second),
        .coefficientAfterSlash(let first, let second):
        _ = try Expression(first, in: scope)
        _ = try Expression(second, in: scope)
      default: Issue.record("\(error)")
      }
    }
  }
}
