extension Lens {
  /// Every lens, the program's own first.
  public static let all: [Lens] = [
    backstep, ng, theta, nielsen, numpy, cost, yhat, delta, mse,
  ]

  /// The lens of a name.
  public static func named(_ name: String) -> Lens? {
    all.first { $0.name == name }
  }

  /// What is written on disk.
  public static let backstep = Lens(
    "backstep", title: "Backstep's own", source: "this program",
    script: .below,
    letters: Letters(
      z: "z", a: "a", W: "W", b: "b", input: "x", target: "y", cost: "C",
      slopes: .delta("δ")))

  static let ng = Lens(
    "ng", title: "Z^[l] and dZ^[l], 1/m in dW",
    source: "Ng, Neural Networks and Deep Learning, deeplearning.ai (2017)",
    script: .inBrackets,
    letters: Letters(
      z: Letter("z", many: "Z"), a: Letter("a", many: "A"), W: "W", b: "b",
      target: Letter("y", many: "Y"), cost: Letter("L", many: "J"),
      exampleCost: "L", rate: "α", slopes: .differential),
    delta: .perExample)

  static let theta = Lens(
    "theta", title: "Θ with a column of biases, layer 1 the input",
    source: "Ng, Machine Learning, Coursera (2011), exercise 4",
    script: .inParentheses,
    letters: Letters(
      z: Letter("z", shift: 1), a: Letter("a", shift: 1), W: "Θ", b: "b",
      input: "x", target: "y", cost: "J", exampleCost: "cost", rate: "α",
      slopes: .delta(Letter("δ", shift: 1))),
    hasBiasColumn: true, delta: .perExample)

  static let nielsen = Lens(
    "nielsen", title: "w^l and δ^l, layer 1 the input",
    source: "Nielsen, Neural Networks and Deep Learning (2015), chapter 2",
    script: .above,
    letters: Letters(
      z: Letter("z", shift: 1), a: Letter("a", shift: 1),
      W: Letter("w", shift: 1), b: Letter("b", shift: 1), target: "y",
      cost: "C", exampleCost: "C_x",
      slopes: .delta(Letter("δ", shift: 1))),
    delta: .perExample)

  static let numpy = Lens(
    "numpy", title: "rows and X @ W + b, from 0, grad_W",
    source: "what NumPy and PyTorch users write", script: .below,
    letters: Letters(
      z: "Z", a: "A", W: "W", b: "b", input: "X", target: "Y", cost: "loss",
      exampleCost: "losses", rate: "lr", slopes: .gradient),
    firstIndex: 0, examples: .rows, delta: .mean)

  static let cost = Lens(
    "cost", title: "Cost = (a^[L] - y)², without a half",
    source: "notes on layers and the chain rule by partial slopes",
    script: .inBrackets,
    letters: Letters(
      z: Letter("z", many: "Z"), a: Letter("a", many: "A"), W: "W", b: "b",
      input: Letter("x", many: "X"), target: "y", cost: "Cost",
      exampleCost: "cost", slopes: .differential),
    firstIndex: 0, cost: .withoutHalf)

  static let yhat = Lens(
    "yhat", title: "rows, X_l goes into layer l, Ŷ comes out, J summed",
    source: "notes on XOR and digits with NumPy", script: .below,
    letters: Letters(
      z: "Z", a: Letter("X", shift: 1), W: "W", b: "b", output: "ŷ",
      target: "Y", cost: "J", exampleCost: "j", slopes: .delta("δ")),
    examples: .rows, delta: .mean, cost: .summed)

  static let delta = Lens(
    "delta", title: "A⁰ = X, Δ^l for all examples, 1/m in ∂J/∂W",
    source: "notes on the derivation for one example and for m",
    script: .above,
    letters: Letters(
      z: Letter("z", many: "Z"), a: Letter("a", many: "A"), W: "W", b: "b",
      target: Letter("y", many: "Y"), cost: Letter("C", many: "J"),
      exampleCost: "C", slopes: .delta(Letter("δ", many: "Δ"))),
    delta: .perExample)

  static let mse = Lens(
    "mse", title: "MSE of y and t, units from 0",
    source: "notes on a 2-3-2 network, one scalar slope at a time",
    script: .inParentheses,
    letters: Letters(
      z: "z", a: "a", W: "W", b: "b", input: "x", output: "y", target: "t",
      cost: "MSE", exampleCost: "mse", rate: "μ", slopes: .delta("δ")),
    firstIndex: 0)
}
