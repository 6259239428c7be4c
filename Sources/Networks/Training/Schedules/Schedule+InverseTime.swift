extension Schedule {
  /// The rate falls as one over the number of epochs.
  public static let inverseTime = Schedule(
    "inverse-time", summary: "The rate falls as one over the epochs.",
    source: "Robbins, Monro, A Stochastic Approximation Method (1951)",
    formula: "η0/(1 + κ*e)",
    constants: [
      TrainingConstant("κ", 0.1, "how soon it falls", in: 0..<(.infinity))
    ])
}
