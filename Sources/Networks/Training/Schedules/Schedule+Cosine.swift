extension Schedule {
  /// The rate falls to 0 along half a wave.
  public static let cosine = Schedule(
    "cosine", summary: "The rate falls to 0 in T epochs, along half a wave.",
    source: "Loshchilov, Hutter, SGDR: Stochastic Gradient Descent with Warm "
      + "Restarts (2017), equation 5",
    formula: "½*η0*(1 + cos(π*min(e/T, 1)))",
    constants: [
      TrainingConstant(
        "T", 100, "epochs until the rate is 0", in: 1..<(.infinity))
    ])
}
