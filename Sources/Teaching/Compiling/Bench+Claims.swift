import Algebra

extension Bench {
  /// What the worksheet claims of its derived equations: that each is a slope
  /// of the cost, and that a form which is computed instead is the same.
  ///
  /// - Parameter source: Where the worksheet is written down.
  /// - Returns: One equality for each slope, and for each stable form.
  func claims(at source: SourceText) -> [Claim] {
    worksheet.equations.flatMap { equation -> [Claim] in
      var claims: [Claim] = []
      if let stable = equation.stable {
        claims.append(claim(equation.expression, stable, source))
      }
      if let slope = slope(of: equation) {
        claims.append(claim(equation.expression, slope, source))
      }
      return claims
    }
  }

  private func claim(
    _ left: Expression, _ right: Expression, _ source: SourceText
  ) -> Claim {
    .equality(
      ClaimedEquality(
        left: left, right: right, letters: [], bench: self, source: source))
  }

  /// The slope that a derived equation stands for, to be measured.
  private func slope(of equation: Equation) -> Expression? {
    guard equation.role == .backward, let cost = worksheet.cost,
      let quantity = worksheet.quantity(withAdjoint: equation.name)
    else { return nil }
    let isOfBatch =
      worksheet.delta == .mean || worksheet.given(quantity) != nil
    guard !isOfBatch else {
      return .derivative(.name(cost.name), by: .name(quantity), .straight)
    }
    let costs = worksheet.equations.first { $0.role == .exampleCost }
    return costs.map {
      .derivative(.call("sum", .name($0.name)), by: .name(quantity), .applied)
    }
  }
}
