import ArgumentParser
import Formats
import Presentation
import Teaching

/// `backstep progress [FILE…]`: how far a learner came, or a class.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show your progress, write it for a teacher, or table a class.",
    usage: """
      backstep progress
      backstep progress --export FILE
      backstep progress FILE ...
      """,
    discussion: """
      With --export it writes the questions that you came to, how often you \
      tried, the hints, the slips and the seconds; neither who you are nor \
      when it was. With files that were written so it shows one table of \
      them, a learner a row by the name of the file, and the commonest slips.
      """)

  @Argument(
    help: ArgumentHelp("What learners have exported.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write your progress into this file.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var export: String?

  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if export != nil, !files.isEmpty {
      throw ValidationError(
        "--export writes your own progress, and \(files[0]) is somebody's")
    }
  }

  func run() throws {
    let display = Display(display)
    if !files.isEmpty {
      let table = try ClassTable(
        files.map(Self.report), order: lessonNames)
      return try display.show(table.text(for: display.page))
    }
    let session = Session(
      library: Course.own.library, page: display.page,
      progress: try UserFile.progress.requiredRecord)
    guard let export else { return try display.show(session.progressText) }
    try write(ProgressReport(session), into: export)
    try display.show(
      StyledText("Saved in \(export); it does not say who you are.")
        .indented(by: 1))
  }

  private static func report(
    of file: String
  ) throws -> (file: String, report: ProgressReport) {
    do throws(FormatFault) {
      return (file, try ProgressReport(path: file))
    } catch {
      throw Refusal(
        [error.diagnostic(in: file, try: error.reportRemedy)], .unusableFile)
    }
  }

  /// Writes a report, but over nothing that is none.
  private func write(_ report: ProgressReport, into file: String) throws {
    let isForeign =
      FilePath(file).isThere && (try? ProgressReport(path: file)) == nil
    guard !isForeign else {
      throw Refusal(
        "\(file) holds something else, and is kept", .usage,
        try: "backstep progress --export progress.json")
    }
    do throws(FileTrouble) {
      try replaceFile(at: file, with: report.json, mode: 0o666)
    } catch {
      throw Refusal(
        "\(file) cannot be written: \(error.reason)", .failed,
        try: "backstep progress --export progress.json")
    }
  }
}

extension UserFile {
  /// What is kept, for handing on; none is an error unless nothing is there.
  fileprivate var requiredRecord: ProgressRecord {
    get throws {
      guard let path else { return ProgressRecord() }
      do {
        return try ProgressRecord(
          reading: text(of: path, limit: ProgressFile.limit))
      } catch FileTrouble.missing {
        return ProgressRecord()
      } catch let trouble as FileTrouble {
        throw Refusal(trouble, in: path, .unusableFile)
      } catch let fault as ProgressFault {
        throw Refusal(
          "\(path): \(fault.message)", .unusableFile, try: "backstep --version")
      }
    }
  }
}
