extension Command {
  static let altering: [Command] = [set, nudge, undo, redo, reset, define]

  static let set = Command(
    "set", .altering, usage: "set PART = VALUE",
    "Alters a given number, row, column or matrix; what follows is computed.",
    example: Example("set w1 = 1", "w1 is 1 from here on"), form: .assignment
  ) { session, rest in
    session.set(rest)
  }

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
