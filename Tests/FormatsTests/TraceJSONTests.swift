import Algebra
import Formats
import Foundation
import Matrices
import Networks
import Testing

@Suite struct TraceJSONTests {
  private func trace(_ json: String) throws -> String {
    let file = try Sample.file(json)
    let valuation = try Valuation(
      file.description.worksheet(), givens: file.givens)
    return TraceJSON(valuation, delta: file.delta).text
  }

  @Test func everyComputedQuantityIsWritten() throws {
    let text = try trace(Sample.json)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let object = try #require(value as? [String: Any])
    let quantities = try #require(object["quantities"] as? [String: Any])
    #expect(object.keys.sorted() == ["delta", "quantities"])
    #expect(object["delta"] as? String == "mean")
    #expect(
      quantities.keys.sorted() == [
        "C", "a1", "a2", "c", "dW1", "dW2", "da1", "da2", "db1", "db2",
        "delta1", "delta2", "z1", "z2",
      ])
    #expect(quantities["C"] is NSNumber)
    #expect((quantities["z1"] as? [[NSNumber]])?.map(\.count) == [2, 2, 2])
  }

  @Test func numbersReadBackAsTheSameDoubles() throws {
    let file = try Sample.file()
    let valuation = try Valuation(
      file.description.worksheet(), givens: file.givens)
    let written = try JSONDecoder().decode(
      Slopes.self, from: Data(TraceJSON(valuation).text.utf8))
    #expect(written.quantities.dW1 == valuation.values["dW1"]?.rowArrays)
  }

  private struct Slopes: Decodable {
    let quantities: Quantities

    struct Quantities: Decodable { let dW1: [[Double]] }
  }

  @Test func namesStandInTheOrderOfTheWorksheet() throws {
    let text = try trace(Sample.json)
    let places = ["z1", "a1", "z2", "a2", "c", "C", "delta2", "delta1"].map {
      text.range(of: "\"\($0)\"")?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 }.sorted() == places.compactMap { $0 })
  }

  @Test func theConventionIsEchoedWithOneExampleToo() throws {
    let json = """
      { "format": 1, "layers": [1, 1], "activations": ["identity"],
        "cost": { "name": "half-squared-error" }, "delta": "per-example",
        "W": [[[2]]], "x": [[3]], "y": [[1]] }
      """
    let text = try trace(json)
    #expect(text.contains("\"delta\": \"per-example\""))
    #expect(text.contains("\"z1\": [[6]]"))
    #expect(text.contains("\"C\": 12.5"))
  }

  @Test(.timeLimit(.minutes(5)))
  func aHundredLayersAreTracedAtOnce() throws {
    let ones = Array(repeating: "1", count: 101).joined(separator: ",")
    let layers = Array(repeating: "\"tanh\"", count: 100)
    let weights = Array(repeating: "[[0.9]]", count: 100)
    let json = """
      { "format": 1, "layers": [\(ones)],
        "activations": [\(layers.joined(separator: ","))],
        "cost": { "name": "squared-error" },
        "W": [\(weights.joined(separator: ","))], "x": [[1]], "y": [[1]] }
      """
    #expect(try trace(json).contains("\"dW100\""))
  }

  @Test func whatIsNotFiniteIsNull() throws {
    let json = """
      { "format": 1, "layers": [1, 1], "activations": ["identity"],
        "cost": { "name": "squared-error" },
        "W": [[[1e200]]], "x": [[1]], "y": [[1]] }
      """
    #expect(try trace(json).contains("\"C\": null"))
  }
}
