import Formats
import Foundation
import Testing

@Suite struct WrongNetworkFileTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let headline: String
    let remedy: String?

    init(
      _ old: String, _ new: String, _ headline: String, try remedy: String?
    ) {
      (self.old, self.new) = (old, new)
      (self.headline, self.remedy) = (headline, remedy)
    }

    var testDescription: String { headline }
  }

  static let wrongs = [
    Wrong(
      "\"format\": 1", "\"format\": 2",
      "net.json is of format 2, and this program knows 1",
      try: "a newer release of backstep"),
    Wrong(
      "\"format\": 1,", "", "net.json does not say its \"format\"",
      try: "{ \"format\": 1, \"layers\": [2, 1], …"),
    Wrong(
      "[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]", "[[0.1, 0.2], [0.3, 0.4]]",
      "W[1] is 2×2, and layers 0 and 1 ask for 3×2",
      try: "3 rows of 2 numbers"),
    Wrong(
      "[0.3, 0.4]", "[0.3]", "W[1]: row 2 has 1 entry, and row 1 has 2",
      try: "2 entries in row 2"),
    Wrong(
      "0.3, 0.4", "0.3, \"0.4\"", "W[1], row 2, entry 2 should be a number",
      try: "0.5"),
    Wrong(
      "0.6", "1e999", "net.json: no double can hold the number 1e999",
      try: "1e308"),
    Wrong(
      "[0.1, 0.2, 0.3]", "[0.1, 0.2]",
      "b[1] is 2×1, and layers 0 and 1 ask for 3×1",
      try: "3 rows of 1 number"),
    Wrong(
      "[\"sigmoid\", \"identity\"]", "[\"sigmoid\"]",
      "activations has 1 entry, and there are 2 layers behind the input",
      try: "2 entries in \"activations\""),
    Wrong(
      "\"sigmoid\"", "\"sigmod\"",
      "activations[1]: there is no activation \"sigmod\"", try: "\"sigmoid\""),
    Wrong(
      "half-squared-error", "half-square-error",
      "cost.name: there is no cost \"half-square-error\"",
      try: "\"half-squared-error\""),
    Wrong(
      "\"reduction\": \"mean\"", "\"reduction\": \"Mean\"",
      "cost.reduction: there is no reduction \"Mean\"", try: "\"mean\""),
    Wrong(
      "[2, 3, 1]", "[2, -3, 1]", "layers[2] is -3, and should be 1 or more",
      try: "\"layers\": [2, 3, 1]"),
    Wrong(
      "[2, 3, 1]", "[2, 3.5, 1]", "layers[2] should be a whole number",
      try: "3"),
    Wrong(
      "[2, 3, 1]", "[2]",
      "layers has 1 entry, and a network needs two or more",
      try: "\"layers\": [2, 3, 1]"),
    Wrong(
      "\"activations\"", "\"activation\"",
      "there is no key \"activation\"", try: "\"activations\""),
    Wrong(
      ", \"y\": [[0, 1]]", "", "the key \"y\" is missing",
      try: "\"y\": [[1], [0]]"),
    Wrong(
      "[[0, 1]]", "[[0, 1, 0]]", "x has 2 examples, and y has 3",
      try: "2 columns in y"),
    Wrong(
      "[[0, 1]]", "[[0, 1], [1, 0]]",
      "y is 2×2, and the last layer asks for 1×2", try: "1 row of 2 numbers"),
    Wrong(
      "[[1, 2], [3, 4]]", "[1, 2]", "x, row 1 should be a list",
      try: "[0.5, -0.5]"),
    Wrong(
      "[[1, 2], [3, 4]]", "[]", "x has no entries", try: "[[0.5]]"),
    Wrong(
      "\"W\":", "\"examples\": \"one\", \"W\":",
      "examples is \"one\", and x has 2 columns", try: "\"examples\": \"m\""),
    Wrong(
      "\"W\":", "\"l2\": { \"lambda\": -1, \"over\": \"2\" }, \"W\":",
      "l2.lambda should be 0 or more", try: "\"lambda\": 0.1"),
    Wrong(
      "[[1, 2], [3, 4]]", "\"x.npy\"",
      "the file x.npy cannot be read: it does not exist",
      try: "write the name of a file that exists beside this one"),
  ]

  @Test(arguments: wrongs)
  func theFirstThingThatIsWrongIsNamed(_ wrong: Wrong) throws {
    let json = Sample.changed(wrong.old, wrong.new)
    #expect(json != Sample.json)
    let fault = try #require(Sample.fault(json))
    #expect(fault.headline(in: "net.json") == wrong.headline)
    #expect(fault.remedy == wrong.remedy)
  }

  /// Wherever a file breaks off, it is refused, and never with a crash.
  @Test func everyTruncationIsRefused() {
    let bytes = Array(Sample.json.utf8)
    for length in bytes.indices {
      let part = Data(bytes[..<length])
      #expect(throws: FormatFault.self) {
        try NetworkFile(json: part) { _ in Data() }
      }
    }
  }

  @Test func brokenTextIsShownWhereItBreaks() throws {
    let fault = try #require(
      Sample.fault(Sample.changed("[2, 3, 1],", "[2, 3, 1]],")))
    let place = fault.diagnostic(in: "net.json").location
    #expect(place?.file == "net.json")
    #expect(place?.line == 1)
  }

  @Test func whatIsNotUTF8IsRefusedAtItsByte() {
    let bytes = Data(Array("{ \"a".utf8) + [0xff, 0x22])
    #expect {
      try NetworkFile(json: bytes) { _ in Data() }
    } throws: { error in
      (error as? FormatFault)?.problem == .notUTF8
        && (error as? FormatFault)?.place == .byte(4)
    }
  }

  @Test(arguments: ["[", "{\"a\":", "{\"format\":1,\"x\":["])
  func deepNestingIsRefused(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(Sample.fault(text) != nil)
  }

  @Test(arguments: ["[", "x", " ", "[1,", "\"", "{\"format\":1,"])
  func tenMegabytesOfNothingAreRefused(_ unit: String) {
    let text = String(repeating: unit, count: 10_000_000 / unit.utf8.count)
    #expect(Sample.fault(text) != nil)
  }
}
