extension Function {
  /// The function that gives back what it is given.
  public static let identity = Function(
    "identity", spellings: ["linear"],
    summary: "What goes in comes out.",
    example: "identity(3)",
    isActivation: true,
    body: Elementwise(slope: 1, exact: "x") { $0 })

  /// The rectifier.
  public static let relu = Function(
    "relu", spellings: ["ReLU"],
    summary: "What goes in, or 0 where that is negative.",
    example: "relu(-2)",
    source: "Glorot et al., *Deep Sparse Rectifier Neural Networks* (2011)",
    isActivation: true,
    body: Elementwise(
      slope: .call("step", "x"), kinks: [0],
      exact: Expression("x").times(.call("step", "x"))
    ) { x in x <= 0 ? 0 : x })

  /// The rectifier that lets a hundredth of the negative numbers pass.
  public static let leakyRelu = Function(
    "leakyrelu", spellings: ["leaky_relu", "leakyRelu", "leaky", "lrelu"],
    spoken: "leaky relu",
    summary: "What goes in, or a hundredth of it where it is negative.",
    example: "leaky_relu(-2)",
    source: "Maas et al., *Rectifier Nonlinearities* (2013)",
    isActivation: true,
    body: Elementwise(
      slope: .decimal("0.01").plus(
        .decimal("0.99").times(.call("step", "x"))),
      kinks: [0],
      exact: Expression("x").times(
        Expression.decimal("0.01").plus(
          .decimal("0.99").times(.call("step", "x"))))
    ) { x in x < 0 ? 0.01 * x : x })

  /// The jump from 0 to 1, which is the slope of the rectifier.
  public static let step = Function(
    "step", spellings: ["heaviside"],
    summary: "0 below 0 and 1 above it; at 0 the slope chosen for a kink.",
    example: "step(2)",
    body: Elementwise(slope: 0, kinks: [0], choosesAtKink: true) { x in
      x.isNaN ? x : x > 0 ? 1 : 0
    })

  /// The size of a number without its sign.
  public static let abs = Function(
    "abs", spoken: "absolute value",
    summary: "The number without its sign.",
    example: "abs(-2)",
    body: Elementwise(
      slope: .call("sign", "x"), kinks: [0],
      exact: Expression("x").times(.call("sign", "x"))
    ) { $0.magnitude })

  /// The sign of a number.
  public static let sign = Function(
    "sign", spellings: ["sgn"],
    summary: "-1 below 0, 0 at 0 and 1 above it.",
    example: "sign(-2)",
    body: Elementwise(
      slope: 0, kinks: [0],
      exact: Expression(2).times(.call("step", "x")).minus(1)
    ) { x in x > 0 ? 1 : x < 0 ? -1 : x })

  /// What is true where something is false.
  public static let not = Function(
    "not",
    summary: "1 where something is 0, that is false, and 0 elsewhere.",
    example: "not(1 > 2)",
    body: Elementwise(slope: 0, kinks: [0]) { $0 == 0 ? 1 : 0 })
}
