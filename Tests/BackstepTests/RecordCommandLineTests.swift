import Foundation
import TestSupport
import Testing

/// What is kept of a session in a file while it goes on.
@Suite(.serialized) struct RecordCommandLineTests {
  let home: Home

  init() throws { home = try Home() }

  private func run(_ arguments: [String]) throws -> ProcessOutcome {
    try runProcess(home.backstep(arguments))
  }

  /// Answers lines in a lesson.
  private func answer(
    _ lines: [String], _ options: [String] = []
  ) throws -> ProcessOutcome {
    try run(["run", "one-weight"] + options + lines.flatMap { ["-c", $0] })
  }

  private func kept(_ name: String) throws -> String {
    try #require(home.read(home.folder.path + "/" + name))
  }

  // MARK: Transcripts

  @Test func aTranscriptHasTheNameOfEachScreen() throws {
    let outcome = try answer([
      "transcript notes.md", "next", "set w1 = 1", "goto slope", "new",
      "2 + 2", "transcript off", "open one-weight", "set w1 = 5",
    ])
    #expect(outcome.exitCode == 0)
    let notes = try kept("notes.md")
    let headings = notes.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings.first == "# A session with backstep")
    #expect(
      headings.dropFirst().first?.hasSuffix("(`one-weight#one-weight`)") == true
    )
    #expect(headings.contains { $0.hasSuffix("(`one-weight#slope`)") })
    #expect(headings.last == "## Beside the lessons")
    #expect(headings.count == 4)
    #expect(notes.contains("> set w1 = 1\n"))
    #expect(!notes.contains("transcript"))
    #expect(!notes.contains("w1 = 5"))
    let fences = notes.split(separator: "\n").filter { $0.hasPrefix("```") }
    #expect(fences.count.isMultiple(of: 2) && !fences.isEmpty)
  }

  /// Each name that stands in it opens its screen.
  @Test func theNamesInATranscriptOpenTheirScreens() throws {
    _ = try answer(["transcript notes.md", "goto slope", "goto 5"])
    let notes = try kept("notes.md")
    let names = notes.split(separator: "\n").filter { $0.hasPrefix("## ") }
      .compactMap { $0.split(separator: "`").dropFirst().first }
    #expect(names.count == 2)
    for name in names {
      #expect(try run(["run", String(name), "-c", "where"]).exitCode == 0)
    }
  }

  @Test func aTranscriptGoesOnBelowWhatIsThere() throws {
    try home.write("My notes.\n", to: "notes.md")
    _ = try answer(["transcript notes.md", "next"])
    #expect(try kept("notes.md").hasPrefix("My notes.\n\n# A session"))
  }

  // MARK: Scripts

  private static let demo = [
    "next", "set w1 = 1", "why C", "bogus word", "goto slope", "next 2",
    "print [1 2\n3 4]", "let k = 3",
  ]

  /// What is typed again comes to the same, without what was refused.
  @Test func aScriptDoesAllAgain() throws {
    let first = try answer(
      ["record demo.txt"] + Self.demo
        + ["record off", "where", "print k*w1", "diff"])
    let again = try run([
      "run", "one-weight", "-f", "demo.txt", "-c", "where",
    ])
    #expect(again.exitCode == 0)
    #expect(!(try kept("demo.txt").contains("bogus")))
    try home.write(
      try kept("demo.txt") + "where\nprint k*w1\ndiff\n", to: "more.txt")
    let more = try run(["run", "one-weight", "-f", "more.txt"])
    let end = more.output.components(separatedBy: "\n").suffix(8)
    #expect(
      Array(end) == Array(first.output.components(separatedBy: "\n").suffix(8)))
  }

  @Test func aScriptHoldsTheLinesAndNothingThatWouldEndIt() throws {
    let terminal = try PseudoTerminal(home.backstep(["one-weight"]))
    let lines = [
      "record demo.txt", "", "set w1 = 1", "transcript notes.md", "",
      "transcript off", "quit",
    ]
    for line in lines {
      try terminal.expect("> ")
      try terminal.send(line + "\r")
    }
    #expect(try terminal.waitForExit() == 0)
    let script = try kept("demo.txt").split(separator: "\n")
    #expect(script.first?.hasPrefix("# A script of backstep") == true)
    #expect(
      script.filter { !$0.hasPrefix("#") } == [
        "open one-weight#one-weight", "next", "set w1 = 1", "next",
      ])
  }

  @Test func aScriptFromTheMiddleOpensItsScreen() throws {
    _ = try answer(["goto slope", "record demo.txt", "next", "goto 5"])
    let script = try kept("demo.txt").split(separator: "\n")
    #expect(script[1] == "# Begun at one-weight#slope, piece 1.")
    #expect(script[2] == "open one-weight#slope")
    #expect(script[3] == "next")
    #expect(script[4] == "goto 5")
    #expect(script.last?.hasPrefix("# one-weight#") == true)
    let again = try run(["run", "one-weight", "-f", "demo.txt"])
    #expect(again.exitCode == 0)
  }

  @Test func whatIsThereIsNotWrittenOver() throws {
    try home.write("precious\n", to: "demo.txt")
    for word in ["record", "record --cast"] {
      let outcome = try answer(["\(word) demo.txt", "print 6*7"])
      #expect(outcome.exitCode == 1)
      #expect(outcome.error.contains("\(word) demo-2.txt"), "\(outcome.error)")
      #expect(outcome.output.contains("= 42"))
    }
    #expect(try kept("demo.txt") == "precious\n")
  }

  @Test func offWithoutARecordIsSaid() throws {
    let outcome = try answer(["record off", "transcript off"])
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output.components(separatedBy: "Nothing is being kept").count
        == 3)
  }

  // MARK: Casts

  /// The events of a cast, after its head.
  private func events(of text: String) throws -> [(Double, String, String)] {
    try text.split(separator: "\n").dropFirst().map { line in
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let parts = try #require(event as? [Any])
      #expect(parts.count == 3)
      return (
        try #require(parts[0] as? Double), try #require(parts[1] as? String),
        try #require(parts[2] as? String)
      )
    }
  }

  @Test func aCastShowsWhatWasShown() throws {
    let outcome = try answer(
      ["record --cast demo.cast", "set w1 = 1", "goto slope", "record off"],
      ["--echo"])
    let text = try kept("demo.cast")
    let line = text.split(separator: "\n").first ?? ""
    let head = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(head["version"] as? Int == 2)
    #expect(head["width"] as? Int == 80)
    #expect(head["height"] as? Int == 24)
    #expect(Set(head.keys) == ["version", "width", "height", "title"])
    let events = try events(of: text)
    #expect(events.map(\.0) == events.map(\.0).sorted())
    #expect(Set(events.map(\.1)) == ["m", "o"])
    #expect(
      events.filter { $0.1 == "m" }.map(\.2)
        == ["one-weight#one-weight", "one-weight#slope"])
    let shown = events.filter { $0.1 == "o" }.map(\.2).joined()
      .replacingOccurrences(of: "\r\n", with: "\n")
    // All that stood on the screen between the two lines about it.
    let screen = outcome.output
    let start = try #require(screen.range(of: "one-weight 1/13 > set w1 = 1"))
    let end = try #require(
      screen.range(of: "record off", range: start.upperBound..<screen.endIndex))
    #expect(screen[start.lowerBound..<end.lowerBound].hasPrefix(shown))
    #expect(shown.contains("> goto slope\n"))
    #expect(!shown.contains("record"))
  }

  @Test func aCastOfATerminalHasItsColoursAndItsTimes() throws {
    let terminal = try PseudoTerminal(
      home.backstep(["one-weight"]), columns: 60, rows: 18)
    for line in ["record --cast demo.cast", "set w1 = 1", "quit"] {
      try terminal.expect("> ")
      try terminal.send(line + "\r")
    }
    #expect(try terminal.waitForExit() == 0)
    let text = try kept("demo.cast")
    #expect(text.hasPrefix("{\"version\": 2, \"width\": 60, \"height\": 18,"))
    let events = try events(of: text)
    #expect(events.contains { $0.2.contains("\u{1B}[1;35m") })
    #expect(try #require(events.last).0 > 0)
    let letters = events.filter { $0.2.count == 1 }
    #expect(letters.prefix(10).map(\.2).joined() == "set w1 = 1")
    #expect(Set(letters.prefix(10).map(\.0)).count == 10)
  }

  // MARK: Disks that are full

  @Test(arguments: ["record", "record --cast", "transcript"])
  func aDiskThatIsFullFromTheStartIsSaid(_ word: String) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try answer(["\(word) /dev/full", "print 6*7", "print 6*8"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.error.contains("cannot be written: /dev/full: No space"))
    #expect(outcome.output.contains("= 42"))
    #expect(outcome.output.contains("= 48"))
  }

  /// The record ends, whole as far as it goes; the session does not.
  @Test(arguments: ["record", "record --cast", "transcript"])
  func aDiskThatFillsUpEndsTheRecordAndNothingElse(_ word: String) throws {
    let lines = (1...400).map { "print \($0)*w1" }
    try home.write(
      "\(word) kept\n" + lines.joined(separator: "\n") + "\nprint 6*7\n",
      to: "lines.txt")
    let path = try Products.path(of: "backstep")
    // A file may have 2048 bytes, and the signal that would end the program
    // is left out, as on a full disk.
    let shell = Program(
      path: "/bin/bash",
      arguments: [
        "-c",
        "trap '' XFSZ; ulimit -f 2; exec '\(path)' run one-weight -f lines.txt",
      ],
      environment: ["HOME": home.folder.path], folder: home.folder.path)
    let outcome = try runProcess(shell)
    #expect(
      outcome.output.contains("6·7 = 42") || outcome.output.contains("= 42"))
    let said = outcome.error.components(separatedBy: "in kept ends here").count
    #expect(said == 2, "\(outcome.error)")
    let text = try kept("kept")
    #expect(text.hasSuffix("\n") && text.utf8.count <= 2048)
    #expect(text.utf8.count > 500)
    switch word {
    case "record":
      #expect(text.split(separator: "\n").last?.hasSuffix("*w1") == true)
    case "transcript": #expect(text.hasSuffix("```\n"))
    default: #expect(try !events(of: text).isEmpty)
    }
  }
}
