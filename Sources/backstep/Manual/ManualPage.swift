import ArgumentParser
import Teaching

/// The manual page: what the commands themselves say, in the order of man.
///
/// Nothing is worded here, so that help and manual cannot differ.
struct ManualPage {
  private var roff = Roff()
  private let common: [HelpArgument]

  var text: String { roff.text }

  init() throws {
    common = try HelpArgument.all(of: Backstep.self)
    writeHead()
    roff.section("OPTIONS")
    write(common)
    roff.section("COMMANDS")
    for command in Backstep.configuration.subcommands
    where command.configuration.shouldDisplay {
      try write(command)
    }
    roff.section("AT THE PROMPT")
    for group in Teaching.Command.Group.allCases { write(group) }
  }

  private mutating func writeHead() {
    let root = Backstep.configuration
    let name = root.commandName ?? ""
    // No date: the same program has the same page on every day.
    roff.macro(
      "TH", name.uppercased(), "1", "\"\"",
      Roff.quoted("\(name) \(root.version)"))
    roff.section("NAME")
    roff.name(name, root.abstract)
    roff.section("SYNOPSIS")
    roff.layOut(Roff.lines(of: root.usage ?? name))
    roff.section("DESCRIPTION")
    roff.paragraphs(root.discussion)
  }

  /// A command, without the options that are common to all.
  private mutating func write(_ command: ParsableCommand.Type) throws {
    let arguments = try HelpArgument.all(of: command)
    let words =
      [command.configuration.commandName ?? ""] + arguments.compactMap(\.place)
    roff.subsection(words.joined(separator: " "))
    roff.paragraphs(command.configuration.abstract)
    roff.paragraphs(command.configuration.discussion)
    write(arguments.filter { !common.contains($0) })
  }

  private mutating func write(_ arguments: [HelpArgument]) {
    for argument in arguments { roff.item(argument.usage, argument.meaning) }
  }

  /// What is typed in a session.
  private mutating func write(_ group: Teaching.Command.Group) {
    roff.subsection(group.rawValue)
    for command in Teaching.Command.all where command.group == group {
      roff.item(command.usage, command.summary)
    }
  }
}
