import Foundation
import TestSupport
import Testing

/// A lesson in front of a class, with the keys of a clicker.
@Suite(.serialized) struct ClassTests {
  let home: Home

  init() throws { home = try Home() }

  private static let pageDown = "\u{1B}[6~"
  private static let pageUp = "\u{1B}[5~"
  private static let right = "\u{1B}[C"
  private static let left = "\u{1B}[D"

  private func room(
    _ arguments: [String] = ["hidden-layer"], columns: Int = 60, rows: Int = 18
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      home.backstep(["class"] + arguments), columns: columns, rows: rows)
    try shows(terminal, "1/12", prompt: "hidden-layer 1/12 >")
    return terminal
  }

  /// Waits until the window has a text, and the cursor stands behind a
  /// prompt.
  private func shows(
    _ terminal: PseudoTerminal, _ text: String, prompt: String
  ) throws {
    try terminal.waitForScreen("\(text) and \(prompt)") {
      $0.text.contains(text) && $0.currentLine == prompt
    }
    try terminal.waitUntilRaw()
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test(arguments: [(60, 18), (80, 24)])
  func aClickerGoesForwardsAndBackwards(window: (Int, Int)) throws {
    let terminal = try room(columns: window.0, rows: window.1)
    #expect(terminal.screen.lines.first?.contains("hidden-layer#") ?? false)
    try terminal.send(Self.pageDown)
    try shows(terminal, "hidden-layer#no-target", prompt: "hidden-layer 2/12 >")
    #expect(!terminal.screen.text.contains("1/12"))
    try terminal.send(Self.right)
    try shows(terminal, "hidden-layer#roads", prompt: "hidden-layer 3/12 >")
    try terminal.send(Self.pageUp)
    try shows(terminal, "hidden-layer#no-target", prompt: "hidden-layer 2/12 >")
    try terminal.send(Self.left)
    try shows(terminal, "W₁", prompt: "hidden-layer 1/12 >")
  }

  /// On a line that is not empty the arrows move the cursor, and a full stop
  /// is one.
  @Test func keysDoOnALineWhatTheyAlwaysDo() throws {
    let terminal = try room()
    try terminal.send(
      "1.5+" + Self.left + Self.left + "0" + Self.right + Self.right)
    try terminal.waitForScreen("a line with its cursor moved") {
      $0.currentLine == "hidden-layer 1/12 > 1.05+"
    }
    try terminal.send("1\r")
    try shows(terminal, "2.05", prompt: "hidden-layer 1/12 >")
  }

  @Test func questionsAreNotPassedByAKey() throws {
    let terminal = try PseudoTerminal(
      home.backstep(["class", "one-weight#best"]), columns: 60, rows: 18)
    var presses = 0
    while !terminal.screen.currentLine.hasPrefix("answer>"), presses < 12 {
      presses += 1
      try terminal.waitForScreen("a prompt") { $0.currentLine.hasSuffix(">") }
      try terminal.waitUntilRaw()
      try terminal.send(Self.pageDown)
      try terminal.waitUntilRaw()
      try terminal.waitForScreen("a prompt") { $0.currentLine.hasSuffix(">") }
    }
    let asked = terminal.screen.text
    try terminal.send(Self.pageDown)
    try shows(terminal, "hint, reveal and skip help", prompt: "answer>")
    #expect(
      terminal.screen.lines.first
        == asked.split(separator: "\n").first.map(String.init))
  }

  @Test func aFullStopBlanksTheWindow() throws {
    let terminal = try room()
    try terminal.send(".")
    try terminal.waitForScreen("nothing") { $0.lines.isEmpty }
    try terminal.waitUntilRaw()
    try terminal.send(".")
    try shows(terminal, "1/12", prompt: "hidden-layer 1/12 >")
  }

  /// A cast shows the window as the class saw it, and nothing while it was
  /// blank.
  @Test func aCastKeepsTheWindow() throws {
    let terminal = try room()
    try terminal.send("record --cast demo.cast\r")
    try shows(terminal, "demo.cast", prompt: "hidden-layer 1/12 >")
    try terminal.send(Self.pageDown)
    try shows(terminal, "no-target", prompt: "hidden-layer 2/12 >")
    try terminal.send(".")
    try terminal.waitForScreen("nothing") { $0.lines.isEmpty }
    try terminal.waitUntilRaw()
    #expect(try window(of: "demo.cast").lines.isEmpty)
    try terminal.send(".")
    try shows(terminal, "no-target", prompt: "hidden-layer 2/12 >")
    try terminal.send("W1\r")
    try shows(terminal, "0.975", prompt: "hidden-layer 2/12 >")
    #expect(
      try window(of: "demo.cast").lines
        == Array(terminal.screen.lines.dropLast()))
  }

  /// What a player shows at the end of a cast.
  private func window(of cast: String) throws -> Screen {
    let text = try #require(home.read(home.folder.path + "/" + cast))
    var screen = Screen(columns: 60, rows: 18)
    for line in text.split(separator: "\n").dropFirst() {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let parts = try #require(event as? [Any])
      if parts[1] as? String == "o" {
        screen.take(try #require(parts[2] as? String))
      }
    }
    return screen
  }

  @Test func alterationsAreMarkedAndResetAllBeginsAgain() throws {
    let terminal = try room(columns: 80, rows: 24)
    try terminal.send("set W1[1,1] = 2\r")
    try shows(terminal, "altered: W1[1,1]", prompt: "hidden-layer 1/12 >")
    #expect(terminal.screen.text.contains("*"))
    try terminal.send(Self.pageDown)
    try shows(terminal, "no-target", prompt: "hidden-layer 2/12 >")
    try terminal.send("reset all\r")
    try shows(terminal, "0.970", prompt: "hidden-layer 1/12 >")
    #expect(!terminal.screen.text.contains("altered"))
    try terminal.send("quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(home.read(home.progress) == nil)
    #expect(home.read(home.history) == nil)
  }

  @Test func aScriptIsOfferedLineByLineAndTakenBack() throws {
    try home.write(
      "# a demo\n\nset W1[1,1] = 2\nnext\nset W9 = 1\nnext\n",
      to: "demo.txt")
    let terminal = try room(
      ["hidden-layer", "--script", "demo.txt"], columns: 80, rows: 24)
    try terminal.send("\r")
    try shows(
      terminal, "1/12", prompt: "hidden-layer 1/12 > set W1[1,1] = 2")
    // The line can be altered.
    try terminal.send("5\r")
    try shows(terminal, "25", prompt: "hidden-layer 1/12 >")
    // What is typed between takes no line away.
    try terminal.send("y\r")
    try shows(terminal, "2×1", prompt: "hidden-layer 1/12 >")
    try terminal.send(Self.pageDown)
    try shows(terminal, "altered", prompt: "hidden-layer 1/12 > next")
    try terminal.send(Self.pageDown)
    try shows(terminal, "no-target", prompt: "hidden-layer 2/12 >")
    try terminal.send(Self.pageUp)
    try shows(terminal, "altered", prompt: "hidden-layer 1/12 >")
    try terminal.send(Self.pageUp)
    try shows(terminal, "0.970", prompt: "hidden-layer 1/12 >")
    #expect(!terminal.screen.text.contains("altered"))
    try terminal.send("\r")
    try shows(
      terminal, "1/12", prompt: "hidden-layer 1/12 > set W1[1,1] = 2")
  }

  @Test func aScriptThatFailsStopsAndKeepsTheSession() throws {
    try home.write("set W9 = 1\nnext\n", to: "demo.txt")
    let terminal = try room(["hidden-layer", "--script", "demo.txt"])
    try terminal.send("\r")
    try shows(terminal, "1/12", prompt: "hidden-layer 1/12 > set W9 = 1")
    try terminal.send("\r")
    try shows(terminal, "demo.txt:1", prompt: "hidden-layer 1/12 >")
    #expect(terminal.screen.text.contains("W9"))
    try terminal.send(Self.pageDown)
    try shows(terminal, "no-target", prompt: "hidden-layer 2/12 >")
  }

  @Test func aDemoPlaysByItselfUntilAKeyHoldsIt() throws {
    let terminal = try PseudoTerminal(
      home.backstep(["class", "hidden-layer", "--pace", "1"]), columns: 60,
      rows: 18)
    try terminal.waitForScreen("the second screen") {
      $0.text.contains("no-target")
    }
    try terminal.send("x")
    try terminal.waitForScreen("a key typed") { $0.currentLine.hasSuffix("x") }
    try terminal.send("\u{15}y\r")
    try shows(terminal, "2×1", prompt: "hidden-layer 2/12 >")
    try terminal.send("\r")
    for screen in ["#roads", "#unit-2"] {
      try terminal.waitForScreen("the screen \(screen)") {
        $0.text.contains(screen)
      }
    }
  }

  @Test(arguments: [
    (["class"], "missing"), (["class", "hidden-leyer"], "hidden-layer"),
    (["class", "hidden-layer", "--pace", "0"], "--pace 0"),
    (["class", "hidden-layer", "--script", "no.txt"], "no.txt"),
    (["class", "hidden-layer#rods"], "roads"),
  ])
  func whatCannotBeShownIsRefused(arguments: [String], says: String) throws {
    let run = try runProcess(home.backstep(arguments))
    #expect(run.exitCode == 2)
    #expect((run.error + run.output).lowercased().contains(says))
  }

  /// A lesson begun in its middle begins there again.
  @Test func resetAllGoesBackToTheScreenThatWasAskedFor() throws {
    let run = try runProcess(
      home.backstep(["class", "hidden-layer#roads"]),
      input: "set W1[1,1] = 2\n\n\nreset all\n")
    #expect(run.exitCode == 0)
    let last = run.output.split(separator: "hidden-layer#roads").last ?? ""
    #expect(last.contains("-1.25"))
    #expect(!last.contains("altered"))
  }

  /// Where no line is edited Enter runs the next one of the script.
  @Test func scriptsRunWithoutATerminal() throws {
    try home.write("next\nset W1[1,1] = 2\n", to: "demo.txt")
    let run = try runProcess(
      home.backstep(["class", "hidden-layer", "--script", "demo.txt"]),
      input: "\n\nback\n")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("hidden-layer#no-target"))
    #expect(run.output.contains("altered: W1[1,1]") == false)
    #expect(run.output.contains("W1[1,1]"))
  }

  /// Without a terminal pieces follow each other as they come.
  @Test func linesCanBePiped() throws {
    let run = try runProcess(
      home.backstep(["class", "hidden-layer"]),
      input: "\n\nset W1[1,1] = 2\nback\n")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("hidden-layer#no-target"))
    #expect(!run.output.contains("\u{1B}"))
  }
}
