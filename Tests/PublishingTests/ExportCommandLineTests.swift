import Foundation
import TestSupport
import Testing

/// `backstep export` as a shell runs it.
@Suite struct ExportCommandLineTests {
  private func run(
    _ arguments: String..., in folder: String? = nil
  ) throws -> ProcessOutcome {
    try runProcess(
      Program.built(
        "backstep", arguments: ["export"] + arguments,
        environment: ["NO_COLOR": "1"], folder: folder))
  }

  @Test(arguments: [
    ("md", "# The sigmoid\n"), ("latex", "\\documentclass"),
    ("html", "<!DOCTYPE html>"),
  ])
  func writesToStandardOutput(_ format: String, _ start: String) throws {
    let outcome = try run("sigmoid", "--format", format)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix(start))
    #expect(outcome.error.isEmpty)
  }

  @Test func theEndingOfTheFileSaysTheFormat() throws {
    let folder = try TemporaryFolder()
    let outcome = try run("relu", "-o", "relu.tex", in: folder.path)
    #expect(outcome == ProcessOutcome(output: "", error: "", exitCode: 0))
    let text = try String(
      contentsOfFile: folder.path + "/relu.tex", encoding: .utf8)
    #expect(text.hasPrefix("\\documentclass"))
  }

  @Test func digitsAreThoseAskedFor() throws {
    let outcome = try run("last-layer", "--format", "md", "--digits", "8")
    #expect(outcome.output.contains("{-}1.7748877"))
  }

  @Test func aLessonOfOnesOwnIsWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      # My own

      Needs nothing. Gives a sum. About 1 minute.

      The sum is `= 1 + 2`.

      """, to: "own.md")
    let outcome = try run("./own.md", "--format", "md", in: folder.path)
    #expect(outcome.output.hasSuffix("The sum is 3.\n"))
  }

  @Test func editionsDiffer() throws {
    let handout = try run("tanh", "--format", "md", "--handout")
    let key = try run("tanh", "--format", "md", "--key")
    #expect(handout.output.hasPrefix("# The hyperbolic tangent (handout)"))
    #expect(key.output.hasPrefix("# The hyperbolic tangent (answer key)"))
    let both = try run("tanh", "--format", "md", "--key", "--handout")
    #expect(both.exitCode == 2)
    #expect(both.error.contains("one at a time"))
  }

  @Test func anUnknownLessonGetsTheNearest() throws {
    let outcome = try run("sigmoyd", "--format", "md")
    #expect(outcome.exitCode == 2)
    #expect(outcome.error.contains("error: there is no lesson sigmoyd"))
    #expect(
      outcome.error.contains("try: backstep export sigmoid --format md"))
  }

  @Test func anUnknownFormatGetsThoseThereAre() throws {
    let outcome = try run("sigmoid", "--format", "latx")
    #expect(outcome.exitCode == 2)
    #expect(outcome.error.contains("are md, latex, html, numpy, pytorch"))
    #expect(
      outcome.error.contains("try: backstep export sigmoid --format latex"))
    let none = try run("sigmoid")
    #expect(none.exitCode == 2)
    #expect(none.error.contains("are md, latex, html, numpy, pytorch"))
  }

  @Test func aFileThatCannotBeWrittenIsNamed() throws {
    let folder = try TemporaryFolder()
    let outcome = try run("relu", "-o", "nowhere/relu.md", in: folder.path)
    #expect(outcome.exitCode == 1)
    #expect(outcome.error.contains("nowhere/relu.md cannot be written: "))
    #expect(outcome.error.contains("try: ls -ld nowhere"))
  }

  @Test func faultsOfALessonAreToldWithTheirPlaces() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "# A\n\nNeeds nothing. Gives a fault.\n\nHere is `= b`.\n", to: "a.md")
    let outcome = try run("./a.md", "--format", "md", in: folder.path)
    #expect(outcome.exitCode == 3)
    #expect(outcome.error.contains("./a.md:"))
    let missing = try run("./none.md", "--format", "md", in: folder.path)
    #expect(missing.exitCode == 3)
    #expect(missing.error.contains("there is no file ./none.md"))
  }
}
