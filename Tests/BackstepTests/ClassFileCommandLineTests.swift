import Foundation
import TestSupport
import Testing

/// Work that a teacher sets, and what comes back of it.
@Suite(.serialized) struct ClassFileCommandLineTests {
  let home: Home

  init() throws { home = try Home() }

  private func run(_ arguments: [String]) throws -> ProcessOutcome {
    try runProcess(home.backstep(arguments), within: 20)
  }

  private static let classFile = """
    { "format": 1, "title": "Week 3", "lessons": ["sigmoid", "one-weight"],
      "skip": false, "attemptsBeforeReveal": 1, "hints": 1 }
    """

  private func work(
    _ lines: [String], _ options: [String] = [], class file: String = classFile
  ) throws -> ProcessOutcome {
    try home.write(file, to: "class.json")
    return try run(
      ["--class", "class.json"] + options + lines.flatMap { ["-c", $0] })
  }

  @Test func theMapHasTheseLessonsInThisOrder() throws {
    let outcome = try work(["lessons"])
    #expect(outcome.exitCode == 0, "\(outcome.error)")
    let words = outcome.output.split { " \n".contains($0) }.map(String.init)
    let sigmoid = try #require(words.firstIndex(of: "sigmoid"))
    let weight = try #require(words.firstIndex(of: "one-weight"))
    #expect(sigmoid < weight)
    #expect(!words.contains("forks"))
    #expect(outcome.output.contains("Week 3"))
  }

