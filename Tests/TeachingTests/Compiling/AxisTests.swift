import Algebra
import Matrices
import Testing

@testable import Teaching

@Suite struct AxisTests {
  private func bench(_ lines: String) throws -> Bench {
    let text =
      "# T\n\nNeeds nothing. Gives it.\n\n```worksheet\n\(lines)\n```\n"
    let lesson = try Lesson(id: "a-lesson", text: text, library: { _ in nil })
    return try #require(lesson.screens[0].bench)
  }

  private func axes(_ name: Name, _ bench: Bench) -> [Dimension] {
    guard
      case .matrix(let rows, let columns)? = bench.worksheet.given(name)?
        .shape
    else { return [] }
    return [rows, columns]
  }

  @Test func axesThatAProductJoinsHaveOneName() throws {
    let bench = try bench(
      """
      W = [1 2; 3 4]   parameter
      x = [1 2; 3 4]   input
      z = W @ x
      C = sum(z)   cost
      """)
    #expect(axes("W", bench)[1] == axes("x", bench)[0])
    let names = Set(axes("W", bench) + axes("x", bench))
    // Two by two by accident: the rows of W and the columns of x are others.
    #expect(names.count == 3)
  }

  @Test func aSlipThatOnlySquareMatricesHideIsFound() throws {
    let bench = try bench(
      """
      W = [1 2; 3 4]   parameter
      x = [1 2; 3 4]   input
      z = W @ x
      C = sum(z.^2)   cost
      """)
    let scope = bench.worksheet.scope
    let slope = Expression.derivative("C", by: "W", .straight)
    for (line, isRight) in [
      ("δ @ x'", true), ("x' @ δ", false), ("(δ @ x')'", false),
      ("x @ δ'", false),
    ] {
      let verdict = bench.worksheet.verify(
        slope, equals: try Expression(line, in: scope), givens: bench.givens)
      #expect(verdict.holds == isRight, "\(line): \(verdict.sentence)")
      #expect(verdict.isRefuted == !isRight)
    }
  }

  @Test func shapesThatAreDeclaredKeepTheirNames() throws {
    let bench = try bench(
      """
      given W: k×n, x: n×m
      W = [1 2; 3 4]   parameter
      x = [1; 2]   input
      z = W @ x
      C = sum(z)   cost
      """)
    #expect(axes("W", bench) == [.size("k"), .size("n")])
    #expect(axes("x", bench) == [.size("n"), .size("m")])
  }

  @Test func numbersAreScalarsAndNotMatrices() throws {
    let bench = try bench("w = 2   parameter\nz = w*3\nC = z^2   cost")
    #expect(bench.worksheet.given("w")?.shape == .scalar)
    #expect(bench.valuation?.values["dw"]?[0, 0] == 36)
  }

  @Test func aQuantityOffTheWayToTheCostHasNoSlope() throws {
    let bench = try bench(
      "w = 2   parameter\nz = w*3\nv = exp(w)\nC = z^2   cost")
    #expect(bench.valuation?.values["v"] != nil)
    #expect(bench.worksheet.equation("dv") == nil)
  }
}
