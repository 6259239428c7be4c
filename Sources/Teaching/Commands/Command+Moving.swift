import Algebra

extension Command {
  static let moving: [Command] = [
    next, step, back, goto, until, proceed, whereabouts, list, again,
  ]

  static let next = Command(
    "next", aliases: ["n"], .moving, usage: "next [COUNT]",
    "Shows one more piece, as Enter does.",
    example: Example("next 2", "two pieces on, but never past a question"),
    form: .count
  ) { session, rest in session.next(Int(rest) ?? 1) }

  static let step = Command(
    "step", aliases: ["s"], .moving, usage: "step [COUNT]",
    "Opens the line shown last: what is behind it, one line at a time.",
    example: Example("step", "the sum behind a product, then the next piece"),
    form: .count
  ) { session, rest in session.step(Int(rest) ?? 1) }

  static let back = Command(
    "back", aliases: ["b", "prev", "rn", "rs"], .moving, usage: "back [COUNT]",
    "Takes one piece away; what you altered stays altered.",
    example: Example("back", "the piece before this one"), form: .count
  ) { session, rest in session.back(Int(rest) ?? 1) }

  static let goto = Command(
    "goto", aliases: ["g"], .moving, usage: "goto SCREEN",
    "Goes to a screen of this lesson, or to an iteration of a training.",
    example: Example("goto 2", "the second screen; list has their names"),
    further: Example("goto iteration 500", "the weights as they were then"),
    form: .screen
  ) { session, rest in
    if rest.isEmpty { return session.listing() }
    let words = rest.split(separator: " ")
    return words.first == "iteration"
      ? session.returnTo(iteration: words.dropFirst().joined(separator: " "))
      : session.go(to: rest)
  }

  static let until = Command(
    "until", aliases: ["u"], .moving, usage: "until NAME",
    "Goes on to where a quantity first comes up.",
    example: Example("until C", "on to the first line with C in it"),
    form: .quantity
  ) { session, rest in
    session.go(until: Name(rest))
  }

  static let proceed = Command(
    "continue", aliases: ["c"], .moving, usage: "continue",
    "Goes on to the next question.",
    example: Example("continue", "all pieces up to the next question"),
    form: .nothing
  ) { session, _ in session.proceed() }

  static let whereabouts = Command(
    "where", aliases: ["w"], .moving, usage: "where",
    "Says where you are.",
    example: Example("where", "lesson, screen and piece"), form: .nothing
  ) { session, _ in session.whereabouts() }

  static let list = Command(
    "list", aliases: ["l"], .moving, usage: "list",
    "Lists the screens of this lesson.",
    example: Example("list", "their names, to be used with goto"),
    form: .nothing
  ) { session, _ in session.listing() }

  static let again = Command(
    "again", .moving, usage: "again",
    "Shows this screen again, as far as you have come, with today's numbers.",
    example: Example("again", "the screen with what you altered"),
    form: .nothing
  ) { session, _ in session.again() }
}
