import Foundation
import TestSupport
import Testing

/// One's own table, weights and trainings in a session, through the program.
@Suite(.serialized) struct OwnDataTests {
  let home: Home

  init() throws {
    home = try Home()
    try home.write(Self.flowers, to: "flowers.csv")
  }

  /// Three clouds that hardly touch.
  private static let flowers: String = {
    let middles = [("lily", 0.0, 0.0), ("rose", 2.5, 0.5), ("aster", 0.5, 2.5)]
    let rows = (0..<60).map { place in
      let (name, x, y) = middles[place % 3]
      let turn = Double(place) * 2.4
      let far = Double(place % 7) / 8
      let numbers = [x + far * cos(turn), y + far * sin(turn)]
      return numbers.map { "\(($0 * 1000).rounded() / 1000)" }
        .joined(separator: ",") + ",\(name)"
    }
    return "petal length,petal width,kind of flower\n"
      + rows.joined(separator: "\n") + "\n"
  }()

  private static let made =
    "network 2 -> 4 tanh -> 3 softmax on flowers.csv label kind of flower"

  private func session(
    _ lines: [String], _ options: [String] = []
  ) throws -> ProcessOutcome {
    try runProcess(
      home.backstep(["run", "one-weight"] + options),
      input: lines.joined(separator: "\n") + "\n", within: 60)
  }

  private func train(_ arguments: [String]) throws -> ProcessOutcome {
    try runProcess(home.backstep(["train"] + arguments), within: 60)
  }

