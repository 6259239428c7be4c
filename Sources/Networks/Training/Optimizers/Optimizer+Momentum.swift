extension Optimizer {
  /// A step along a sum of slopes in which old ones fade.
  public static let momentum = Optimizer(
    "momentum",
    summary: "Keeps a velocity to which each slope adds, and follows it.",
    source: "Polyak, Some methods of speeding up the convergence of "
      + "iteration methods (1964)",
    rate: 0.1,
    constants: [
      TrainingConstant(
        "μ", 0.9, "how much of the velocity is kept", in: 0..<1)
    ],
    lines: ["vP ← μ*vP + dP", "P ← P - η*vP"])
}
