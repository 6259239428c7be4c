import Algebra
import Matrices

extension Training {
  /// The iterations whose weights can be had back.
  public var kept: ClosedRange<Int> {
    let first = keyframes.frames[0].iteration
    let last = keyframes.frames.last?.iteration ?? first
    return first...max(last, iteration, farthest)
  }

  /// The weights with which an iteration began, to the last bit.
  ///
  /// They are computed again from the last that were kept before it; where
  /// training stands does not change. ``Interruption`` stops the way there.
  ///
  /// - Parameter iteration: How many iterations are done by then.
  /// - Returns: The parameters, and what the updates carry.
  /// - Throws: ``TrainingFault/notReached(iteration:from:through:)``,
  ///   ``TrainingFault/stopped(iteration:)``.
  public func state(at iteration: Int) throws(TrainingFault) -> TrainingState {
    let here = (iteration: descent.iteration, weights: descent.weights)
    let found = way(to: iteration)
    try descent.load(here.weights, at: here.iteration)
    return try found.get()
  }

  /// Goes back, or forward again, to an iteration that was reached before.
  ///
  /// - Throws: As ``state(at:)``; training then stands where it stood.
  public func move(to iteration: Int) throws(TrainingFault) {
    let here = (iteration: descent.iteration, weights: descent.weights)
    switch way(to: iteration) {
    case .success(let state):
      lookedAt = state.lastCost.map { ($0.iteration, $0.cost) }
    case .failure(let fault):
      try descent.load(here.weights, at: here.iteration)
      throw fault
    }
  }

  /// Goes to an iteration, unless that is wanted no longer on the way.
  private func way(
    to iteration: Int
  ) -> Result<TrainingState, TrainingFault> {
    Interruption.deferred { isRaised in
      do throws(TrainingFault) {
        let cost = try lastCost(at: iteration, unless: isRaised)
        let weights = try weights(at: iteration, unless: isRaised)
        return .success(
          TrainingState(
            iteration: iteration, values: weights, lastCost: cost))
      } catch .stopped {
        return .failure(.stopped(iteration: iteration))
      } catch { return .failure(error) }
    }
  }

  private func weights(
    at iteration: Int, unless isRaised: () -> Bool
  ) throws(TrainingFault) -> Weights {
    guard kept.contains(iteration),
      let frame = keyframes.nearest(to: iteration)
    else {
      throw .notReached(
        iteration: iteration, from: kept.lowerBound, through: kept.upperBound)
    }
    try descent.load(frame.weights, at: frame.iteration)
    guard try descent.advance(to: iteration, unless: isRaised) else {
      throw .stopped(iteration: iteration)
    }
    return descent.weights
  }

  /// The cost at the last look up to an iteration, where a later look is to
  /// be compared with it.
  private func lastCost(
    at iteration: Int, unless isRaised: () -> Bool
  ) throws(TrainingFault) -> TrainingState.Cost? {
    let place = iteration / interval * interval
    guard settings.stops.whenCostRises else { return nil }
    guard kept.contains(place) else { return firstCost }
    let weights = try weights(at: place, unless: isRaised)
    return TrainingState.Cost(
      iteration: place, cost: try measurement.numbers(with: weights).cost)
  }
}
