import Algebra
import Matrices
import Networks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension TrainingFile {
  /// Reads a training that was left.
  ///
  /// - Parameters:
  ///   - json: The bytes of the file.
  ///   - reading: Gives the bytes of a data file that the network in it
  ///     names.
  /// - Throws: ``FormatFault`` with the first thing that is wrong. Whether
  ///   the values are those of a worksheet is found out by `Training`.
  public init(
    json: Data, reading: (String) throws -> Data
  ) throws(FormatFault) {
    let fields = try NetworkFile.fields(TrainingFields.self, of: json)
    var values: [Name: Matrix<Double>] = [:]
    for claim in fields.values { values[Name(claim.name)] = claim.matrix }
    guard fields.iteration >= 0 else {
      throw FormatFault(.outOfRange("0 or more"), at: .key("iteration"))
    }
    self.init(
      settings: try fields.settings.settings(),
      state: TrainingState(
        iteration: fields.iteration, values: values,
        lastCost: fields.lastCost.map {
          TrainingState.Cost(iteration: $0.iteration, cost: $0.cost)
        }))
    guard let network = fields.network else { return }
    do throws(FormatFault) {
      self.network = try NetworkFile(network, reading: reading)
    } catch {
      guard case .key(let key)? = error.place, error.file == nil else {
        throw error
      }
      throw FormatFault(error.problem, at: .key("network.\(key)"))
    }
  }
}

/// The keys of a training's file.
private struct TrainingFields: Decodable {
  var iteration: Int
  var lastCost: CostFields?
  var settings: SettingsFields
  var values: [ClaimFile.Claim]
  var network: NetworkFields?

  struct CostFields: Decodable {
    var iteration: Int
    var cost: Double

    init(from decoder: any Decoder) throws {
      let keys = try KeyReader(decoder, known: ["iteration", "cost"])
      iteration = try keys.value("iteration", as: WholeNumber.self).value
      cost = try keys.value("cost")
    }
  }

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(
      decoder,
      known: [
        "format", "iteration", "lastCost", "settings", "values", "network",
      ])
    iteration = try keys.value("iteration", as: WholeNumber.self).value
    lastCost = try keys.optional("lastCost")
    settings = try keys.value("settings")
    values = try keys.value("values", as: ClaimFields.self).claims
    network = try keys.optional("network")
  }
}

/// The settings as they are written.
private struct SettingsFields: Decodable {
  var optimizer: String?
  var rate: Double
  var schedule: String?
  var formula: String?
  var constants: [String: Double]?
  var batch: BatchField?
  var shuffles: Bool?
  var seed: UInt64?
  var length: LengthField?
  var stops: StopsField?
  var interval: WholeNumber?

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(
      decoder,
      known: [
        "optimizer", "rate", "schedule", "formula", "constants", "batch",
        "shuffle", "seed", "length", "stops", "interval",
      ])
    optimizer = try keys.optional("optimizer")
    rate = try keys.value("rate")
    schedule = try keys.optional("schedule")
    formula = try keys.optional("formula")
    constants = try keys.optional("constants")
    batch = try keys.optional("batch")
    shuffles = try keys.optional("shuffle")
    seed = try keys.optional("seed")
    length = try keys.optional("length")
    stops = try keys.optional("stops")
    interval = try keys.optional("interval")
  }

  func settings() throws(FormatFault) -> TrainingSettings {
    var settings = TrainingSettings(
      rate: rate, schedule: try readSchedule(),
      batch: batch?.batch ?? .all, shuffles: shuffles ?? true,
      seed: seed ?? 1, interval: interval?.value)
    if let optimizer {
      guard let known = Optimizer.named(optimizer) else {
        throw FormatFault(
          unknown: .optimizer, optimizer, at: "settings.optimizer")
      }
      settings.optimizer = known
    }
    for (name, value) in constants ?? [:] {
      settings.constants[Name(name)] = value
    }
    if let length { settings.length = length.length }
    if let stops { settings.stops = stops.stops }
    return settings
  }

  private func readSchedule() throws(FormatFault) -> Schedule {
    if schedule == Schedule.ownName || (schedule == nil && formula != nil) {
      guard let formula else {
        throw FormatFault(.missing(key: "settings.formula"))
      }
      return Schedule(formula: formula)
    }
    guard let schedule else { return .constant }
    guard let known = Schedule.named(schedule) else {
      throw FormatFault(
        unknown: .schedule, schedule, at: "settings.schedule")
    }
    return known
  }
}

/// `"all"` or how many examples.
private struct BatchField: Decodable {
  var batch: TrainingSettings.Batch

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    let key = decoder.codingPath.written()
    if let word = try? value.decode(String.self) {
      guard word == "all" else {
        throw FormatFault(unknown: .batch, word, at: key)
      }
      batch = .all
      return
    }
    let size = try value.decode(WholeNumber.self).value
    guard size >= 1 else {
      throw FormatFault(.outOfRange("1 or more"), at: .key(key))
    }
    batch = size == 1 ? .one : .size(size)
  }
}

/// How many iterations, or how many epochs.
private struct LengthField: Decodable {
  var length: TrainingSettings.Length

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(decoder, known: ["iterations", "epochs"])
    let iterations: WholeNumber? = try keys.optional("iterations")
    let epochs: WholeNumber? = try keys.optional("epochs")
    switch (iterations?.value, epochs?.value) {
    case (let count?, nil) where count >= 0: length = .iterations(count)
    case (nil, let count?) where count >= 0: length = .epochs(count)
    default:
      throw FormatFault(
        .outOfRange("a number of iterations, or one of epochs"),
        at: .key(decoder.codingPath.written()))
    }
  }
}

private struct StopsField: Decodable {
  var stops: TrainingSettings.Stops

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(
      decoder, known: ["costAtMost", "accuracyAtLeast", "whenCostRises"])
    stops = TrainingSettings.Stops(
      costAtMost: try keys.optional("costAtMost"),
      accuracyAtLeast: try keys.optional("accuracyAtLeast"),
      whenCostRises: try keys.optional("whenCostRises") ?? false)
  }
}
