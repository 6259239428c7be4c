import ArgumentParser
import Teaching

/// `backstep lessons`: the course, and what is done of it.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "List the lessons, and what you have done of them.")

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let display = Display(display)
    let session = Session(
      library: Course.own.library, page: display.page,
      progress: UserFile.progress.record)
    try display.show(session.courseList)
  }
}

extension UserFile {
  /// What is kept, for looking at; nothing where it cannot be read.
  var record: ProgressRecord {
    guard let path,
      let text = try? text(of: path, limit: ProgressFile.limit),
      let record = try? ProgressRecord(reading: text)
    else { return ProgressRecord() }
    return record
  }
}
