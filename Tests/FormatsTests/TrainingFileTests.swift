import Algebra
import Foundation
import Matrices
import Networks
import Testing

@testable import Formats

@Suite struct TrainingFileTests {
  private func training(
    _ settings: TrainingSettings, from state: TrainingState? = nil
  ) throws -> Training {
    let network = try Sample.file()
    return try Training(
      network.description.worksheet(), values: network.givens,
      settings: settings, resuming: state)
  }

  private static let settings: [TrainingSettings] = [
    TrainingSettings(),
    TrainingSettings(
      optimizer: .momentum, rate: 1.0 / 300, schedule: .cosine,
      constants: ["μ": 0.1, "T": 7], batch: .one, shuffles: false,
      seed: .max, length: .epochs(9),
      stops: TrainingSettings.Stops(
        costAtMost: 1e-300, accuracyAtLeast: 1, whenCostRises: true),
      interval: 3),
    TrainingSettings(
      optimizer: .adam, schedule: Schedule(formula: "η0/(1 + i)"),
      batch: .size(2), seed: 5),
  ]

  private func read(_ json: String) throws(FormatFault) -> TrainingFile {
    try TrainingFile(json: Data(json.utf8)) { _ in Data() }
  }

  @Test(arguments: settings)
  func whatIsWrittenIsRead(_ settings: TrainingSettings) throws {
    let training = try training(settings)
    try training.run(.iterations(13))
    let file = try read(TrainingFile(training).json)
    #expect(file.settings == settings)
    #expect(file.state == training.state)
    #expect(file.network == nil)
  }

  @Test(arguments: settings)
  func resumedIsAsGoodAsNotInterrupted(_ settings: TrainingSettings) throws {
    let whole = try training(settings)
    try whole.run(.iterations(29))
    let first = try training(settings)
    try first.run(.iterations(13))
    let file = try read(
      TrainingFile(first, network: try Sample.file()).json)
    let network = try #require(file.network)
    #expect(network.givens["W1"] == first.values["W1"])
    let resumed = try Training(
      network.description.worksheet(), values: network.givens,
      settings: file.settings, resuming: file.state)
    try resumed.run(.iterations(29 - 13))
    #expect(resumed.state == whole.state)
  }

  @Test func anotherNetworkIsRefused() throws {
    let file = try read(TrainingFile(try training(Self.settings[2])).json)
    #expect(throws: TrainingFault.strangeState("mW1")) {
      try training(TrainingSettings(), from: file.state)
    }
    var state = file.state
    state.values["W1"] = Matrix(scalar: 1)
    #expect(throws: TrainingFault.strangeState("W1")) {
      try training(file.settings, from: state)
    }
  }

  @Test(arguments: [
    ("\"iteration\": 0", "\"iteration\": -1", "iteration should be 0 or more"),
    ("\"iteration\": 0", "\"iteration\": 0.5", "should be a whole number"),
    ("\"iteration\": 0,", "", "the key \"iteration\" is missing"),
    ("\"rate\"", "\"rat\"", "there is no key \"rat\""),
    ("\"constant\"", "\"cosin\"", "there is no schedule \"cosin\""),
    ("\"descent\"", "\"adma\"", "there is no optimiser \"adma\""),
    ("\"all\"", "\"most\"", "there is no batch \"most\""),
    ("\"all\"", "0", "settings.batch should be 1 or more"),
    ("\"iterations\"", "\"epoch\"", "there is no key"),
    ("\"format\": 1", "\"format\": 2", "is of format 2"),
    ("[[", "[[null, ", "W1"),
    ("\"W1\"", "\"W1", "is not JSON"),
  ])
  func wrongFilesAreRefused(_ old: String, _ new: String, _ part: String) throws
  {
    let json = TrainingFile(
      try training(TrainingSettings(optimizer: .descent))
    ).json
    let wrong = try #require(
      json.range(of: old).map { json.replacingCharacters(in: $0, with: new) })
    do throws(FormatFault) {
      _ = try read(wrong)
      Issue.record("it was read: \(new)")
    } catch {
      #expect(error.headline(in: "run.json").contains(part))
      #expect(error.remedy?.isEmpty != true)
    }
  }

  @Test func everyTruncationIsRefused() throws {
    let json = TrainingFile(try training(TrainingSettings())).json
    for count in stride(from: 0, to: json.count - 2, by: 7) {
      #expect(throws: FormatFault.self) { try read(String(json.prefix(count))) }
    }
  }
}

@Suite struct WeightsFileTests {
  private let shapes: [Name: Shape] = [
    "W1": Shape(rows: 3, columns: 2), "b1": Shape(rows: 3, columns: 1),
  ]

  private var weights: [Name: Matrix<Double>] {
    get throws {
      [
        "W1": try Matrix([
          [1, -0.0], [.pi, .leastNonzeroMagnitude], [-2, 1e300],
        ]),
        "b1": try Matrix([[1.0], [2], [1.0 / 3]]),
      ]
    }
  }

  @Test func archiveIsReadBack() throws {
    let bytes = try WeightsFile.npz(weights)
    #expect(
      try WeightsFile.weights(bytes, named: "w.npz", for: shapes) == weights)
    #expect(try WeightsFile.npz(weights) == bytes)
    let archive = try ZipArchive(Array(bytes))
    #expect(archive.entries.map(\.name) == ["W1.npy", "b1.npy"])
  }

  @Test func flatBiasesAreColumns() throws {
    let json = "{ \"W1\": [[1, 2], [3, 4], [5, 6]], \"b1\": [1, 2, 3] }"
    let read = try WeightsFile.weights(
      Data(json.utf8), named: "w.json", for: shapes)
    #expect(read["b1"] == (try Matrix([[1], [2], [3]])))
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let weights = try weights
    func headline(_ change: (inout [Name: Matrix<Double>]) -> Void) -> String? {
      var changed = weights
      change(&changed)
      do throws(FormatFault) {
        _ = try WeightsFile.weights(
          WeightsFile.npz(changed), named: "w.npz", for: shapes)
        return nil
      } catch { return error.headline(in: "w.npz") }
    }
    #expect(headline { $0["b1"] = nil } == "w.npz has no array b1")
    #expect(headline { $0["W3"] = $0["W1"] } == "there is no key \"W3\"")
    #expect(
      headline { $0["W1"] = $0["W1"]?.transposed }
        == "W1 is 2×3, and the network asks for 3×2")
    #expect(headline { _ in } == nil)
  }
}
