import Algebra
import ArgumentParser
import Formats
import Presentation
import Publishing
import Teaching
import Terminal

/// `backstep export LESSON`: a lesson on paper.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a lesson for paper, or its worksheet as a script.",
    discussion: """
      For example: backstep export last-layer --format latex -o last-layer.tex,
      then pdflatex last-layer.tex. Markdown is as code hosts show it, LaTeX \
      needs amsmath alone, and the HTML is one file that needs no network. \
      The numbers are the lesson's own. Answers stand at the end; --handout \
      leaves room for them instead, and --key is for the teacher. numpy and \
      pytorch write a script that rebuilds a worksheet, or a network file, and \
      checks every quantity of it: backstep export hidden-layer --format numpy.
      """)

  @Argument(
    help: ArgumentHelp(
      "A lesson of the course, or a file.", valueName: "lesson or file"),
    completion: .file(extensions: ["md", "json"]))
  var lesson: String

  @Option(
    help: ArgumentHelp(
      "What to write: md, latex, html, numpy or pytorch. The ending of the file "
        + "says it, too.", valueName: "format"),
    completion: .list(Self.formats))
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

  @OptionGroup var notation: LensOption

  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if handout, key {
      throw ValidationError("--handout and --key are two papers: one at a time")
    }
  }

  private static let formats =
    PaperFormat.allCases.map(\.rawValue)
    + PythonLibrary.allCases.map(\.rawValue)

  func run() throws {
    if let library = try chosenLibrary() {
      let file = output.map { FilePath($0).expanded }
      return try ExportScript(source: lesson, library: library).run(into: file)
    }
    let format = try chosenFormat()
    let document = Document(
      try understood(), edition: handout ? .handout : key ? .key : .full,
      digits: display.digits ?? 4, lens: notation.chosen ?? .backstep)
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

  /// The library of the script that was asked for, if one was.
  private func chosenLibrary() throws -> PythonLibrary? {
    let isScript = format == nil && output?.hasSuffix(".py") ?? false
    let named = format.flatMap { PythonLibrary(rawValue: $0) }
    guard let library = named ?? (isScript ? .numpy : nil) else { return nil }
    guard !handout, !key, notation.lens == nil else {
      throw Refusal(
        "a script has no handout, no key and no lens", .usage,
        notes: ["it is in Backstep's own notation, to be run and not read"],
        try: "backstep export \(lesson) --format \(library.rawValue)")
    }
    return library
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
    let all = Self.formats
    let nearest = format.flatMap { NearestName.nearest(to: $0, among: all) }
    let headline =
      format.map { "\($0) is not a format that a lesson can be written in" }
      ?? "export needs the format to write in"
    return Refusal(
      headline, .usage,
      notes: ["the formats are \(all.joined(separator: ", "))"],
      try: "backstep export \(lesson) --format \(nearest ?? "html")")
  }

  /// The lesson, or the refusal with all that is wrong in it.
  private func understood() throws -> Lesson {
    guard lesson.namesLessonFile else {
      return try Course.own.understood(named(), in: "\(lesson).md")
    }
    let (course, id) = try Course.holding(file: lesson)
    return try course.understood(id, in: lesson)
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
