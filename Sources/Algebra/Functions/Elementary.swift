import RealModule

extension Function {
  /// e to the power of the number.
  public static let exp = Function(
    "exp",
    summary: "e to the power of the number.",
    example: "exp(1)",
    body: Elementwise(slope: "y") { .exp($0) })

  /// The natural logarithm, which undoes exp.
  public static let ln = Function(
    "ln", spellings: ["log"], spoken: "natural log",
    summary: "The natural logarithm, which undoes exp.",
    example: "ln(2)",
    body: Elementwise(
      slope: Expression(1).over("x"), domain: .positive
    ) { .log($0) })

  /// ln(1 + x), without loss of digits where x is small.
  public static let log1p = Function(
    "log1p", spoken: "log 1 p",
    summary: "ln(1 + x), without loss of digits where x is small.",
    example: "log1p(0.001)",
    body: Elementwise(
      slope: Expression(1).over(Expression(1).plus("x")), domain: .above(-1),
      exact: .call("ln", Expression(1).plus("x"))
    ) { .log(onePlus: $0) })

  /// The number whose square it is.
  public static let sqrt = Function(
    "sqrt", symbol: "√", spoken: "square root",
    summary: "The number whose square it is.",
    example: "sqrt(2)",
    body: Elementwise(
      slope: Expression(1).over(Expression(2).times("y")),
      domain: .notNegative, kinks: [0]
    ) { $0.squareRoot() })

  /// The sine of an angle in radians.
  public static let sin = Function(
    "sin", spoken: "sine",
    summary: "The sine of an angle in radians.",
    example: "sin(1)",
    body: Elementwise(slope: .call("cos", "x")) { .sin($0) })

  /// The cosine of an angle in radians.
  public static let cos = Function(
    "cos", spoken: "cosine",
    summary: "The cosine of an angle in radians.",
    example: "cos(1)",
    body: Elementwise(slope: Expression.call("sin", "x").negated) {
      .cos($0)
    })
}
