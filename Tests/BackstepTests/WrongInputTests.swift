import Foundation
import TestSupport
import Testing

/// Files and words that cannot be used: one clear error with a remedy, the
/// right exit code, and in bounded time.
@Suite(.serialized) struct WrongInputTests {
  let home: Home

  init() throws { home = try Home() }

  private func run(_ arguments: [String]) throws -> ProcessOutcome {
    try runProcess(home.backstep(arguments), within: 10)
  }

  /// One error and one remedy on standard error, and nothing else.
  private func expect(
    _ arguments: [String], _ code: Int, says words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try run(arguments)
    let errors = outcome.error.split(separator: "\n").filter {
      $0.contains("error: ")
    }
    #expect(outcome.exitCode == code, sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
    #expect(errors.count == 1, sourceLocation: sourceLocation)
    #expect(
      outcome.error.contains(words), "\(outcome.error)",
      sourceLocation: sourceLocation)
    #expect(
      outcome.error.contains("\ntry: "), "\(outcome.error)",
      sourceLocation: sourceLocation)
    let lines = outcome.error.split(separator: "\n")
    #expect(
      lines.allSatisfy { $0.count <= 200 }, sourceLocation: sourceLocation)
  }

  // MARK: Words

  @Test(arguments: [
    (["one-wieght"], "try: backstep one-weight"),
    (["last-layr"], "try: backstep last-layer"),
    (["lesons"], "try: backstep lessons"),
    (["evla"], "try: backstep eval"),
    (["zzzzzzzz"], "neither a lesson nor a command"),
    (["99"], "neither a lesson nor a command"),
    (["lesson.md"], "try: backstep run lesson.md"),
    (["xor.json"], "try: backstep trace xor.json"),
    (["--asci"], "'--ascii'"), (["--width", "5"], "--width 5"),
    (["--width", "x"], "width"), (["--digits", "0"], "--digits 0"),
    (["--color", "red"], "color"), (["one-weight", "relu"], "relu"),
    (["run"], "lesson or file"), (["run", "nowhere"], "nowhere"),
    (["trace"], "network"), (["eval"], "expression"),
    (["lint", "--frob"], "--frob"), (["one-weight", "-f", "nofile"], "nofile"),
    (["run", "one-weight#nowhere", "-c", "where"], "nowhere"),
    (["run", "2#joi", "-c", "where"], "try: backstep forks#join"),
    (["class", "forks#joi"], "try: backstep forks#join"),
    (["verify"], "equality|file"), (["train"], "network"),
  ])
  func commandLines(_ arguments: [String], _ words: String) throws {
    try expect(arguments, 2, says: words)
  }

  @Test func aCommandLineThatIsNotUTF8IsAnError() throws {
    let path = try Products.path(of: "backstep")
    let shell = Program(
      path: "/bin/bash", arguments: ["-c", "'\(path)' $'\\xff\\xfe'"],
      environment: ["HOME": home.folder.path])
    #expect(try runProcess(shell).exitCode == 2)
  }

  // MARK: Files

  static let commands = ["trace", "lint", "run"]
  private static let endings = ["trace": "json", "lint": "md", "run": "md"]

  private func name(_ command: String) -> String {
    "file." + (Self.endings[command] ?? "txt")
  }

  @Test(arguments: commands)
  func missing(command: String) throws {
    try expect([command, name(command)], 3, says: name(command))
  }

  @Test(arguments: commands)
  func folders(command: String) throws {
    try home.write("", to: name(command) + "/inner.txt")
    try expect([command, name(command)], 3, says: name(command))
  }

  @Test(arguments: commands)
  func empty(command: String) throws {
    try home.write("", to: name(command))
    try expect([command, name(command)], 3, says: name(command))
  }

  @Test(arguments: commands)
  func notUTF8(command: String) throws {
    try home.write(
      Data([0x23, 0x20, 0x41, 0xFF, 0xFE, 0x0A]), to: name(command))
    try expect([command, name(command)], 3, says: "UTF-8")
  }

  @Test(arguments: commands)
  func zeroBytes(command: String) throws {
    try home.write(Data(count: 3000), to: name(command))
    let outcome = try run([command, name(command)])
    #expect(outcome.exitCode == 3)
    #expect(outcome.error.contains("try: "))
  }

  @Test(arguments: commands)
  func tenMegabytes(command: String) throws {
    let line = "{ \"format\": 1, \"x\": [1, 2, 3] }\n"
    let text = String(repeating: line, count: 10_000_000 / line.utf8.count)
    try home.write(text, to: name(command))
    try expect([command, name(command)], 3, says: name(command))
  }

  @Test(arguments: commands)
  func endlessDevices(command: String) throws {
    guard command != "trace" else { return }
    try expect([command, "/dev/zero"], 3, says: "/dev/zero")
  }

  @Test(arguments: commands)
  func aHundredThousandDeep(command: String) throws {
    let depth = 100_000
    let open = String(repeating: "[", count: depth)
    let close = String(repeating: "]", count: depth)
    let text =
      command == "trace"
      ? "{ \"format\": 1, \"x\": \(open)1\(close) }"
      : "# A lesson\n\nNeeds nothing. Gives trouble.\n\n```show\n"
        + open + "1" + close + "\n```\n"
    try home.write(text, to: name(command))
    let outcome = try run([command, name(command)])
    #expect(outcome.exitCode == 3)
    #expect(outcome.error.contains("try: "))
    #expect(outcome.error.utf8.count < 4000)
  }

  @Test func aNetworkFileThatEndsTooSoon() throws {
    let whole = """
      { "format": 1, "layers": [1, 1], "activations": ["identity"],
        "cost": { "name": "half-squared-error", "reduction": "sum" },
        "W": [[[0.5]]], "b": [[0]], "x": [[3]], "y": [[6]] }
      """
    try home.write(whole, to: "whole.json")
    #expect(try run(["trace", "whole.json"]).exitCode == 0)
    for count in stride(from: 1, to: whole.count - 1, by: 7) {
      try home.write(String(whole.prefix(count)), to: "part.json")
      try expect(["trace", "part.json"], 3, says: "part.json")
    }
  }

  @Test func aNewerNetworkFile() throws {
    try home.write("{ \"format\": 2 }", to: "new.json")
    try expect(["trace", "new.json"], 3, says: "format 2")
  }

  @Test func everyFaultOfALessonHasItsPlace() throws {
    try home.write(
      "# A lesson\n\nNeeds nothing. Gives trouble.\n\n```shwo\n1\n```\n",
      to: "wrong.md")
    for command in ["run", "lint"] {
      let outcome = try run([command, "wrong.md"])
      #expect(outcome.exitCode == 3)
      #expect(outcome.error.hasPrefix("wrong.md:5:"))
    }
  }

  @Test func aLessonFileThatIsGoodRuns() throws {
    try home.write(
      """
      # A lesson

      Needs nothing. Gives a number. About 1 minute.

      ```show
      1 + 2
      ```

      """, to: "good.md")
    let outcome = try run(["run", "good.md", "-c", "next"])
    #expect(outcome.error == "")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("1 + 2 = 3"))
  }

  @Test(arguments: ["transcript kept.md", "quit", "again", "transc kept.md"])
  func aLessonAsksNothingOfTheWorld(line: String) throws {
    try home.write(
      """
      # A lesson

      Needs nothing. Gives trouble. About 1 minute.

      ```run
      \(line)
      ```

      """, to: "evil.md")
    let outcome = try run([
      "run", "evil.md", "-c", "next", "-c", "print 6*7",
    ])
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("a lesson looks and alters"))
    #expect(outcome.output.contains("= 42"))
    #expect(home.read(home.folder.path + "/kept.md") == nil)
  }

  @Test func scriptsThatCannotBeRead() throws {
    try home.write(Data([0x6E, 0xFF, 0x0A]), to: "bad")
    try expect(["one-weight", "-f", "bad"], 2, says: "UTF-8")
    try home.write(
      "next\n" + String(repeating: "1+", count: 600_000), to: "long")
    let outcome = try run(["one-weight", "-f", "long"])
    #expect(outcome.exitCode == 1)
  }
}
