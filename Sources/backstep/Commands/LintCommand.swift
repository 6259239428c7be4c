import ArgumentParser
import Lessons
import Presentation
import Teaching

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `backstep lint`: whether lessons hold what they say.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check lessons: the course, files, or folders of files.",
    discussion: """
      Every equality is checked, every answer replayed, every line spoiled on \
      purpose to see that it is noticed. The last line tells how much held and \
      how sure it is. Exit code 3 if anything does not hold.
      """)

  @Argument(
    help: ArgumentHelp(
      "Lesson files, or folders with some; the course if there are none.",
      valueName: "file or folder"),
    completion: .file(extensions: ["md"]))
  var paths: [String] = []

  @Flag(help: "Name the spoiled lines that were not refuted.")
  var survivors = false

  @Option(
    help: ArgumentHelp(
      "Fail if a smaller share of the spoiled lines is refuted.",
      valueName: "percent"))
  var bar: Double?

  @Flag(help: "Write JSON: the counts, the findings and the survivors.")
  var json = false

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let display = Display(display)
    let course = LessonCatalog.all.map { (id: $0.id, text: $0.text) }
    let papers = try paths.flatMap { try Self.papers(at: $0) }
    let files =
      paths.isEmpty ? course : papers.map { (id: $0.id, text: $0.text) }
    let report = LintRun(files: files, library: files + course).report
    if json {
      try display.output.write(report.json + "\n")
      if !report.isClean { throw ExitStatus.unusableFile }
      return
    }
    let names = Dictionary(
      papers.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    if survivors {
      let lines = report.survivors.map { StyledText($0.text) }
      try display.show(lines.joined(separator: "\n"))
    }
    if !report.isClean {
      throw Refusal(
        report.findings.map { finding in
          let file = names[finding.file] ?? "\(finding.file).md"
          return finding.diagnostic(in: file)
        } + [Diagnostic(report.tally.sentence, severity: .note)],
        .unusableFile)
    }
    try display.show(StyledText(report.tally.sentence))
    try check(report)
  }

  private func check(_ report: LintReport) throws {
    let share = 100 * report.tally.shareRefuted
    guard let bar, share < bar else { return }
    throw Refusal(
      "\(NumberFormat(digits: 4).text(share)) % of the spoiled lines were "
        + "refuted, and the bar is \(NumberFormat(digits: 4).text(bar)) %",
      .unusableFile, notes: ["true identities are left out of the count"],
      try: "backstep lint --survivors")
  }

  /// The lesson files that a path names.
  private static func papers(at path: String) throws -> [LessonPaper] {
    do throws(FileTrouble) {
      return [try LessonPaper(path: path)]
    } catch .isFolder {
      return try papers(inFolder: path)
    } catch {
      throw Refusal(error, in: path, .unusableFile)
    }
  }

  private static func papers(inFolder folder: String) throws -> [LessonPaper] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))
      .map { $0.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted() }
    guard let names, !names.isEmpty else {
      throw Refusal(
        "there is no lesson in the folder \(folder)", .unusableFile,
        notes: ["a lesson is a file whose name ends in .md"],
        try: "ls \(folder)")
    }
    return try names.flatMap { name in
      try papers(at: FilePath.file(name, in: folder))
    }
  }
}

extension LintFinding {
  /// The finding with its place.
  fileprivate func diagnostic(in file: String) -> Diagnostic {
    Diagnostic(
      message, remedy: remedy,
      location: Diagnostic.Location(file: file, line: line, column: column))
  }
}
