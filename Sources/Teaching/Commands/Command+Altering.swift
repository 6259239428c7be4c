extension Command {
  static let altering: [Command] = [
    set, nudge, train, network, examples, new, given, cost, undo, redo, reset,
    define,
  ]

  static let set = Command(
    "set", .altering, usage: "set PART = VALUE, ...",
    "Alters a given number, row, column or matrix; what follows is computed.",
    example: Example("set w1 = 1", "w1 is 1 from here on"),
    further: Example(
      "set W1 = W1 - 1/10*dW1, W2 = W2 - 1/10*dW2",
      "both are set at once, from the values before"), form: .assignment
  ) { session, rest in
    session.set(rest)
  }

  static let train = Command(
    "train", .altering,
    usage: "train [COUNT [epochs]] [WORD VALUE] ...",
    "Lets the network learn: the update, again and again.",
    example: Example("train 100 rate 0.01", "a hundred updates of the weights"),
    further: Example("train 1 step", "one of them, number by number"),
    form: .options, choices: { TrainingOption.rows }
  ) { session, rest in session.train(rest) }

  static let network = Command(
    "network", .altering, usage: "network LAYERS on EXAMPLES",
    "Makes a network that has learned nothing yet, and opens it.",
    example: Example(
      "network 2 -> 8 tanh -> 1 sigmoid on circles", "then train 1000 by adam"),
    further: Example(
      "network 2 -> 8 tanh -> 3 softmax on flowers.csv label species test 0.2",
      "a table of your own"),
    form: .expression, choices: { NetworkWish.rows }
  ) { session, rest in session.makeNetwork(rest) }

  static let examples = Command(
    "examples", .altering,
    usage: "examples [SET [COUNT] [seed N] [test 0.2], or FILE]",
    "Lists the sets of examples, or gives one to the network of this bench.",
    example: Example("examples", "xor, circles, moons, spirals, digits, waves"),
    further: Example(
      "examples flowers.csv label species test 0.2", "those of a file"),
    form: .options, choices: { ExamplesWish.rows(isForNew: false) }
  ) { session, rest in session.takeExamples(rest) }

  static let new = Command(
    "new", .altering, usage: "new [again]",
    "Opens a bench of your own for a derivation of your own.",
    example: Example("new", "nothing is given; given and = write it down"),
    form: .word
  ) { session, rest in session.newBench(rest) }

  static let given = Command(
    "given", .altering, usage: "given NAME: ROWS×COLUMNS, NAME, ...",
    "Declares quantities on your bench; their numbers are drawn, or set.",
    example: Example(
      "given W: k×n, x: n×m, b: k×1", "then z = W @ x + b is an equation"),
    form: .expression
  ) { session, rest in session.give(rest) }

  static let cost = Command(
    "cost", .altering, usage: "cost NAME",
    "Makes a number of your bench the cost, whose slopes are derived.",
    example: Example("cost C", "dW and the others can be printed"),
    form: .quantity
  ) { session, rest in session.makeCost(rest) }

  static let nudge = Command(
    "nudge", .altering, usage: "nudge PART STEP",
    "Forecasts a small change by the slope, and compares it with the truth.",
    example: Example("nudge w1 0.01", "nothing is kept"), form: .targetAndStep
  ) { session, rest in
    session.nudge(rest)
  }

  static let undo = Command(
    "undo", .altering, usage: "undo [COUNT]", "Takes an alteration back.",
    example: Example("undo", "the last alteration is gone"), form: .count
  ) { session, rest in session.undo(Int(rest) ?? 1) }

  static let redo = Command(
    "redo", .altering, usage: "redo [COUNT]",
    "Does again what undo took back.",
    example: Example("redo", "the alteration is there again"), form: .count
  ) { session, rest in session.redo(Int(rest) ?? 1) }

  static let reset = Command(
    "reset", .altering, usage: "reset",
    "Drops your alterations here; undo brings them back.",
    example: Example("reset", "the lesson's own numbers"), form: .nothing
  ) { session, _ in session.reset() }

  static let define = Command(
    "let", .altering, usage: "let NAME = EXPRESSION, let f(z) = EXPRESSION",
    "Names an expression or a function of your own.",
    example: Example("let swish(t) = t*sigmoid(t)", "swish(2) has a value"),
    form: .assignment
  ) { session, rest in
    session.define(rest)
  }
}
