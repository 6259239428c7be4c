import RealModule

extension Function {
  /// The logistic function.
  ///
  /// Units: a probability, between 0 and 1.
  public static let sigmoid = Function(
    "sigmoid", spellings: ["sigma", "logistic"], symbol: "σ",
    summary: "A smooth step from 0 to 1: 1/(1 + exp(-x)).",
    example: "sigmoid(0.5)",
    source: "Goodfellow et al., *Deep Learning* (2016), section 3.10",
    isActivation: true,
    body: Elementwise(
      slope: Expression("y").times(Expression(1).minus("y")),
      // 1 - y has no digits left where y is nearly 1.
      stableSlope: Expression.call("sigmoid", "x").times(
        .call("sigmoid", Expression("x").negated)),
      exact: Expression(1).over(
        Expression(1).plus(.call("exp", Expression("x").negated))),
      value: logistic))

  /// The smooth rectifier, whose slope is the sigmoid.
  public static let softplus = Function(
    "softplus",
    summary: "A smooth rectifier: ln(1 + exp(x)).",
    example: "softplus(-2)",
    source: "Glorot et al., *Deep Sparse Rectifier Neural Networks* (2011)",
    isActivation: true,
    body: Elementwise(
      slope: .call("sigmoid", "x"),
      exact: .call("ln", Expression(1).plus(.call("exp", "x")))
    ) { x in
      // exp(x) would overflow for a large x.
      x > 0
        ? x + .log(onePlus: .exp(-x))
        : .log(onePlus: .exp(x))
    })

  @Sendable
  private static func logistic(_ x: Double) -> Double {
    guard x < 0 else { return 1 / (1 + .exp(-x)) }
    let power = Double.exp(x)
    return power / (1 + power)
  }
}
