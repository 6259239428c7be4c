import Algebra
import Presentation
import Teaching
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The tutor opened: by somebody at a terminal, or with lines to answer.
struct Visit {
  var display = Display.usual
  /// What to open instead of greeting.
  var choice: LessonChoice?
  var script = Script()
  var edits = true
  var runsInit = true
  /// The notation, where another one than that of the last visit is asked for.
  var lens: Lens?
  /// What a teacher has set, where that alone is to be done.
  var work: SetWork?

  private var course: Course { work?.course ?? .own }

  func run() throws {
    if !script.isEmpty || !isTerminal(STDIN_FILENO) {
      try answerScript()
    } else {
      try attend()
    }
  }

  /// Answers a script, or shows what there is.
  private func answerScript() throws {
    let reading = ScriptReading(
      library: course.library, choice: choice, script: script,
      echoes: false, lens: lens, rules: work?.rules)
    let conversation = try reading.run(on: display)
    guard !conversation.hasAnswered, script.isEmpty else { return }
    try conversation.show(conversation.session.firstScreen + "\n")
    try conversation.show(conversation.session.courseList)
  }

  /// Greets, and answers lines until `quit` or Ctrl-D.
  private func attend() throws {
    let file = UserFile.progress.path.map { ProgressFile(path: $0) }
    var progress = file?.saved ?? ProgressRecord()
    if let work, let last = progress.lesson, !work.lessons.contains(last) {
      progress.lesson = work.lessons.first
    }
    var session = Session(
      library: course.library, page: display.page, progress: progress,
      opening: choice?.id)
    session.rules = work?.rules
    if let lens { session.look(through: lens) }
    let conversation = Conversation(session, on: display, progress: file)
    try Attendance(conversation, edits: edits, runsInit: runsInit)
      .run(opening: choice)
  }
}
