import Foundation
import TestSupport
import Testing

/// `backstep gradcheck`: its tables, its files and its exit codes.
@Suite(.serialized) struct GradcheckTests {
  let home: Home

  init() throws {
    home = try Home()
    try home.write(Self.network, to: "net.json")
  }

  /// Slopes by hand: z1 = 1, δ1 = z1 - y = -1, and so on.
  static let network = """
    { "format": 1, "layers": [2, 2, 1],
      "activations": ["identity", "identity"],
      "cost": { "name": "half-squared-error", "reduction": "sum" },
      "W": [[[1, 0], [0, 2]], [[1, 3]]], "b": [[0, 1], [-1]],
      "x": [[1], [2]], "y": [[10]] }
    """

  private func run(_ arguments: String...) throws -> ProcessOutcome {
    try runProcess(
      home.backstep(["gradcheck"] + arguments))
  }

  @Test func rightNetworkAgrees() throws {
    let outcome = try run("net.json")
    #expect(outcome.exitCode == 0 && outcome.error == "")
    let rows = outcome.output.split(separator: "\n").filter {
      $0.hasSuffix("agrees")
    }
    #expect(rows.count == 4)
  }

  @Test func everyEntryIsCheckedByWhatFollowsFromIt() throws {
    let outcome = try run("net.json", "--all")
    #expect(outcome.exitCode == 0 && outcome.error == "")
    #expect(outcome.output.contains("for 9 entries the whole cost, too"))
    let refused = try run("net.json", "--all", "--claim", "mine.json")
    #expect(refused.exitCode == 2)
    #expect(refused.error.contains("leave out --all"))
  }

  /// a2 = 1 + 3·5 - 1 = 15, so δ2 = 5.
  static let right = """
    { "dW2": [[5, 25]], "b2.grad": 5, "dZ1": [[5], [15]],
      "grad_W1": [[5, 10], [15, 30]], "db1": [5, 15] }
    """

  static let claims: [(text: String, says: String, code: Int32)] = [
    (right, "agrees", 0),
    (#"{"dW1": [[5, 15], [10, 30]]}"#, "transposed", 1),
    (#"{"dW2": [[5], [25]]}"#, "dW2 is 1x2, and what is claimed is 2x1", 1),
    (#"{"dW1": [[5, 10, 1], [15, 30, 1]]}"#, "claimed is 2x3", 1),
    (#"{"dW1": [[5, 10], [15, 31]]}"#, "differs", 1),
    (#"{"db1": [-5, -15]}"#, "differs", 1),
    (#"{"db1": [5.00001, 15]}"#, "look again", 0),
    (#"{"dQ1": [5, 15]}"#, "there is no quantity dQ1", 3),
    (#"{"db1": [5, 15], "b1.grad": [5, 15]}"#, "under two names", 3),
    (#"{"db1": [5, "15"]}"#, "db1, entry 2 should be a number", 3),
    ("[", "not JSON", 3),
  ]

  @Test(arguments: claims.indices)
  func claimIsComparedWithOurs(_ index: Int) throws {
    let (text, says, code) = Self.claims[index]
    try home.write(text, to: "mine.json")
    let outcome = try run("net.json", "--claim", "mine.json", "--ascii")
    #expect(outcome.exitCode == code)
    #expect((outcome.output + outcome.error).contains(says))
    if code == 3 { #expect(outcome.output == "") }
  }

  @Test func fileOfOneArrayIsNamed() throws {
    try home.write("5,10\n15,30\n", to: "dW1.csv")
    try home.write("5,10\n15,30\n", to: "mine.csv")
    #expect(try run("net.json", "--claim", "dW1.csv").exitCode == 0)
    #expect(
      try run("net.json", "--claim", "mine.csv", "--of", "W1.grad").exitCode
        == 0)
    let nameless = try run("net.json", "--claim", "mine.csv")
    #expect(nameless.exitCode == 3)
    #expect(nameless.error.contains("try: --of dW1"))
    #expect(try run("net.json", "--claim", "none.npz").exitCode == 3)
    #expect(try run("none.json").exitCode == 3)
    #expect(try run("net.json", "--of", "dW1").exitCode == 2)
  }

  @Test func jsonHoldsWhatTheTableHolds() throws {
    let outcome = try run("net.json", "--json")
    #expect(outcome.exitCode == 0)
    let value = try JSONSerialization.jsonObject(
      with: Data(outcome.output.utf8))
    let checks = (value as? [String: Any])?["checks"] as? [[String: Any]]
    #expect(checks?.count == 4)
    #expect(checks?.first?["slope"] as? String == "dW1")
    #expect(checks?.first?["finding"] as? String == "agrees")
  }
}
