import Algebra
import Matrices

extension Training {
  /// What can be seen between two iterations.
  public struct Look: Hashable, Sendable {
    /// The iterations done.
    public let iteration: Int
    public let epoch: Int
    /// The cost of all examples with the weights as they are now.
    public let cost: Double
    /// The share of examples whose class is right, where there are classes.
    public let accuracy: Double?
    /// The rate of the iteration that comes next.
    public let rate: Double
    /// How long this run has taken.
    public let seconds: Double
    /// The iteration at which this run ends if nothing stops it.
    public let end: Int
  }

  /// Why a run is over.
  public enum Stop: Hashable, Sendable {
    /// It is as long as was asked for.
    case length
    case cost(Double)
    case accuracy(Double)
    case costRose(from: Double, to: Double)
    case notFinite(Overflow)
    /// Somebody asked for it.
    case interrupted
  }

  /// A number that was too large to be held.
  public struct Overflow: Hashable, Sendable {
    /// The first quantity, in the order of the worksheet, that is not finite.
    public let quantity: Name
    /// The iteration in which it is computed, counted from 0; the weights
    /// are now those with which that iteration began.
    public let iteration: Int
    /// Whether it is an update that gave such a number.
    public let isUpdate: Bool
  }

  /// Goes on learning.
  ///
  /// - Parameters:
  ///   - length: How long; as long as the settings say if absent.
  ///   - clock: Gives the seconds since any moment, which only looks report.
  ///   - look: Called between iterations, every ``interval`` of them and at
  ///     both ends; the run stops where it returns false. It is also stopped
  ///     by ``Interruption``.
  /// - Returns: Why it stopped; the iteration at hand is always finished.
  /// - Throws: ``TrainingFault``.
  @discardableResult
  public func run(
    _ length: TrainingSettings.Length? = nil, clock: () -> Double = { 0 },
    look: (Look) -> Bool = { _ in true }
  ) throws(TrainingFault) -> Stop {
    let end = iteration + iterations(of: length ?? settings.length)
    let outcome: Result<Stop, TrainingFault> = Interruption.deferred {
      isRaised in
      do throws(TrainingFault) {
        return .success(try run(to: end, unless: isRaised, clock, look))
      } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  private func run(
    to end: Int, unless isRaised: () -> Bool, _ clock: () -> Double,
    _ look: (Look) -> Bool
  ) throws(TrainingFault) -> Stop {
    let start = clock()
    var isWanted = true
    while true {
      let before = descent.weights
      if let stop = try examine() { return stop }
      let numbers = try measure()
      let seen = Look(
        iteration: iteration, epoch: epoch, cost: numbers.cost,
        accuracy: numbers.accuracy, rate: try descent.nextRate(),
        seconds: clock() - start, end: end)
      guard look(seen), isWanted else { return .interrupted }
      if let stop = reached(numbers) { return stop }
      guard iteration < end else { return .length }
      let from = iteration
      isWanted = try descent.advance(
        to: min(end, nextStop), unless: isRaised)
      if !descent.isFinite { return try overflow(from: from, before) }
    }
  }

  /// How many iterations a run has that is not told how long, and that
  /// nothing stops.
  public var plannedIterations: Int { iterations(of: settings.length) }

  private func iterations(of length: TrainingSettings.Length) -> Int {
    switch length {
    case .iterations(let count): max(count, 0)
    case .epochs(let count):
      // Up to the end of an epoch, wherever the run begins.
      max(count, 0) * iterationsPerEpoch - iteration % iterationsPerEpoch
    }
  }

  private var nextStop: Int { (iteration / interval + 1) * interval }

  /// Records what has to be recorded, and looks whether the cost is finite
  /// and has not risen.
  private func examine() throws(TrainingFault) -> Stop? {
    let numbers = try measure()
    guard numbers.cost.isFinite || worksheet.cost == nil else {
      return .notFinite(try firstOverflow())
    }
    if keyframes.wants(iteration) {
      keyframes.append(
        Keyframes.Frame(iteration: iteration, weights: descent.weights))
    }
    if trajectory.wants(iteration) {
      trajectory.append(
        Trajectory.Point(
          iteration: iteration, epoch: epoch, cost: numbers.cost,
          accuracy: numbers.accuracy, tracked: numbers.tracked))
    }
    return rise(to: numbers.cost)
  }

  /// The cost is compared with that of the look before, at iterations that
  /// the interval decides and not the length of a run.
  private func rise(to cost: Double) -> Stop? {
    guard settings.stops.whenCostRises, iteration % interval == 0 else {
      return nil
    }
    let last = lookedAt
    guard last.map({ $0.iteration < iteration }) ?? true else { return nil }
    lookedAt = (iteration, cost)
    guard let last, cost > last.cost else { return nil }
    return .costRose(from: last.cost, to: cost)
  }

  private func reached(_ numbers: Measurement.Numbers) -> Stop? {
    if let limit = settings.stops.costAtMost, numbers.cost <= limit {
      return .cost(numbers.cost)
    }
    if let limit = settings.stops.accuracyAtLeast,
      let accuracy = numbers.accuracy, accuracy >= limit
    {
      return .accuracy(accuracy)
    }
    return nil
  }
}

// MARK: - Numbers that are not finite

extension Training {
  /// Goes the same way again, one iteration at a time, to find out where a
  /// number was not finite first, and leaves the weights there.
  private func overflow(
    from start: Int, _ weights: Weights
  ) throws(TrainingFault) -> Stop {
    try descent.load(weights, at: start)
    var last = weights
    while true {
      let place = iteration
      _ = try descent.advance(to: place + 1)
      guard descent.isFinite else {
        try descent.load(last, at: place)
        return .notFinite(try firstOverflow(inIteration: place))
      }
      last = descent.weights
    }
  }

  /// The first quantity that is not finite in an iteration, or with all
  /// examples.
  private func firstOverflow(
    inIteration place: Int? = nil
  ) throws(TrainingFault) -> Overflow {
    let valuation = try valuation(
      with: descent.weights, examplesOf: place)
    if let name = valuation.firstNotFinite {
      return Overflow(
        quantity: name, iteration: iteration, isUpdate: false)
    }
    let rate = try descent.nextRate()
    let updates: [(equation: Equation, value: Matrix<Double>)]
    do { updates = try valuation.updates(rate: rate) } catch {
      throw .worksheet(error)
    }
    let update = updates.first { $0.value.storage.contains { !$0.isFinite } }
    return Overflow(
      quantity: update?.equation.name ?? worksheet.cost?.name
        ?? Worksheet.rate,
      iteration: iteration, isUpdate: update != nil)
  }
}