  private func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: home.folder.path + "/" + name))
  }

  @Test(arguments: [
    ("own-data-80", []), ("own-data-40", ["--width", "40"]),
    ("own-data-plain", ["--plain", "--ascii"]),
  ])
  func aTableIsLearnedAsRecorded(_ name: String, _ options: [String]) throws {
    let outcome = try session(
      [
        Self.made + " test 0.2 standardise", "train 60 by adam rate 0.1",
        "predict", "plot surface", "save weights.npz",
        "save half.training.json", "save net.json", "train 10",
        "load weights.npz", "predict", "load net.json", "predict",
        "load half.training.json", "help predict", "help network", "help save",
        "help load",
      ], options + ["--echo"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.error == "")
    try Snapshot.check(outcome.output, against: "Transcripts/\(name).txt")
  }

  @Test(arguments: [
    "network 2 -> 4 tanh -> 3 softmax on flowers.csv",
    "network 2 -> 4 tanh -> 3 softmax on flowers.csv label kind",
    "network 2 -> 4 tanh -> 3 softmax on flowers.csv lable kind of flower",
    "network 2 -> 4 tanh -> 3 softmax on flowers.csv label -1 test 1.5",
    "network 5 -> 4 tanh -> 3 softmax on flowers.csv label -1",
    "network 2 -> 4 tanh -> 3 softmax on nothere.csv label -1",
    "network 2 -> 4 tanh -> 3 softmax on flowers.csv target petal length",
    "network 2 -> 4 tanh -> 3 softmax on flowers.txt label 3",
    "network 2 -> 4 tanh -> 3 softmax on ragged.csv label 3",
    "network 2 -> 4 tanh -> 3 softmax on lies.npy labels lies.npy",
    "examples flowers.csv label kind", "examples nothere.csv label kind",
    "load wrong.npz", "load nothere.npz", "load nothere.json",
    "load flowers.csv", "load broken.training.json",
  ])
  func whatCannotBeReadHarmsNothing(_ line: String) throws {
    try home.write("1,2,a\n1,2\n", to: "ragged.csv")
    try home.write("1,2,a\n", to: "flowers.txt")
    try home.write("\u{1}NUMPY", to: "lies.npy")
    try home.write(
      "{ \"format\": 1, \"iteration\": 3, \"settings\": { \"rate\": 1 },"
        + " \"values\": { \"W1\": [[1]] } }", to: "broken.training.json")
    _ = try session([
      "network 2 -> 5 tanh -> 3 softmax on flowers.csv label 3",
      "save wrong.npz",
    ])
    let start = [Self.made, "train 5"]
    let whole = try session(start + [line, "C", "train 5", "save after.npz"])
    #expect(whole.exitCode == 1)
    let shown = whole.error + whole.output
    #expect(shown.contains("error: "), "\(shown)")
    let after = try data("after.npz")
    _ = try session(start + ["C", "train 5", "save plain.npz"])
    #expect(try after == data("plain.npz"))
    let remedy = shown.remedy
    #expect(remedy != nil, "\(shown)")
    guard let remedy,
      ["network", "examples", "help", "shape"].contains(
        remedy.prefix { $0 != " " })
    else { return }
    let again = try session(start + [remedy])
    #expect(again.exitCode == 0, "\(remedy)\n\(again.output)")
  }

  @Test func theRemedyOfTheCommandLineWorksAsTyped() throws {
    _ = try session([Self.made, "save net.json"])
    for words in [
      ["--label", "kind"], [], ["--label", "knid of flower", "--test", "20%"],
    ] {
      let outcome = try train(
        ["net.json", "1", "--data", "flowers.csv"] + words)
      #expect(outcome.exitCode == 3)
      let remedy = try #require(outcome.error.remedy)
      #expect(remedy.hasPrefix("backstep train net.json --data flowers.csv"))
      let path = try Products.path(of: "backstep")
      let shell = Program(
        path: "/bin/sh",
        arguments: [
          "-c",
          "cd '\(home.folder.path)' && '\(path)'\(remedy.dropFirst(8))",
        ])
      let again = try runProcess(shell, within: 60)
      #expect(again.exitCode == 0, "\(remedy)\n\(again.error)")
    }
  }

  @Test func aTableOfNumbersIsToldByItsLastColumn() throws {
    try home.write("1,2,0\n3,4,1\n5,6,2\n", to: "plain.csv")
    _ = try session([Self.made, "save net.json"])
    let outcome = try train(["net.json", "1", "--data", "plain.csv"])
    let remedy = try #require(outcome.error.remedy)
    #expect(remedy.hasSuffix("--data plain.csv --label -1"))
    let again = try train([
      "net.json", "1", "--data", "plain.csv", "--label", "-1", "--predict",
    ])
    #expect(again.exitCode == 0, "\(again.error)")
    let number = try train([
      "net.json", "1", "--data", "plain.csv", "--target", "-1",
    ])
    #expect(number.error.contains("targets of 1"), "\(number.error)")
  }

  @Test(arguments: ["descent", "adam batch 7"])
  func aTrainingGoesOnElsewhereToTheSameBits(rule: String) throws {
    _ = try session([
      Self.made, "save net.json", "train 30 by \(rule)",
      "save half.training.json", "train 40", "save whole.npz",
    ])
    let whole = try data("whole.npz")
    let words = ("by " + rule).split(separator: " ").map(String.init)
    _ = try train(["net.json", "70"] + words + ["--save", "cli.npz"])
    #expect(try data("cli.npz") == whole)
    let resumed = try train([
      "--resume", "half.training.json", "40", "--save", "resumed.npz",
      "--predict",
    ])
    #expect(resumed.output.contains("as aster"))
    #expect(try data("resumed.npz") == whole)
    _ = try train(["net.json", "30"] + words + ["--keep", "kept.json"])
    #expect(try data("kept.json") == data("half.training.json"))
    _ = try session(["load kept.json", "train 40", "save loaded.npz"])
    #expect(try data("loaded.npz") == whole)
  }

  @Test func nothingElseIsWrittenOver() throws {
    let notes = "my notes\n"
    for name in ["a.npz", "a.training.json", "a.json"] {
      try home.write(notes, to: name)
      let outcome = try session([Self.made, "train 3", "save \(name)"])
      #expect(outcome.exitCode == 1)
      #expect(outcome.error.contains("holds something else"))
      #expect(try data(name) == Data(notes.utf8))
    }
    // A training is no network, and neither is written over the other.
    _ = try session([Self.made, "train 3", "save b.training.json"])
    let kept = try data("b.training.json")
    try home.write(kept, to: "b.json")
    #expect(try session([Self.made, "save b.json"]).exitCode == 1)
    #expect(try data("b.json") == kept)
  }

  @Test func imagesAndLabelsAreLearnedInASession() throws {
    let size = [UInt8]([0, 0, 0, 6])
    let images: [UInt8] = (0..<54).map { $0 / 9 % 2 == 0 ? 0 : 255 }
    try home.write(
      Data([0, 0, 8, 3] + size + [0, 0, 0, 3, 0, 0, 0, 3] + images),
      to: "images-idx3-ubyte")
    try home.write(
      Data([0, 0, 8, 1] + size + [0, 1, 0, 1, 0, 1]), to: "labels-idx1-ubyte")
    for last in ["1 sigmoid", "2 softmax"] {
      let outcome = try session([
        "network 9 -> \(last) on images-idx3-ubyte labels labels-idx1-ubyte",
        "train 60 rate 1", "predict", "plot images 2",
      ])
      #expect(outcome.exitCode == 0, "\(outcome.output)")
      #expect(outcome.output.contains("6 of 6 examples get the right class"))
    }
  }
}

extension String {
  /// What stands behind `try:`, its lines joined.
  fileprivate var remedy: String? {
    guard let place = range(of: "try: ") else { return nil }
    let lines = self[place.upperBound...].split(
      separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.dropFirst().prefix { $0.hasPrefix("     ") }
    return
      ([String(lines[0])]
      + rest.map { $0.trimmingCharacters(in: .whitespaces) })
      .joined(separator: " ")
  }
}
