import ArgumentParser
import Presentation
import Teaching

/// `backstep verify FILE` or `'LEFT = RIGHT'`: what the verifier says.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether both sides of an equality are equal.",
    discussion: """
      For example: backstep verify 'D(x^3, x) = 3x^2'. Without --given \
      names stand for any number; --given 'A: n×m, B: m×p' declares matrices. \
      A file holds what is written on a bench of one's own: given, equations, \
      and lines to be judged, the later ones beginning with =. Lines that \
      begin with # say nothing. Exit codes: 0 all hold, 1 one does not, 2 \
      usage, 3 a file that cannot be read.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("An equality, or a file.", valueName: "equality|file"),
    completion: .file())
  var words: [String]

  @Option(
    help: ArgumentHelp("Declare quantities, as on a bench.", valueName: "list"))
  var given: [String] = []

  @Flag(help: "Write JSON, one object for each line.")
  var json = false

  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if words.isEmpty {
      throw ValidationError("verify needs an equality or a file")
    }
  }

  func run() throws {
    let display = Display(display)
    var session = Session(library: LessonLibrary([]), page: display.page)
    for list in ["new"] + given.map({ "given \($0)" }) {
      let reply = session.reply(to: list)
      guard reply.failed else { continue }
      try Display.error.show(reply.text)
      throw ExitStatus.usage
    }
    var isGood = true
    for line in try lines() {
      let known = session.judgedLines.count
      let reply = session.reply(to: line.text)
      let judged = Array(session.judgedLines.dropFirst(known))
      isGood = isGood && !reply.failed
      if reply.failed, judged.isEmpty {
        try Display.error.show(line.place + reply.text)
        // What follows would be judged under other declarations.
        guard line.goesOn else { break }
      }
      if json {
        try display.show(StyledText(judged.map(\.json).joined(separator: "\n")))
      } else {
        for judged in judged {
          try display.show(line.place + judged.report(for: display.page))
        }
      }
    }
    if !isGood { throw ExitStatus.failed }
  }

  /// A line to be judged, and where it stands.
  fileprivate struct Line {
    var text: String
    var place = StyledText()

    /// Whether it goes on from the line before.
    var goesOn: Bool { text.hasPrefix("=") }
  }

  /// The lines of the file, or the one equality.
  private func lines() throws -> [Line] {
    let text = words.joined(separator: " ")
    guard words.count == 1, !text.contains("=") else {
      return [Line(text: "verify \(text)")]
    }
    let sheet: String
    do throws(FileTrouble) {
      sheet = try backstep.text(of: text, limit: LessonLimits.bytes)
    } catch {
      throw Refusal(error, in: text, .unusableFile)
    }
    return lines(of: sheet, in: text)
  }

  /// The lines that say something; a formula by itself stands before the `=`
  /// of the line below it.
  private func lines(of sheet: String, in file: String) -> [Line] {
    var lines: [Line] = []
    for (index, text) in sheet.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let text = String(text.drop(while: \.isWhitespace))
      guard !text.isEmpty, text.first != "#" else { continue }
      let place = StyledText("\(file):\(index + 1):\n", .dim)
      if text.hasPrefix("="), let last = lines.last, last.isFormula {
        lines[lines.count - 1] = Line(
          text: "\(last.text) \(text)", place: place)
      } else {
        lines.append(Line(text: text, place: place))
      }
    }
    return lines
  }
}

extension VerifyCommand.Line {
  /// Whether it is a formula, without `=` and without a command.
  fileprivate var isFormula: Bool {
    let word = String(text.prefix { !$0.isWhitespace })
    let isCommand = word.count > 1 && Command.named(word) != nil
    return !text.contains("=") && !isCommand
  }
}
