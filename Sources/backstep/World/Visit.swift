import Teaching
import Terminal

/// The tutor opened by somebody at a terminal.
struct Visit {
  var display = Display.usual
  /// What to open instead of greeting.
  var choice: LessonChoice?
  var edits = true
  var runsInit = true

  /// Greets, and answers lines until `quit` or Ctrl-D.
  func run() throws {
    let file = UserFile.progress.path.map { ProgressFile(path: $0) }
    let session = Session(
      library: Course.own.library, page: display.page,
      progress: file?.saved ?? ProgressRecord(), opening: choice?.id)
    let conversation = Conversation(session, on: display, progress: file)
    try Attendance(conversation, edits: edits, runsInit: runsInit)
      .run(opening: choice)
  }
}
