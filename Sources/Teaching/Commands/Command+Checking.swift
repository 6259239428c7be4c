extension Command {
  static let checking: [Command] = [
    check, verify, derive, trying, by, walk, hint, reveal, skip,
  ]

  static let check = Command(
    "check", .checking, usage: "check [--all|--steps] [NAME]",
    "Compares the slopes with differences of the cost and with dual numbers.",
    example: Example("check", "whether all slopes agree, and how closely"),
    further: Example("check --steps", "the error against the step, drawn"),
    form: .slope
  ) { session, rest in session.check(rest) }

  static let verify = Command(
    "verify", .checking,
    usage: "verify LEFT = RIGHT [with CONDITION] [without CONDITION]",
    "Says whether both sides are equal whatever the numbers, and why.",
    example: Example("verify 2*3 = 6", "the verdict, and what it rests on"),
    further: Example(
      "verify δ2 = a2 - y without colsum(y) = 1",
      "whether it still holds when that is not taken for granted"),
    form: .expression
  ) { session, rest in session.verify(rest) }

  static let trying = Command(
    "try", .checking, usage: "try TARGET = LINE",
    "Judges a line or numbers of your own, and says what is wrong with them.",
    example: Example(
      "try C = 1/2*(z1 - y)^2", "a line or pasted numbers for a quantity"),
    further: Example(
      "try dW2 = δ2 @ a1'", "right or not, and which slip it may be"),
    form: .expression
  ) { session, rest in session.tryOut(rest) }

  static let by = Command(
    "by", .checking, usage: "by RULE",
    "Names the rule of the line that was written last.",
    example: Example("by chain rule", "the rule stands beside the line"),
    form: .expression
  ) { session, rest in session.nameRule(rest) }

  static let walk = Command(
    "walk", .checking, usage: "walk [COUNT]",
    "Goes through the latest counterexample, one equation at a time.",
    example: Example("walk", "its numbers, then what follows from them"),
    form: .count
  ) { session, rest in session.walkOn(Int(rest) ?? 1) }

  static let hint = Command(
    "hint", .checking, usage: "hint", "Gives the next hint to the question.",
    example: Example("hint", "hint 1 of 3"), form: .nothing
  ) { session, _ in session.hint() }

  static let reveal = Command(
    "reveal", .checking, usage: "reveal [NAME]",
    "Shows the answer with its working, or a quantity before its time.",
    example: Example("reveal C", "C, even if the lesson has not come to it"),
    form: .optionalExpression
  ) { session, rest in session.reveal(rest) }

  static let skip = Command(
    "skip", .checking, usage: "skip",
    "Shows the answer and goes on; the question is kept as skipped.",
    example: Example("skip", "the piece after the question"), form: .nothing
  ) { session, _ in session.skip() }
}
