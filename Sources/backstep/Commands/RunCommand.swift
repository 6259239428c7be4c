import ArgumentParser
import Teaching
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `backstep run LESSON`: a lesson answered from a script.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answer lines in a lesson, with nothing kept.",
    discussion: """
      The lines come from -c, then from -f, else from standard input. They \
      are answered from the lesson's beginning; nothing is read from your \
      progress. Blank lines and lines that begin with # say nothing; next \
      moves on.
      """)

  @Argument(
    help: ArgumentHelp(
      "A lesson of the course or a file, perhaps with #SCREEN.",
      valueName: "lesson or file"),
    completion: .file(extensions: ["md"]))
  var lesson: String

  @OptionGroup var script: ScriptOptions

  @Flag(help: "Show each line behind its prompt, as if it had been typed.")
  var echo = false

  @OptionGroup var notation: LensOption

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let (course, _, choice) = try Course.opening(lesson)
    let display = Display(display)
    if !script.isGiven, isTerminal(STDIN_FILENO) {
      try converse(course, choice, on: display)
    } else {
      _ = try ScriptReading(
        library: course.library, choice: choice, script: script.script,
        echoes: echo, lens: notation.chosen
      ).run(on: display)
    }
  }

  private func converse(
    _ course: Course, _ choice: LessonChoice, on display: Display
  ) throws {
    var session = Session(
      library: course.library, page: display.page, opening: choice.id)
    if let lens = notation.chosen { session.look(through: lens) }
    let conversation = Conversation(session, on: display)
    try Attendance(conversation, edits: !script.noEdit, runsInit: false)
      .run(opening: choice)
  }
}
