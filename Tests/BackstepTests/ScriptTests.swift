import Foundation
import TestSupport
import Testing

/// Without a terminal: scripts, pipes and exit codes.
@Suite(.serialized) struct ScriptTests {
  let home: Home

  init() throws { home = try Home() }

  private func run(
    _ arguments: [String], input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> ProcessOutcome {
    let program = try home.backstep(arguments, environment: environment)
    return try runProcess(program, input: input.map { Array($0.utf8) })
  }

  @Test func aFileIsOpenedAtAScreen() throws {
    try home.write(
      """
      # Small

      Needs nothing. Gives a square. About 1 minute.

      ```worksheet
      w = 2     parameter
      C = w^2   cost
      ```

      A square.

      ## Its slope {#slope}

      The slope is `2w`.
      """, to: "small.md")
    let there = try run(["run", "small.md#slope", "-c", "where"])
    #expect(there.exitCode == 0)
    #expect(there.output.contains("(slope)"), "\(there.output)")
    let shown = try run(["class", "small.md#slope"], input: "")
    #expect(shown.output.contains("small#slope"))
    let typo = try run(["run", "small.md#slop", "-c", "where"])
    #expect(typo.exitCode == 2)
    #expect(typo.error.contains("its screens are small, slope"))
    #expect(typo.error.contains("try: backstep run small.md#slope"))
  }

  @Test(arguments: [nil, "", "\n \n\n"])
  func nothingToReadShowsTheFirstScreenAndTheLessons(
    input: String?
  ) throws {
    let outcome = try run([], input: input)
    #expect(outcome.exitCode == 0)
    #expect(outcome.error == "")
    #expect(outcome.output.contains("Enter begins lesson 1"))
    #expect(outcome.output.contains("hidden-layer"))
    #expect(!outcome.output.contains(" > "))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(home.read(home.progress) == nil)
  }

  @Test func noDescriptorsAtAllAreNoReasonToFail() throws {
    let path = try Products.path(of: "backstep")
    for closed in ["<&-", "<&- >&-", "<&- >&- 2>&-"] {
      let shell = Program(
        path: "/bin/sh", arguments: ["-c", "exec '\(path)' \(closed)"])
      #expect(try runProcess(shell).exitCode == 0)
    }
  }

  @Test func onlyRepliesAreShown() throws {
    let outcome = try run(
      ["run", "one-weight"],
      input: "# a comment\n\nset w1 = 1\n\n  print 5*w1\n")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasSuffix("   5w₁ = 5\n"))
    #expect(!outcome.output.contains("print"))
    #expect(outcome.error == "")
  }

  @Test func echoShowsThePromptAndTheLine() throws {
    let outcome = try run(
      ["run", "one-weight", "--echo", "-c", "print 5*w1"])
    #expect(
      outcome.output == "one-weight 1/13 > print 5*w1\n   5w₁ = 2.5\n")
  }

  @Test func commandsComeBeforeFilesAndThenNothing() throws {
    try home.write("print 2*w1\n", to: "script")
    let outcome = try run(
      ["one-weight", "-f", "script", "-c", "set w1 = 3"],
      input: "print 1000*w1\n")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasSuffix("   2w₁ = 6\n"))
    #expect(!outcome.output.contains("3000"))
  }

  @Test func aFailureIsAnExitCodeAndBailStopsThere() throws {
    let lines = ["-c", "bogus", "-c", "print 5*w1"]
    let all = try run(["run", "one-weight"] + lines)
    #expect(all.exitCode == 1)
    #expect(all.output.contains("= 2.5"))
    let bailed = try run(["run", "one-weight", "--bail"] + lines)
    #expect(bailed.exitCode == 1)
    #expect(!bailed.output.contains("= 2.5"))
  }

  @Test func aWrongAnswerIsAnExitCode() throws {
    let right = try run([
      "run", "one-weight", "-c", "continue", "-c", "set w1 = 2",
    ])
    #expect(right.exitCode == 0)
    let wrong = try run([
      "run", "one-weight#slope", "-c", "continue", "-c", "77",
    ])
    #expect(wrong.exitCode == 1)
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let path = try Products.path(of: "backstep")
    let shell = Program(
      path: "/bin/bash",
      arguments: [
        "-c",
        "'\(path)' run one-weight -c help -c lessons -c list | head -n 1; "
          + "echo ${PIPESTATUS[0]}",
      ],
      environment: ["HOME": home.folder.path])
    let outcome = try runProcess(shell)
    #expect(outcome.error == "")
    #expect(outcome.output.hasSuffix("\n0\n"))
  }

  @Test func scriptsNeitherReadNorWriteProgress() throws {
    try home.write("something else", to: "state/backstep/progress")
    let outcome = try run(["one-weight", "-c", "next", "-c", "set w1 = 1"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.error == "")
    #expect(home.read(home.progress) == "something else")
    #expect(home.read(home.history) == nil)
  }

  @Test func optionsHoldForEveryCommand() throws {
    let ascii = try run(["run", "one-weight", "--ascii", "-c", "next 2"])
    #expect(ascii.output.allSatisfy { $0.isASCII })
    let before = try run(["--ascii", "run", "one-weight", "-c", "next 2"])
    #expect(before == ascii)
    let digits = try run(["eval", "--digits", "8", "1/3"])
    #expect(digits.output.contains("0.33333333"))
    let colour = try run(["eval", "--color", "always", "1/"])
    #expect(colour.exitCode == 1)
    let narrow = try run(["run", "one-weight", "--width", "30", "-c", "next 9"])
    let lines = narrow.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 30 })
  }

  @Test func colourOnlyWhereItIsWanted() throws {
    let line = ["run", "one-weight", "-c", "set w1 = 1"]
    let usual = try run(line)
    #expect(!usual.output.contains("\u{1B}"))
    let always = try run(line + ["--color", "always"])
    #expect(always.output.contains("\u{1B}[1;35m"))
  }

  @Test func aTranscriptIsMarkdown() throws {
    let outcome = try run([
      "run", "one-weight", "-c", "transcript notes.md", "-c", "set w1 = 1",
      "-c", "transcript", "-c", "set w1 = 2",
    ])
    #expect(outcome.exitCode == 0)
    let notes = try #require(home.read(home.folder.path + "/notes.md"))
    #expect(notes.hasPrefix("# A session with backstep\n"))
    #expect(notes.contains("\n```console\none-weight 1/13 > set w1 = 1\n"))
    #expect(!notes.contains("w1 = 2"))
  }

  @Test func aTranscriptThatCannotBeWrittenIsSaid() throws {
    let outcome = try run([
      "run", "one-weight", "-c", "transcript missing/notes.md",
      "-c", "print 5*w1",
    ])
    #expect(outcome.exitCode == 1)
    #expect(outcome.error.contains("transcript cannot be written"))
    #expect(outcome.output.contains("= 2.5"))
  }
}
