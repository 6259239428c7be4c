import ArgumentParser

/// Where lines come from if nobody types them.
struct ScriptOptions: ParsableArguments {
  @Option(
    name: [.customShort("c"), .customLong("command")],
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Answer this line and leave; may be given again.", valueName: "line"))
  var commands: [String] = []

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "Answer the lines of this file and leave; - is standard input.",
      valueName: "script"),
    completion: .file())
  var files: [String] = []

  @Flag(help: "Stop a script at the first line that fails.")
  var bail = false

  @Flag(help: "Read lines as they come, without editing keys.")
  var noEdit = false

  var script: Script {
    Script(lines: commands, files: files, bails: bail)
  }

  /// Whether there is a script on the command line.
  var isGiven: Bool { !script.isEmpty }
}
