import Teaching
import Testing

@testable import backstep

/// The manual page, and the form in which man reads it.
@Suite struct ManualTests {
  let page: String

  init() throws { page = try ManualPage().text }

  /// What a reader sees, without macros and with every character as written.
  private var shown: [String] {
    page.split(separator: "\n").map { line in
      let words = line.hasPrefix(".") ? line.drop { $0 != " " } : line
      return Self.unescaped(String(words))
    }
  }

  private static func unescaped(_ text: String) -> String {
    let written = [
      ("\\&", ""), ("\"", ""), ("\\-", "-"), ("\\(aq", "'"), ("\\(ga", "`"),
      ("\\(ha", "^"), ("\\(ti", "~"), ("\\(dq", "\""), ("\\e", "\\"),
    ]
    let trimmed = String(text.drop { $0 == " " })
    return written.reduce(trimmed) { $0.replacing($1.0, with: $1.1) }
  }

  @Test func everyCommandAndItsArgumentsStandThere() throws {
    let lines = Set(shown)
    let commands = Backstep.configuration.subcommands.filter {
      $0.configuration.shouldDisplay
    }
    #expect(commands.count > 9)
    for command in commands {
      #expect(lines.contains(command.configuration.abstract))
      for argument in try HelpArgument.all(of: command) {
        #expect(lines.contains(argument.usage))
        #expect(lines.contains(argument.meaning))
      }
    }
  }

  @Test func helpAndManualSayTheSame() {
    let lines = Set(shown)
    let all =
      [Backstep.configuration]
      + Backstep.configuration.subcommands.map { $0.configuration }
    for configuration in all where configuration.shouldDisplay {
      for line in Roff.lines(of: configuration.discussion) where !line.isEmpty {
        #expect(lines.contains(String(line.drop { $0 == " " })))
      }
    }
  }

  @Test func everyWordOfTheTutorStandsThere() {
    let lines = Set(shown)
    for command in Command.all {
      #expect(lines.contains(command.usage))
      #expect(lines.contains(command.summary))
    }
  }

  /// A common option is told once.
  @Test func commonOptionsAreToldOnce() {
    #expect(shown.filter { $0 == "--color <when>" }.count == 1)
  }

  @Test func noLineIsTakenForARequest() {
    let known: Set = ["TH", "SH", "SS", "PP", "TP", "B", "nf", "fi"]
    for line in page.split(separator: "\n")
    where line.hasPrefix(".") || line.hasPrefix("'") {
      let name = line.dropFirst().prefix { $0 != " " }
      #expect(known.contains(String(name)), "\(line)")
    }
    #expect(Roff.line(".5 is a number") == "\\&.5 is a number")
    #expect(Roff.line("'2 -> 1'") == "\\(aq2 \\-> 1\\(aq")
  }

  @Test func theSamePageIsWrittenEachTime() throws {
    #expect(try ManualPage().text == page)
  }

  /// Those who make packages know it; a learner need not.
  @Test func theCommandItselfIsNotListed() {
    #expect(!Backstep.helpMessage().contains("manual"))
    #expect(!shown.contains { $0.contains("manual page") })
  }
}
