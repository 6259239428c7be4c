import ArgumentParser
import Terminal

/// `backstep manual`: the manual page, for those who make packages.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Write the manual page, as man(1) reads it.",
    shouldDisplay: false)

  func run() throws {
    try Output.standard.write(ManualPage().text)
  }
}
