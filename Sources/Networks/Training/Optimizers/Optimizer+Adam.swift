extension Optimizer {
  /// A step along the mean slope, in parts of its usual size.
  public static let adam = Optimizer(
    "adam",
    summary: "Divides the mean of the slopes by the root of the mean of "
      + "their squares, entry by entry.",
    source: "Kingma, Ba, Adam: A Method for Stochastic Optimization (2015), "
      + "algorithm 1",
    rate: 0.001,
    constants: [
      TrainingConstant(
        "β1", 0.9, "how much of the mean slope is kept", in: 0..<1),
      TrainingConstant(
        "β2", 0.999, "how much of the mean square is kept", in: 0..<1),
      TrainingConstant(
        "ε", 1e-8, "what keeps the divisor from 0",
        in: .leastNonzeroMagnitude..<(.infinity)),
    ],
    lines: [
      "t ← t + 1",
      "mP ← β1*mP + (1 - β1)*dP",
      "vP ← β2*vP + (1 - β2)*dP.^2",
      "P ← P - η*(mP/(1 - β1^t)) ./ (sqrt(vP/(1 - β2^t)) + ε)",
    ])
}
