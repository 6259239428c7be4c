import RealModule

extension Function {
  /// The density of the normal distribution.
  public static let normalDensity = Function(
    "phi", symbol: "φ",
    summary: "The density of the normal distribution: "
      + "exp(-x^2/2)/sqrt(2 pi).",
    example: "phi(1)",
    body: Elementwise(
      slope: Expression("x").times("y").negated, value: density))

  /// The share of the normal distribution that lies below a number.
  ///
  /// Units: a probability, between 0 and 1.
  public static let normalShare = Function(
    "Phi", symbol: "Φ",
    summary: "The share of the normal distribution below a number.",
    example: "Phi(1)",
    body: Elementwise(slope: .call("phi", "x"), value: share(of:)))

  /// The Gaussian error linear unit, exactly and not by its approximation.
  public static let gelu = Function(
    "gelu", spellings: ["GELU"],
    summary: "A smooth rectifier: x times Phi(x).",
    example: "gelu(-1)",
    source: "Hendrycks and Gimpel, *Gaussian Error Linear Units* (2016)",
    isActivation: true,
    body: Elementwise(
      slope: Expression.call("Phi", "x").plus(
        Expression("x").times(.call("phi", "x"))),
      exact: Expression("x").times(.call("Phi", "x"))
    ) { x in
      // An infinity times 0 would be no number.
      x == -.infinity ? 0 : x * share(of: x)
    })

  /// The error function.
  public static let erf = Function(
    "erf", spoken: "error function",
    summary: "The error function: 2 Phi(sqrt(2) x) - 1.",
    example: "erf(0.5)",
    body: Elementwise(
      slope: Expression(2).times(.call("sqrt", 2)).times(
        .call("phi", Expression.call("sqrt", 2).times("x")))
    ) { .erf($0) })

  /// The square is taken with its rounding error, which a large exponent
  /// would otherwise blow up.
  @Sendable
  private static func density(_ x: Double) -> Double {
    let square = x * x
    guard square.isFinite else { return x.isNaN ? x : 0 }
    let rest = (-square).addingProduct(x, x)
    return inverseRootOfTwoPi * .exp(-square / 2) * (1 - rest / 2)
  }

  /// The complementary error function of -x/√2, with the rounding error of
  /// its argument made good by its slope: far to the left one unit in the
  /// last place of the argument is many in the value.
  @Sendable
  private static func share(of x: Double) -> Double {
    let argument = -x * rootOfHalf
    let share = Double.erfc(argument)
    guard argument > 1, share > 0 else { return share / 2 }
    let rest = (-argument).addingProduct(-x, rootOfHalf) - x * rootOfHalfRest
    return (share - twoByRootOfPi * .exp(-argument * argument) * rest) / 2
  }

  private static let rootOfHalf = 0.5.squareRoot()
  /// What the double lacks: half less its square, by twice itself.
  private static let rootOfHalfRest =
    0.5.addingProduct(-rootOfHalf, rootOfHalf) / (2 * rootOfHalf)
  private static let inverseRootOfTwoPi = 1 / (2 * Double.pi).squareRoot()
  private static let twoByRootOfPi = 2 / Double.pi.squareRoot()
}
