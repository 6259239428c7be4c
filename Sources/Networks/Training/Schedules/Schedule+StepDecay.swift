extension Schedule {
  /// A part of the rate is kept after every few epochs.
  public static let stepDecay = Schedule(
    "step", summary: "The rate is multiplied by γ after every k epochs.",
    formula: "η0*γ^floor(e/k)",
    constants: [
      TrainingConstant("γ", 0.5, "what the rate is multiplied by", in: 0..<1),
      TrainingConstant(
        "k", 10, "epochs from one step to the next", in: 1..<(.infinity)),
    ])
}
