extension Command {
  static let derive = Command(
    "derive", .checking,
    usage: "derive EXPRESSION wrt NAME, derive [--moves] SLOPE",
    "Derives a slope in named steps, each checked; step opens a line.",
    example: Example(
      "derive sigmoid(z) wrt z", "line by line to sigmoid(z)*(1 - sigmoid(z))"),
    further: Example(
      "derive dW1", "the slope of the cost in W1, by sums; --moves by moves"),
    form: .derivation
  ) { session, rest in session.derive(rest) }
}
