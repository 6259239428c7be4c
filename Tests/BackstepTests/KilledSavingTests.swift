import Foundation
import TestSupport
import Testing

/// What is left of a file when the program is killed while it saves it.
@Suite(.serialized) struct KilledSavingTests {
  private static let network = """
    { "format": 1, "layers": [2, 1], "activations": ["sigmoid"],
      "cost": { "name": "half-squared-error", "reduction": "mean" },
      "W": [[[0, 0.2]]], "b": [[0.1]],
      "x": [[1, 2], [3, 4]], "y": [[0, 1]] }
    """

  /// The first weight in a network file, which must be whole.
  private func firstWeight(in path: String) throws -> Double {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let weights = try #require(file?["W"] as? [[[Double]]])
    #expect((file?["x"] as? [[Double]])?.count == 2)
    #expect((file?["y"] as? [[Double]])?.count == 1)
    return try #require(weights.first?.first?.first)
  }

  @Test func killedSavingLeavesAWholeFile() throws {
    let home = try Home()
    let path = try home.write(Self.network, to: "net.json")
    let saves = (1...400).map { "set W1[1,1] = \($0)\nsave net.json\n" }
    let script = "load net.json\n" + saves.joined()
    var last = 0.0
    var interrupted = 0
    for moment in 0..<40 {
      let seconds = 0.04 + 0.007 * Double(moment)
      let isKilled =
        (try? runProcess(home.backstep(), input: script, within: seconds))
        == nil
      let found = try firstWeight(in: path)
      #expect((0...400).contains(found) && found == found.rounded())
      if isKilled, found != last, found != 400 { interrupted += 1 }
      last = found
    }
    // Some of the kills fell among the savings.
    #expect(interrupted > 0)
  }
}
