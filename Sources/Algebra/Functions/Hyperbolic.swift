import RealModule

extension Function {
  /// The hyperbolic tangent, which runs from -1 to 1.
  public static let tanh = Function(
    "tanh", spoken: "hyperbolic tangent",
    summary: "A smooth step from -1 to 1: sinh(x)/cosh(x).",
    example: "tanh(0.5)",
    source: "LeCun et al., *Efficient BackProp* (1998), section 4.4",
    isActivation: true,
    body: Elementwise(
      slope: Expression(1).minus(Expression("y").raised(to: 2)),
      // 1 - y^2 has no digits left where y is nearly 1.
      stableSlope: Expression.call("sech", "x").raised(to: 2),
      exact: Expression.call("sinh", "x").over(.call("cosh", "x"))
    ) { .tanh($0) })

  /// The hyperbolic secant.
  public static let sech = Function(
    "sech", spoken: "hyperbolic secant",
    summary: "The hyperbolic secant: 1/cosh(x).",
    example: "sech(1)",
    body: Elementwise(
      slope: Expression("y").times(.call("tanh", "x")).negated,
      exact: Expression(1).over(.call("cosh", "x"))
    ) { x in
      // cosh would overflow where its reciprocal is still a number.
      let power = Double.exp(-x.magnitude)
      return 2 * power / (1 + power * power)
    })

  /// The hyperbolic cosine.
  public static let cosh = Function(
    "cosh", spoken: "hyperbolic cosine",
    summary: "The hyperbolic cosine: (exp(x) + exp(-x))/2.",
    example: "cosh(1)",
    body: Elementwise(
      slope: .call("sinh", "x"),
      exact: Expression.call("exp", "x")
        .plus(.call("exp", Expression("x").negated)).over(2)
    ) { .cosh($0) })

  /// The hyperbolic sine.
  public static let sinh = Function(
    "sinh", spoken: "hyperbolic sine",
    summary: "The hyperbolic sine: (exp(x) - exp(-x))/2.",
    example: "sinh(1)",
    body: Elementwise(
      slope: .call("cosh", "x"),
      exact: Expression.call("exp", "x")
        .minus(.call("exp", Expression("x").negated)).over(2)
    ) { .sinh($0) })
}
