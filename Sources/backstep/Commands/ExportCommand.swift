import Algebra
import ArgumentParser
import Presentation
import Publishing
import Teaching
import Terminal

/// `backstep export LESSON`: a lesson on paper.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a lesson for paper: Markdown, LaTeX or HTML.",
    discussion: """
      For example: backstep export last-layer --format latex -o last-layer.tex,
      then pdflatex last-layer.tex. Markdown is as code hosts show it, LaTeX \
      needs amsmath alone, and the HTML is one file that needs no network. \
      The numbers are the lesson's own. Answers stand at the end; --handout \
      leaves room for them instead, and --key is for the teacher.
      """)

  @Argument(
    help: ArgumentHelp(
      "A lesson of the course, or a file.", valueName: "lesson or file"),
    completion: .file(extensions: ["md"]))
  var lesson: String

  @Option(
    help: ArgumentHelp(
      "What to write: md, latex or html. The ending of the file says it, too.",
      valueName: "format"),
    completion: .list(PaperFormat.allCases.map(\.rawValue)))
  var format: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Write into this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Room for answers, and nothing that gives one away.")
  var handout = false

  @Flag(help: "Every question with its answer, and what to say to slips.")
  var key = false

  @Option(
    help: ArgumentHelp(
      "The notation to write in; lens in the tutor lists them.",
      valueName: "name"),
    completion: .list(Lens.all.map(\.name)))
  var lens: String?

  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if handout, key {
      throw ValidationError("--handout and --key are two papers: one at a time")
    }
  }

  func run() throws {
    let format = try chosenFormat()
    let document = Document(
      try understood(), edition: handout ? .handout : key ? .key : .full,
      digits: display.digits ?? 4, lens: try chosenLens())
    let text = document.text(format)
    guard let output else { return try Output.standard.write(text) }
    do throws(FileTrouble) {
      try replaceFile(at: FilePath(output).expanded, with: text, mode: 0o666)
    } catch {
      throw Refusal(
        "\(output) cannot be written: \(error.reason)", .failed,
        try: "ls -ld \(folder(of: output))")
    }
  }

  private func folder(of file: String) -> String {
    let folder = FilePath(file).folder
    return folder.isEmpty ? "." : folder
  }

  // MARK: - What was asked for

  private func chosenLens() throws -> Lens {
    guard let lens else { return .backstep }
    if let known = Lens.named(lens) { return known }
    let all = Lens.all.map(\.name)
    let nearest = NearestName.nearest(to: lens, among: all) ?? all[0]
    throw Refusal(
      "there is no lens \(lens)", .usage,
      notes: ["the lenses are \(all.joined(separator: ", "))"],
      try: "backstep export \(lesson) --lens \(nearest) "
        + "--format \(format ?? "html")")
  }

  private func chosenFormat() throws -> PaperFormat {
    let ending = output.flatMap { $0.split(separator: ".").last }
    guard let word = format else {
      let known = PaperFormat.allCases.first { $0.fileEnding == ending ?? "" }
      guard let known else { throw unknown(format: nil) }
      return known
    }
    guard let known = PaperFormat(rawValue: word) else {
      throw unknown(format: word)
    }
    return known
  }

  private func unknown(format: String?) -> Refusal {
    let all = PaperFormat.allCases.map(\.rawValue)
    let nearest = format.flatMap { NearestName.nearest(to: $0, among: all) }
    let headline =
      format.map { "\($0) is not a format that a lesson can be written in" }
      ?? "export needs the format to write in"
    return Refusal(
      headline, .usage, notes: ["the formats are md, latex and html"],
      try: "backstep export \(lesson) --format \(nearest ?? "html")")
  }

  /// The lesson, or the refusal with all that is wrong in it.
  private func understood() throws -> Lesson {
    guard lesson.hasSuffix(".md") || lesson.contains("/") else {
      return try read(named(), of: .own, in: "\(lesson).md")
    }
    let paper: LessonPaper
    do throws(FileTrouble) { paper = try LessonPaper(path: lesson) } catch {
      throw Refusal(error, in: lesson, .unusableFile)
    }
    return try read(paper.id, of: Course.own.with(paper), in: lesson)
  }

  private func read(
    _ id: String, of course: Course, in file: String
  ) throws -> Lesson {
    do throws(LessonFaults) { return try course.lesson(id) } catch {
      throw Refusal(error.diagnostics(in: file), .unusableFile)
    }
  }

  private func named() throws -> String {
    let ids = lessonNames
    if let number = Int(lesson), ids.indices.contains(number - 1) {
      return ids[number - 1]
    }
    guard !ids.contains(lesson) else { return lesson }
    let word = lesson.prefix { $0 != "#" }
    let nearest = NearestName.nearest(to: String(word), among: ids)
    throw Refusal(
      "there is no lesson \(lesson)", .usage,
      notes: ids.contains(String(word)) ? ["a lesson is exported whole"] : [],
      try: nearest.map { "backstep export \($0) --format \(format ?? "html")" }
        ?? "backstep lessons")
  }
}
