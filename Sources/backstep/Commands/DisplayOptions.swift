import ArgumentParser
import Terminal

/// How everything is shown; the same for every command.
struct DisplayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Colours: auto, always or never. NO_COLOR switches them off, too.",
      valueName: "when"))
  var color: ColorChoice = .auto

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  @Flag(help: "No drawings: facts in words, for a screen reader.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Columns to write in, 20 or more. The terminal says otherwise.",
      valueName: "columns"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "Significant digits of numbers, 1 to 17; 4 at first.",
      valueName: "count"))
  var digits: Int?

  func validate() throws {
    if let width, !(20...10_000).contains(width) {
      throw ValidationError("--width \(width) is not between 20 and 10000")
    }
    if let digits, !(1...17).contains(digits) {
      throw ValidationError("--digits \(digits) is not between 1 and 17")
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}
