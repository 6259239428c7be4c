import Algebra

extension Command {
  static let seeing: [Command] = [
    print, display, undisplay, shape, info, why, index, paths, diff, plot,
    predict, graph, digits,
  ]

  static let print = Command(
    "print", aliases: ["p"], .seeing, usage: "print EXPRESSION",
    "Shows a value; an expression alone does the same.",
    example: Example("print 2*C", "twice the cost, at your numbers"),
    form: .expression
  ) { session, rest in
    session.printed(rest)
  }

  static let display = Command(
    "display", .seeing, usage: "display EXPRESSION",
    "Shows a value now and again whenever it has changed.",
    example: Example("display C", "the cost after every alteration"),
    form: .optionalExpression
  ) { session, rest in
    rest.isEmpty ? session.displayed() : session.display(rest)
  }

  static let undisplay = Command(
    "undisplay", .seeing, usage: "undisplay [EXPRESSION]",
    "Stops a display, or all of them.",
    example: Example("undisplay", "no displays any more"),
    form: .optionalExpression
  ) { session, rest in session.undisplay(rest) }

  static let shape = Command(
    "shape", .seeing, usage: "shape EXPRESSION",
    "Says how many rows and columns a value has.",
    example: Example("shape C", "a number"), form: .expression
  ) { session, rest in
    session.shape(rest)
  }

  static let info = Command(
    "info", aliases: ["i"], .seeing, usage: "info [NAME]",
    "Lists the quantities, or says what one is or what a function does.",
    example: Example("info C", "what C is, and its equation"),
    form: .optionalExpression
  ) { session, rest in
    rest.isEmpty ? session.inventory() : session.info(rest)
  }

  static let why = Command(
    "why", .seeing, usage: "why NAME, PART or LINE",
    "Says where a number or a line comes from, with the numbers put in.",
    example: Example("why C", "the equation of C with its numbers"),
    form: .expression
  ) { session, rest in
    session.why(rest)
  }

  static let index = Command(
    "index", .seeing, usage: "index [NAME, LINE or LEFT = RIGHT]",
    "Shows a line in sums over rows and columns, or such sums in matrices.",
    example: Example("index C", "the cost as a sum, checked"),
    further: Example(
      "index dW1", "one entry of the slope in W1, as a sum over the examples"),
    form: .optionalExpression
  ) { session, rest in session.index(rest) }

  static let paths = Command(
    "paths", .seeing, usage: "paths SLOPE",
    "Shows a slope as the sum over all roads to the cost.",
    example: Example("paths C", "the roads from a quantity to the cost"),
    form: .expression
  ) { session, rest in
    session.paths(rest)
  }

  static let diff = Command(
    "diff", .seeing, usage: "diff",
    "Shows every number that differs from the lesson's.",
    example: Example("diff", "the lesson's numbers and yours"),
    form: .nothing
  ) { session, _ in session.difference() }

  static let predict = Command(
    "predict", .seeing, usage: "predict [test]",
    "Says for each class how its examples are classified.",
    example: Example(
      "predict", "the examples that are learned, and those kept to test"),
    form: .word
  ) { session, rest in session.predict(rest) }

  static let plot = Command(
    "plot", .seeing, usage: "plot EXPRESSION [for NAME in LOW..HIGH]",
    "Draws a curve, or what a network has learned.",
    example: Example("plot sigmoid(z)", "the sigmoid from -6 to 6"),
    further: Example("plot heat W1", "the entries of a matrix"),
    form: .expression,
    choices: {
      LearningPicture.all.map { ("plot \($0.usage)", $0.summary) }
    }
  ) { session, rest in
    let words = rest.split(separator: " ", maxSplits: 1)
    let name = words.first.map(String.init) ?? ""
    guard let picture = LearningPicture.named(name),
      !session.scope.isKnown(Name(name))
    else { return session.plot(rest) }
    return session.draw(
      picture, words.dropFirst().first.map(String.init) ?? "")
  }

  static let graph = Command(
    "graph", .seeing, usage: "graph",
    "Shows which quantity is computed from which.",
    example: Example("graph", "from what goes in to the cost"),
    form: .nothing
  ) { session, _ in session.graph() }

  static let digits = Command(
    "digits", .seeing, usage: "digits [COUNT]",
    "Says with how many significant digits numbers are shown, 4 at first.",
    example: Example("digits 6", "0.1234567 is shown as 0.123457"),
    form: .count
  ) { session, rest in session.digits(Int(rest)) }
}
