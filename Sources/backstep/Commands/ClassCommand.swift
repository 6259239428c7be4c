import ArgumentParser
import Presentation
import Teaching
import Terminal

/// `backstep class LESSON[#SCREEN]`: a lesson in front of a class.
struct ClassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class",
    abstract: "Show a lesson to a class.",
    discussion: """
      The window is drawn anew for each screen, whose name stands above it. \
      Nothing is read from your progress and nothing is kept. Enter, PageDown \
      and Right go on, PageUp and Left back, a full stop on an empty line \
      blanks the window, and reset all begins again. With a script Enter puts \
      its next line at the prompt, and a second Enter runs it.
      """)

  @Argument(
    help: ArgumentHelp(
      "A lesson of the course or a file, perhaps with #SCREEN.",
      valueName: "lesson or file"),
    completion: .list(lessonNames))
  var lesson: String

  @Option(
    help: ArgumentHelp(
      "Prepared lines, as record writes them.", valueName: "file"),
    completion: .file())
  var script: String?

  @Option(
    help: ArgumentHelp(
      "Go on by itself after so many seconds; any key holds it.",
      valueName: "seconds"))
  var pace: Int?

  @Flag(help: "Twice the room between the rows of formulas.")
  var big = false

  @OptionGroup var notation: LensOption

  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if let pace, !(1...3600).contains(pace) {
      throw ValidationError("--pace \(pace) is not between 1 and 3600")
    }
  }

  func run() throws {
    let (course, _, choice) = try Course.opening(lesson)
    let demo = try script.map { try Demo(file: $0) }
    let display = Display(display).projected
    var session = Session(
      library: course.library, page: display.page, opening: choice.id)
    if let lens = notation.chosen { session.look(through: lens) }
    let plan = Lecture.Plan(spacing: big ? 2 : 1, pace: pace ?? 0)
    try Lecture(session, on: display, plan, demo: demo).run(
      terminalReader(history: History(path: nil), environment: environment),
      from: choice)
  }
}
