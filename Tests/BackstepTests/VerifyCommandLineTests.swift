import Foundation
import TestSupport
import Testing

/// `backstep verify` with a file and with one equality.
@Suite(.serialized) struct VerifyCommandLineTests {
  let home: Home

  init() throws { home = try Home() }

  private func verify(_ arguments: [String]) throws -> ProcessOutcome {
    try runProcess(home.backstep(["verify"] + arguments), within: 20)
  }

  private func file(_ text: String) throws -> String {
    try home.write(text, to: "sheet.txt")
  }

  @Test func eachLineOfAFileIsJudgedWithItsPlace() throws {
    let path = try file(
      """
      given A: n×m, B: m×n
      A @ B = B @ A

      # numbers
      given x > 0
      (x + 1)^2
      = x^2 + 2x + 1
      ln(x^2) = 2ln(x)
      = ln(x)
      """)
    let outcome = try verify([path])
    #expect(outcome.exitCode == 1)
    let holds = outcome.output.components(separatedBy: "It holds.").count - 1
    let fails = outcome.output.components(separatedBy: "It does not hold.")
    #expect(holds == 2)
    #expect(fails.count - 1 == 2)
    for line in [2, 7, 8, 9] {
      #expect(outcome.output.contains("sheet.txt:\(line):\n"))
    }
    #expect(!outcome.output.contains("walk"))
  }

  @Test func allThatHoldsEndsWell() throws {
    let outcome = try verify(["ln(x^2) = 2ln(x)", "--given", "x > 0"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Taken for granted: x > 0"))
  }

  @Test func aDeclarationThatCannotBeReadEndsIt() throws {
    let path = try file("given A n×m\nA = A\n")
    let inFile = try verify([path])
    #expect(inFile.exitCode == 1)
    #expect(inFile.output == "")
    #expect(inFile.error.contains("sheet.txt:1:"))
    let given = try verify(["x = x", "--given", "x > "])
    #expect(given.exitCode == 2)
    #expect(given.output == "")
  }
}
