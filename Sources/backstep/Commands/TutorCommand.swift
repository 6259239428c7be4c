import ArgumentParser
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

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "The lessons and rules that a teacher has set.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var classFile: String?

  @OptionGroup var notation: LensOption

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let work = try classFile.map { try SetWork(path: $0) }
    let choice = try lesson.map {
      try LessonChoice($0, orOneOf: Backstep.commandNames, within: work)
    }
    try Visit(
      display: Display(display), choice: choice, script: script.script,
      edits: !script.noEdit, runsInit: !noInit, lens: notation.chosen,
      work: work
    ).run()
  }
}

extension Backstep {
  /// The words that stand for a command.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
      + ["help"]
  }
}
