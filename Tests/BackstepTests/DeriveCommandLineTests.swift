import Foundation
import TestSupport
import Testing

/// `backstep derive`, from a shell.
@Suite(.serialized) struct DeriveCommandLineTests {
  let home: Home

  init() throws { home = try Home() }

  private func run(_ arguments: [String]) throws -> ProcessOutcome {
    try runProcess(try home.backstep(arguments))
  }

  @Test func aSlopeIsDerived() throws {
    let outcome = try run(["derive", "a*z^2", "--wrt", "z"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("power rule"))
    #expect(outcome.output.contains("checked"))
    #expect(outcome.error == "")
  }

  @Test func stepsOpenEveryLine() throws {
    let outcome = try run(["derive", "tanh(2z)", "--wrt", "z", "--steps"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("quotient rule"))
  }

  @Test(arguments: [
    (["derive", "z > 0", "--wrt", "z"], Int32(1)),
    (["derive", "sigmoid(z", "--wrt", "z"], Int32(1)),
    (["derive", "z^2", "--wrt", "q"], Int32(1)),
    (["derive", "z^2"], Int32(2)), (["derive", "--wrt", "z"], Int32(2)),
  ])
  func aSlipHasItsExitCode(_ arguments: [String], _ code: Int32) throws {
    let outcome = try run(arguments)
    #expect(outcome.exitCode == code, "\(outcome.error)")
    #expect(!outcome.error.isEmpty)
    #expect(outcome.output == "")
  }
}