  @Test func theRulesAreSaid() throws {
    let skip = try work(["continue", "skip"])
    #expect(skip.output.contains("class.json does not allow skip"))
    let reveal = try work(["continue", "reveal"])
    #expect(reveal.output.contains("class.json allows reveal after 1 attempt"))
    let hint = try work(["continue", "hint", "hint"], ["one-weight#slope"])
    #expect(hint.output.contains("hint 1 of 1"))
    #expect(hint.output.contains("class.json allows 1 hint"))
    for outcome in [skip, reveal, hint] { #expect(outcome.exitCode == 1) }
  }

  @Test func aLessonByItsNumberIsOneOfThese() throws {
    let outcome = try work(["where"], ["2"])
    #expect(outcome.output.contains("One weight"))
    let other = try work(["where"], ["forks"])
    #expect(other.exitCode == 2)
    #expect(other.error.contains("forks is none of the lessons of class.json"))
    #expect(other.error.contains("try: backstep --class class.json sigmoid"))
    let unknown = try work(["where"], ["sigmod"])
    #expect(unknown.error.contains("try: backstep --class class.json sigmoid"))
  }

  /// Whoever stood in another lesson stands in the first of the work, and
  /// finds the other place again without the class file.
  @Test func aVisitKeepsToTheWorkAndLosesNothing() throws {
    try home.write(Self.classFile, to: "class.json")
    func visit(_ arguments: [String], _ line: String) throws -> String {
      let terminal = try PseudoTerminal(home.backstep(arguments), rows: 60)
      for line in [line, "quit"] {
        try terminal.expect("> ")
        try terminal.send(line + "\r")
      }
      #expect(try terminal.waitForExit() == 0)
      return terminal.screen.text
    }
    _ = try visit(["forks"], "next 2")
    let shown = try visit(["--class", "class.json"], "open forks")
    #expect(shown.contains("You are in The sigmoid"))
    #expect(shown.contains("the class file class.json chose them"))
    #expect(home.read(home.progress)?.contains("at forks ") == true)
  }

  // MARK: Files that cannot be used

  @Test(arguments: [
    ("{ \"format\": 2, \"lessons\": [\"relu\"] }", "is of format 2", "newer"),
    (
      "{ \"format\": 1, \"lessons\": [\"relus\", \"sigmoid\"] }",
      "there is no lesson \"relus\"", "\"lessons\": [\"relu\", \"sigmoid\"]"
    ),
    (
      "{ \"format\": 1, \"lessons\": [\"qqqqqqq\"] }",
      "there is no lesson \"qqqqqqq\"", "backstep lessons lists them"
    ),
    (
      "{ \"format\": 1, \"lessons\": [\"sigmod\", \"tahn\"] }",
      "nor is there a lesson \"tahn\"", "[\"sigmoid\", \"tanh\"]"
    ),
    (
      "{ \"format\": 1, \"lessons\": [\"relu\", \"relu\"] }",
      "names the lesson \"relu\" twice", "\"lessons\": [\"relu\"]"
    ),
    (
      "{ \"format\": 1, \"lessons\": [\"relu\"], \"skips\": true }",
      "class.json: there is no key \"skips\"", "try: \"skip\""
    ),
    (
      "{ \"format\": 1, \"lessons\": [\"relu\" }", "is not JSON", "class.json:1"
    ),
    ("", "class.json is empty", "\"format\": 1"),
  ])
  func aFileThatCannotBeUsedIsRefused(
    _ text: String, _ words: String, _ more: String
  ) throws {
    let outcome = try work(["lessons"], class: text)
    #expect(outcome.exitCode == 3)
    #expect(outcome.output == "")
    #expect(outcome.error.contains(words), "\(outcome.error)")
    #expect(outcome.error.contains(more), "\(outcome.error)")
    #expect(outcome.error.contains("\ntry: "))
    #expect(outcome.error.components(separatedBy: "error: ").count == 2)
  }

  @Test func aFileThatIsNotThereIsRefused() throws {
    let outcome = try run(["--class", "nowhere.json"])
    #expect(outcome.exitCode == 3)
    #expect(outcome.error.contains("nowhere.json"))
  }

  // MARK: What comes back

  /// A learner at a terminal who answers wrongly, then rightly.
  private func learn() throws {
    let terminal = try PseudoTerminal(
      home.backstep(["one-weight"]), rows: 60)
    for line in ["goto slope", "continue"] {
      try terminal.expect("> ")
      try terminal.send(line + "\r")
    }
    for line in ["77", "hint", "skip", "quit"] {
      try terminal.expect("> ")
      try terminal.send(line + "\r")
    }
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func aReportHoldsWhatWasDoneAndNobodysName() throws {
    try learn()
    let outcome = try run(["progress", "--export", "mine.json"])
    #expect(outcome.exitCode == 0, "\(outcome.error)")
    let text = try #require(home.read(home.folder.path + "/mine.json"))
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(report.keys) == ["format", "lessons", "slips"])
    let lessons = try #require(report["lessons"] as? [[String: Any]])
    #expect(lessons.map { $0["lesson"] as? String } == ["one-weight"])
    let answers = try #require(lessons[0]["answers"] as? [[String: Any]])
    let answer = try #require(answers.first)
    #expect(answer["screen"] as? String == "one-weight#slope")
    #expect(answer["outcome"] as? String == "skipped")
    #expect(answer["attempts"] as? Int == 1)
    #expect(answer["hints"] as? Int == 1)
    #expect(answer["seconds"] is Int)
    #expect(!text.contains("/"))
    for name in ["USER", "LOGNAME", "HOSTNAME", "HOME"] {
      let value = ProcessInfo.processInfo.environment[name] ?? ""
      #expect(value.count < 3 || !text.contains(value))
    }
    #expect(!text.contains(home.folder.path))
  }

  @Test func aSessionWritesTheSameReport() throws {
    let outcome = try run([
      "run", "one-weight", "-c", "continue", "-c", "set w1 = 2",
      "-c", "progress --export mine.json",
    ])
    #expect(outcome.exitCode == 0, "\(outcome.error)")
    #expect(outcome.output.contains("Saved in mine.json"))
    let table = try run(["progress", "mine.json"])
    #expect(table.output.contains("mine"))
    #expect(table.output.contains("1 learner."))
  }

  @Test func nothingElseIsWrittenOver() throws {
    try home.write("precious", to: "mine.json")
    let shell = try run(["progress", "--export", "mine.json"])
    #expect(shell.exitCode == 2)
    #expect(shell.error.contains("mine.json holds something else"))
    let session = try run([
      "run", "one-weight", "-c", "progress --export mine.json",
    ])
    #expect(session.exitCode == 1)
    #expect(home.read(home.folder.path + "/mine.json") == "precious")
    #expect(try run(["progress", "--export", "no/such.json"]).exitCode == 1)
  }

  @Test func aRecordThatIsNotOursIsNotHandedOnAsEmpty() throws {
    try home.write(
      "backstep progress 999\n", to: "state/backstep/progress")
    let outcome = try run(["progress", "--export", "mine.json"])
    #expect(outcome.exitCode == 3)
    #expect(outcome.error.contains("format 999"))
    #expect(home.read(home.folder.path + "/mine.json") == nil)
  }

  @Test func whatIsNoReportIsNamedWithItsFile() throws {
    try home.write("{ \"format\": 1, \"lessons\": [] }", to: "anna.json")
    let outcome = try run(["progress", "anna.json"])
    #expect(outcome.exitCode == 3)
    #expect(outcome.error.contains("anna.json: the key \"slips\" is missing"))
    #expect(outcome.error.contains("try: backstep progress --export"))
    #expect(try run(["progress", "nobody.json"]).exitCode == 3)
    #expect(
      try run(["progress", "--export", "a.json", "b.json"]).exitCode == 2)
  }

  @Test func withoutFilesItShowsOnesOwn() throws {
    try learn()
    let outcome = try run(["progress"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("one-weight"))
    #expect(outcome.output.contains("skipped"))
  }
}
