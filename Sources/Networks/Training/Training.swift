import Algebra
import Matrices

/// A network that learns: the equations of a worksheet, run again and again.
///
/// What is run is the worksheet, compiled; its update equations are those
/// that are shown. The same settings give the same bits, in one run or in
/// many, and from a saved state as from one that was never left.
public final class Training {
  /// The equations, with the updates that are done.
  public let worksheet: Worksheet
  public let settings: TrainingSettings
  /// Which numbers are recorded on the way.
  public let tracks: [Track]
  /// Numbers on the way so far.
  public internal(set) var trajectory: Trajectory

  /// Everything given, the weights as training found them.
  let givens: [Name: Matrix<Double>]
  let examples: Examples
  let descent: Descent
  let measurement: Measurement
  /// Iterations between two looks.
  public let interval: Int
  var keyframes: Keyframes
  /// How far training came before it went back.
  var farthest = 0
  /// The cost at the last look that falls on the interval.
  var lookedAt: (iteration: Int, cost: Double)?
  /// The cost before training was taken up, where it had begun elsewhere.
  let firstCost: TrainingState.Cost?
  /// The last look, while the weights are as they were in it.
  private var measured: (iteration: Int, numbers: Measurement.Numbers)?

  /// Makes a network ready to learn.
  ///
  /// - Parameters:
  ///   - worksheet: Equations with the slopes in the parameters.
  ///   - values: A value for every given quantity; for those of the
  ///     optimiser, they may be absent.
  ///   - settings: How it is to learn.
  ///   - state: Where an earlier training stopped; the beginning if absent.
  ///   - tracks: What is recorded besides cost and accuracy.
  ///   - points: How many points of it are kept at most.
  ///   - taken: Names that the optimiser's quantities may not have.
  /// - Throws: ``TrainingFault``.
  public init(
    _ worksheet: Worksheet, values: [Name: Matrix<Double>],
    settings: TrainingSettings = TrainingSettings(),
    resuming state: TrainingState? = nil, tracking tracks: [Track] = [],
    points: Int = 1000, avoiding taken: Set<Name> = []
  ) throws(TrainingFault) {
    try settings.check()
    let sheet = try TrainingSheet(
      worksheet, values, settings, avoiding: taken)
    self.worksheet = sheet.worksheet
    self.settings = settings
    self.tracks = tracks
    givens = sheet.values
    examples = try Examples(sheet.worksheet, sheet.values, settings)
    let work = Self.work(sheet.worksheet, sheet.values, examples)
    interval = settings.interval ?? Self.interval(work, examples)
    descent = try Descent(
      sheet.worksheet, sheet.values, examples,
      ReadSchedule(
        settings.schedule, rate: settings.rate, chosen: settings.constants,
        iterationsPerEpoch: examples.iterationsPerEpoch),
      stretch: Self.count(of: work, in: 3e7, atMost: 1000))
    measurement = try Measurement(
      sheet.worksheet, sheet.values, tracking: tracks)
    trajectory = Trajectory(
      labels: tracks.map(\.label), every: interval, limit: points)
    if let state { try state.check(against: descent.weights) }
    let weights = descent.weights.merging(state?.values ?? [:]) { $1 }
    let start = state?.iteration ?? 0
    try descent.load(weights, at: start)
    firstCost = state?.lastCost
    lookedAt = firstCost.map { ($0.iteration, $0.cost) }
    keyframes = Keyframes(
      Keyframes.Frame(iteration: start, weights: weights), every: interval,
      limit: Self.count(of: weights.bytes, in: 1e8, atMost: 64))
  }

  // MARK: - Where it stands

  /// The iterations done.
  public var iteration: Int { descent.iteration }

  public var epoch: Int { descent.epoch }

  public var iterationsPerEpoch: Int { examples.iterationsPerEpoch }

  /// The parameters, and what the updates carry.
  public var values: [Name: Matrix<Double>] { descent.weights }

  /// Whether the learning rate is in the updates; lines of a worksheet's own
  /// may hold a number of theirs.
  public var takesRate: Bool { descent.takesRate }

  /// The rule of the updates; nothing where the worksheet's own lines have
  /// another.
  public var rule: Optimizer? {
    settings.optimizer ?? (worksheet.isUpdatedByDescent ? .descent : nil)
  }

  /// The learning rate of the iteration that comes next.
  ///
  /// - Throws: ``TrainingFault/scheduledRate(_:iteration:)``.
  public func rate() throws(TrainingFault) -> Double {
    try descent.nextRate()
  }

  /// All that it takes to go on elsewhere.
  public var state: TrainingState {
    TrainingState(
      iteration: iteration, values: descent.weights,
      lastCost: lookedAt.map {
        TrainingState.Cost(iteration: $0.iteration, cost: $0.cost)
      })
  }

  /// What the network predicts for the examples, where it classifies.
  ///
  /// - Throws: ``TrainingFault``.
  public func prediction() throws(TrainingFault) -> Prediction? {
    _ = try measurement.numbers(with: descent.weights)
    return measurement.prediction
  }

  /// The worksheet with the numbers of the iteration that comes next, its
  /// examples among them: what the updates will be done with.
  ///
  /// `updates(rate:)` of it says what they come to.
  ///
  /// - Throws: ``TrainingFault/worksheet(_:)``.
  public func nextIteration() throws(TrainingFault) -> Valuation {
    try valuation(with: descent.weights, examplesOf: iteration)
  }

  func valuation(
    with weights: Weights, examplesOf iteration: Int?
  ) throws(TrainingFault) -> Valuation {
    var values = givens.merging(weights) { $1 }
    if let iteration, !examples.isWhole {
      let columns = examples.columns(of: iteration)
      for name in examples.names {
        values[name] = givens[name]?.columns(at: columns)
      }
    }
    do { return try Valuation(worksheet, givens: values) } catch {
      throw .worksheet(error)
    }
  }

  func measure() throws(TrainingFault) -> Measurement.Numbers {
    if let measured, measured.iteration == iteration {
      return measured.numbers
    }
    let numbers = try measurement.numbers(with: descent.weights)
    measured = (iteration, numbers)
    return numbers
  }

  // MARK: - How often to look

  /// Multiplications of an iteration over all examples, about.
  private static func work(
    _ worksheet: Worksheet, _ values: [Name: Matrix<Double>],
    _ examples: Examples
  ) -> Int {
    let entries = worksheet.givens.reduce(0) { sum, given in
      given.role == .parameter
        ? sum + (values[given.name]?.storage.count ?? 0) : sum
    }
    return max(3 * entries * examples.count, 1)
  }

  private static func count(
    of part: Int, in whole: Double, atMost limit: Int
  ) -> Int {
    min(max(Int(whole / Double(max(part, 1))), 1), limit)
  }

  /// A look costs about a third of an iteration over all examples, and
  /// should not be felt.
  private static func interval(_ work: Int, _ examples: Examples) -> Int {
    let epochs = count(of: work, in: 5e7, atMost: 1000)
    guard !examples.isWhole else { return max(epochs, 10) }
    let perEpoch = examples.iterationsPerEpoch
    return perEpoch * max(1, min(epochs, 1000 / perEpoch))
  }
}

extension Weights {
  var bytes: Int { values.reduce(0) { $0 + $1.storage.count * 8 } }
}
