import ArgumentParser
import Teaching

/// `backstep derive EXPR --wrt NAME`: a slope in named steps, each checked.
struct DeriveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "derive",
    abstract: "Derive the slope of a formula in named steps.",
    discussion: """
      For example: backstep derive 'sigmoid(z)' --wrt z. Every other name in \
      the formula stands for any number. Each line is checked; the last line \
      says how. Slopes of a network's cost are derived in a lesson: \
      backstep run last-layer -c 'derive dW1'.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The formula, of numbers.", valueName: "expression"))
  var words: [String] = []

  @Option(help: ArgumentHelp("What the slope is taken in.", valueName: "name"))
  var wrt: String?

  @Flag(help: "Open every line: the smaller steps behind it.")
  var steps = false

  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    guard !words.isEmpty else {
      throw ValidationError("derive needs a formula")
    }
    guard wrt != nil else {
      throw ValidationError("derive needs --wrt and the name that moves")
    }
  }

  func run() throws {
    let display = Display(display)
    var session = Session(library: LessonLibrary([]), page: display.page)
    let text = words.joined(separator: " ") + " wrt " + (wrt ?? "")
    let reply = session.reply(to: "derive \(text)")
    if reply.failed {
      try Display.error.show(reply.text)
      throw ExitStatus.failed
    }
    try display.show(reply.text)
    guard steps else { return }
    while session.hasLinesToOpen {
      try display.show(session.reply(to: "step").text)
    }
  }
}
