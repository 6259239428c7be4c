import Matrices
import TestSupport
import Testing

@testable import Algebra

@Suite struct IndexToggleTests {
  private static let scope = Scope(
    shapes: [
      "A": .matrix(rows: .size("n"), columns: .size("k")),
      "B": .matrix(rows: .size("k"), columns: .size("m")),
      "D": .matrix(rows: .size("n"), columns: .size("m")),
      "E": .matrix(rows: .size("n"), columns: .size("m")),
      "S": .matrix(rows: .size("n"), columns: .size("n")),
      "v": .column(.size("n")), "w": .column(.size("n")),
      "u": .column(.size("k")),
      "r": .matrix(rows: .one, columns: .size("m")), "c": .scalar,
    ],
    sizes: ["n": .size("n"), "k": .size("k"), "m": .size("m")])

  /// Formulas that come back from their sums letter by letter.
  @Test(arguments: [
    "A @ B", "A' @ D", "D @ B'", "D .* E", "D + v", "v' @ w", "A @ u",
    "rowsum(D)", "colsum(D)", "sum(D)", "trace(S)", "v @ r", "D'", "2D - E",
    "tanh'(D)", "A @ B .* tanh'(D)", "A' @ (D .* E)", "(1/m) (D @ B')",
    "softmax(D)", "lse(D)", "logsoftmax(D)", "sumothers(D)", "norm(D)",
    "D ./ E", "D.^2", "c*v", "S @ v", "ones(n, 1) @ r", "A @ B @ D'",
  ])
  func aFormulaComesBack(_ text: String) throws {
    let expression = try Expression(text, in: Self.scope)
    let sums = try expression.inSums(Self.scope)
    let back = sums.asMatrices(
      try expression.shape(in: Self.scope), in: Self.scope)
    #expect(back?.text(.ascii) == text, "\(sums.entry.text(.ascii))")
  }

  @Test(arguments: [
    ("(A @ B)[i,j]", "sum(p, A[i,p]*B[p,j])", true),
    ("(A @ B)[i,j]", "sum(p, A[i,p]*B[p,i])", false),
    ("S[i,j]", "S[j,i]", false), ("S'[i,j]", "S[j,i]", true),
    ("D[i,j]*E[i,j]", "(D .* E)[i,j]", true), ("eye(n)[i,j]", "1", false),
    ("eye(n)[i,j]", "0", false), ("S[i,j] - S[i,j]", "0*S[i,j]", true),
    ("sum(p, (p == i)*v[p])", "v[i]", true),
    ("∂c/∂D[i,j]", "2*D[i,j]", false),
  ])
  func lettersStandForEveryPlace(
    _ left: String, _ right: String, holds: Bool
  ) throws {
    var worksheet = Worksheet(sizes: Self.scope.sizes)
    for (name, shape) in Self.scope.shapes {
      worksheet.givens.append(Given(name, shape, role: .input))
    }
    var scope = worksheet.scope
    scope.shapes["i"] = .scalar
    scope.shapes["j"] = .scalar
    let verdict = worksheet.verify(
      try Expression(left, in: scope), equals: try Expression(right, in: scope))
    #expect(verdict.holds == holds, "\(verdict.sentence)")
    #expect(verdict.isRefuted != holds)
  }

  /// Every equation there and back, and the toggle itself as an `=`.
  @Test(arguments: written.indices)
  func theToggleIsAnEquality(of place: Int) throws {
    let entry = written[place]
    let worksheet = try Worksheet(given: entry.givens, entry.equations)
      .withBackwardPass()
    let scope = worksheet.scope
    for equation in worksheet.equations {
      let expression = equation.expression
      let sums = try expression.inSums(scope)
      let verdict = worksheet.verify(
        sums.place(of: .name(equation.name)), equals: sums.entry)
      #expect(
        verdict.holds,
        "\(equation.name): \(sums.entry.text(.ascii)): \(verdict.sentence)")
      if case .inconclusive = verdict {
        print("inc", entry.name, equation.name)
      }
      let shape = try expression.shape(in: scope)
      guard let back = sums.asMatrices(shape, in: scope) else {
        print("no way back:", equation.name, sums.entry.text(.ascii))
        continue
      }
      #expect(
        worksheet.verify(.name(equation.name), equals: back).holds,
        "\(equation.name) = \(back.text(.ascii))")
    }
  }
}
