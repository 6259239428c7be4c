import ArgumentParser

/// The tutor, and what can be asked of it from a shell.
@main
struct Backstep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backstep",
    abstract: "Backpropagation, one checked line at a time.",
    version: "0.1.0")
}
