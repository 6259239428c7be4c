import Testing

@testable import Algebra

@Suite struct MeasuredSlopeTests {
  /// z = W·x + b, a = f(z), C = the mean of the squared errors.
  private func layer(_ activation: Name) throws -> Worksheet {
    let batch = Dimension.size("m")
    return try Worksheet(
      givens: [
        Given("x", .matrix(rows: .size("n"), columns: batch), role: .input),
        Given(
          "W", .matrix(rows: .size("k"), columns: .size("n")),
          role: .parameter),
        Given("b", .column(.size("k")), role: .parameter),
        Given("y", .matrix(rows: .size("k"), columns: batch), role: .target),
      ],
      equations: [
        Equation("z", Expression("W").matmul("x").plus("b")),
        Equation("a", .call(activation, "z")),
        Equation(
          "c",
          .call(
            "colsum",
            .binary(.hadamardPower, Expression("a").minus("y"), 2)),
          role: .exampleCost),
        Equation("C", .call("mean", "c"), role: .cost),
      ],
      sizes: ["n": .size("n"), "k": .size("k"), "m": batch]
    ).withBackwardPass()
  }

  @Test(arguments: Function.all.filter(\.isActivation).map(\.name.text))
  func derivedSlopesAreThoseThatAreMeasured(_ activation: String) throws {
    let worksheet = try layer(Name(activation))
    for equation in worksheet.equations where equation.role == .backward {
      let quantity = try #require(
        worksheet.quantity(withAdjoint: equation.name))
      let slope = Expression.derivative(
        "C", by: .name(quantity), .straight)
      let verdict = worksheet.verify(equation.expression, equals: slope)
      #expect(verdict.holds, "\(equation.name): \(verdict.sentence)")
    }
  }

  @Test func aWrongBackwardEquationIsRefutedAlthoughTheRulesAgreeWithIt()
    throws
  {
    var worksheet = try layer("tanh")
    let place = try #require(
      worksheet.equations.firstIndex { $0.name == "δ" })
    let wrong = worksheet.equations[place].expression.plus("z")
    worksheet.equations[place] = Equation("δ", wrong, role: .backward)
    let slope = Expression.derivative("C", by: "z", .straight)
    #expect(worksheet.verify("δ", equals: slope).isRefuted)
  }

  @Test func theFactorOfTheBatchIsSeen() throws {
    let worksheet = try layer("sigmoid")
    let slope = Expression.derivative("C", by: "b", .straight)
    let scope = worksheet.scope
    let right = try Expression("rowsum(δ)", in: scope)
    let wrong = try Expression("rowsum(δ)/m", in: scope)
    let other = try Expression("m*rowsum(δ)/k", in: scope)
    #expect(worksheet.verify(slope, equals: right).holds)
    #expect(worksheet.verify(slope, equals: wrong).isRefuted)
    #expect(worksheet.verify(slope, equals: other).isRefuted)
  }
}
