import Algebra

/// How a network is to learn.
public struct TrainingSettings: Hashable, Sendable {
  /// The rule of the updates; where absent the worksheet's own, and plain
  /// descent for what it does not update.
  public var optimizer: Optimizer?
  public var rate: Double
  public var schedule: Schedule
  /// Values chosen for constants of the optimiser and the schedule.
  public var constants: [Name: Double]
  public var batch: Batch
  /// Whether the examples come in another order in every epoch.
  public var shuffles: Bool
  public var seed: UInt64
  /// How long a run lasts that is not told otherwise.
  public var length: Length
  public var stops: Stops
  /// Iterations between two looks; where absent they follow from the sizes.
  public var interval: Int?

  public init(
    optimizer: Optimizer? = nil, rate: Double = 0.1,
    schedule: Schedule = .constant, constants: [Name: Double] = [:],
    batch: Batch = .all, shuffles: Bool = true, seed: UInt64 = 1,
    length: Length = .iterations(1000), stops: Stops = Stops(),
    interval: Int? = nil
  ) {
    self.optimizer = optimizer
    self.rate = rate
    self.schedule = schedule
    self.constants = constants
    self.batch = batch
    self.shuffles = shuffles
    self.seed = seed
    self.length = length
    self.stops = stops
    self.interval = interval
  }

  /// The examples of one iteration.
  public enum Batch: Hashable, Sendable {
    case all
    case size(Int)
    case one
  }

  public enum Length: Hashable, Sendable {
    case iterations(Int)
    case epochs(Int)
  }

  /// When to stop before the end.
  ///
  /// It is looked at between iterations, as often as the interval says.
  /// Numbers that are not finite stop always.
  public struct Stops: Hashable, Sendable {
    public var costAtMost: Double?
    public var accuracyAtLeast: Double?
    public var whenCostRises: Bool

    public init(
      costAtMost: Double? = nil, accuracyAtLeast: Double? = nil,
      whenCostRises: Bool = false
    ) {
      self.costAtMost = costAtMost
      self.accuracyAtLeast = accuracyAtLeast
      self.whenCostRises = whenCostRises
    }
  }
}

extension TrainingSettings {
  /// Refuses what no training can be done with.
  func check() throws(TrainingFault) {
    guard rate.isFinite, rate > 0 else { throw .rate(rate) }
    if case .size(let size) = batch, size < 1 { throw .batchSize(size) }
    if let interval, interval < 1 { throw .interval(interval) }
    let known = (optimizer?.constants ?? []) + schedule.constants
    for name in constants.keys.sorted()
    where !known.contains(where: { $0.name == name }) {
      throw .unknownConstant(name, known: known.map(\.name))
    }
  }
}
