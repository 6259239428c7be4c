import Foundation
import TestSupport
import Testing

/// `backstep train` with files.
@Suite(.serialized) struct TrainCommandLineTests {
  let home: Home

  init() throws { home = try Home() }

  private func train(_ arguments: String...) throws -> ProcessOutcome {
    try runProcess(home.backstep(["train"] + arguments), within: 30)
  }

  private func xor() throws -> String {
    try home.write(
      """
      { "format": 1, "layers": [2, 3, 1], "activations": ["tanh", "sigmoid"],
        "cost": { "name": "binary-cross-entropy", "reduction": "mean" },
        "W": [[[0.5, -0.3], [0.8, 0.9], [-0.6, 0.4]], [[0.7, -0.8, 0.9]]],
        "b": [[0.1, -0.2, 0.3], [0]],
        "x": [[0, 0, 1, 1], [0, 1, 0, 1]], "y": [[0, 1, 1, 0]] }
      """, to: "xor.json")
  }

  private func points() throws -> String {
    let rows = (0..<60).map { place in
      let (kind, turn) = (place % 2, Double(place) / 7)
      let radius = kind == 0 ? 1.0 : 3.0
      return "\(radius * cos(turn)),\(radius * sin(turn)),\(kind)"
    }
    return try home.write(
      "u,v,kind\n" + rows.joined(separator: "\n") + "\n", to: "points.csv")
  }

  @Test func aNetworkIsSolvedAndSaved() throws {
    let (network, solved) = (try xor(), home.folder.path + "/solved.json")
    let outcome = try train(network, "2000", "rate", "1", "--save", solved)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("accuracy  25 % → 100 %"))
    let after = try train(solved, "0", "--predict")
    #expect(after.output.contains("4 of 4 examples get the right class"))
  }

  @Test func aNetworkIsMadeOfALine() throws {
    let line = "2 -> 8 tanh -> 1 sigmoid on"
    let made = try train(
      "\(line) circles", "300", "by", "adam", "rate", "0.05", "--predict")
    #expect(made.exitCode == 0 && made.error == "")
    #expect(made.output.contains("200 of 200 examples get the right class"))
    #expect(made.output.contains("as outer"))
    let table = try points()
    let own = try train(
      "\(line) \(table) label kind test 0.2", "300", "by", "adam", "rate",
      "0.05")
    #expect(own.exitCode == 0)
    #expect(own.output.contains("The 12 examples kept to test:"))
    let unknown = try train("\(line) circle", "10")
    #expect(unknown.exitCode == 2)
    #expect(unknown.error.contains("there is no set circle"))
    let misfit = try train("2 -> 2 sigmoid on circles", "10")
    #expect(
      misfit.error.contains(
        "try: backstep train '2 -> 8 tanh -> 1 sigmoid on circles' 100"))
    let missing = try train("\(line) \(table).csv label kind", "10")
    #expect(missing.exitCode == 3)
  }

  @Test func aTrainingThatWasKeptGoesOnToTheSameBits() throws {
    let (network, folder) = (try xor(), home.folder.path)
    for rule in ["descent", "adam"] {
      _ = try train(network, "50", "by", rule, "--keep", folder + "/half.json")
      let half = try train(
        "--resume", folder + "/half.json", "50", "--save", folder + "/a.json")
      #expect(half.exitCode == 0)
      _ = try train(network, "100", "by", rule, "--save", folder + "/b.json")
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: folder + "/a.json"))
          == Data(contentsOf: URL(fileURLWithPath: folder + "/b.json")))
    }
  }

  @Test func aTableIsLearnedAndTestedWithAnotherPart() throws {
    let network = try home.write(
      """
      { "format": 1, "layers": [2, 6, 2], "activations": ["tanh", "softmax"],
        "cost": { "name": "cross-entropy", "reduction": "mean" },
        "W": [[[0.5, -0.3], [0.8, 0.9], [-0.6, 0.4], [0.1, -0.9], [1, 0.2],
               [-0.4, -0.7]],
              [[0.7, -0.8, 0.9, 0.1, 0.2, 0.3], [0.1, 0.2, -0.3, 0.4, 0.5, 0]]],
        "b": [[0.1, -0.1, 0.2, -0.2, 0.3, -0.3], [0, 0]],
        "x": [[0], [0]], "y": [[1], [0]] }
      """, to: "two.json")
    let outcome = try train(
      network, "600", "by", "adam", "rate", "0.05", "--data", try points(),
      "--label", "kind", "--test", "0.25", "--standardise")
    #expect(outcome.exitCode == 0, "\(outcome.error)")
    #expect(outcome.output.contains("all 45 examples at once"))
    #expect(outcome.output.contains("The 15 examples kept to test:"))
    #expect(outcome.output.contains("of 15 examples get the right class"))
  }

  @Test func theNumbersOnTheWayAreWritten() throws {
    let table = home.folder.path + "/way.csv"
    _ = try train(try xor(), "20", "every", "5", "--csv", table)
    let lines = try String(contentsOfFile: table, encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.first == "iteration,epoch,cost,accuracy")
    #expect(lines.count == 6)
  }

  @Test func whatCannotBeTrainedIsRefused() throws {
    let network = try xor()
    for (words, code, says) in [
      (["bacth", "3"], 2, "does not know"), (["rate", "0"], 2, "rate is 0"),
      (["1", "step"], 2, "in a session"), (["--label", "x"], 2, "--data"),
      (["--data", home.folder.path + "/none.csv"], 3, "none.csv"),
      (["--data", try points(), "--label", "hue"], 3, "column"),
      (["--data", try points(), "--label", "u"], 3, "targets of 60"),
      (["--data", try points(), "--label", "kind", "--test", "x"], 2, "test"),
    ] {
      let outcome = try runProcess(
        home.backstep(["train", network] + words), within: 30)
      #expect(outcome.exitCode == code, "\(words) \(outcome.error)")
      #expect(outcome.error.contains(says), "\(outcome.error)")
      #expect(outcome.error.contains("try: "))
    }
  }
}
