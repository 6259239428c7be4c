import ArgumentParser
import Foundation
import Presentation
import Teaching
import Terminal

/// `backstep [LESSON[#SCREEN]]`: the tutor.
struct TutorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor",
    abstract: "Open the tutor, where you left it or at a lesson.",
    usage: "backstep [LESSON[#SCREEN]] [-c LINE] ... [-f SCRIPT] ...",
    discussion: """
      With -c or -f, and where standard input is no terminal, lines are \
      answered as "run" answers them: from the lesson's beginning, with \
      nothing read from your progress and nothing kept.
      """)

  @Argument(
    help: ArgumentHelp(
      "A lesson by its name or number, and a screen of it.",
      valueName: "lesson"),
    completion: .list(lessonNames))
  var lesson: String?

  @OptionGroup var script: ScriptOptions

  @Flag(help: "Do not run the lines of your init file.")
  var noInit = false

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let choice = try lesson.map {
      try LessonChoice($0, orOneOf: Backstep.commandNames)
    }
    let display = Display(display)
    if script.isGiven || !isTerminal(STDIN_FILENO) {
      try answer(choice, on: display)
    } else {
      try Visit(
        display: display, choice: choice, edits: !script.noEdit,
        runsInit: !noInit
      ).run()
    }
  }

  /// Answers a script, or shows what there is.
  private func answer(_ choice: LessonChoice?, on display: Display) throws {
    let reading = ScriptReading(
      library: Course.own.library, choice: choice, script: script,
      echoes: false)
    let conversation = try reading.run(on: display)
    guard !conversation.hasAnswered, !script.isGiven else { return }
    try conversation.show(conversation.session.firstScreen + "\n")
    try conversation.show(conversation.session.reply(to: "lessons").text)
  }
}

extension Backstep {
  /// The words that stand for a command.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
      + ["help"]
  }
}
