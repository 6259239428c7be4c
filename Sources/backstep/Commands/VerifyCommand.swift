import ArgumentParser
import Presentation
import Teaching

/// `backstep verify FILE` or `'LEFT = RIGHT'`: what the verifier says.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether both sides of an equality are equal.",
    discussion: """
      For example: backstep verify 'D(x^3, x) = 3x^2'. Names that are not \
      given stand for any number; --given 'A: n×m, B: m×p' declares matrices. \
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
    let lines = try lines()
    var session = Session(library: LessonLibrary([]), page: display.page)
    var isGood = true
    for line in ["new"] + given.map({ "given \($0)" }) + lines {
      let known = session.judgedLines.count
      let reply = session.reply(to: line)
      isGood = isGood && !reply.failed
      let judged = session.judgedLines.dropFirst(known)
      if json, !judged.isEmpty || !reply.failed {
        try display.show(StyledText(judged.map(\.json).joined(separator: "\n")))
      } else if reply.failed, judged.isEmpty {
        try Display.error.show(reply.text)
      } else if !judged.isEmpty {
        try display.show(reply.text)
      }
    }
    if !isGood { throw ExitStatus.failed }
  }

  /// The lines of the file, or the one equality.
  private func lines() throws -> [String] {
    let text = words.joined(separator: " ")
    guard words.count == 1, !text.contains("=") else {
      return ["verify \(text)"]
    }
    let sheet: String
    do throws(FileTrouble) {
      sheet = try backstep.text(of: text, limit: LessonLimits.bytes)
    } catch {
      throw Refusal(error, in: text, .unusableFile)
    }
    return sheet.split(separator: "\n").map(String.init).filter {
      !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("#")
    }
  }
}
