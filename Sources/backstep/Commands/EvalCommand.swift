import ArgumentParser
import Teaching

/// `backstep eval EXPR`: what an expression of numbers comes to.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Show the value of an expression of numbers and functions.",
    discussion: """
      For example: backstep eval 'softmax([1; 2; 3])'. Quote it: a shell has \
      its own meanings for brackets and stars.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The expression.", valueName: "expression"))
  var words: [String]

  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if words.isEmpty { throw ValidationError("eval needs an expression") }
  }

  func run() throws {
    let display = Display(display)
    var session = Session(library: LessonLibrary([]), page: display.page)
    let text = words.joined(separator: " ")
    let reply = session.reply(to: "print \(text)")
    if reply.failed {
      try Display.error.show(reply.text)
      throw ExitStatus.failed
    }
    try display.show(reply.text)
  }
}
