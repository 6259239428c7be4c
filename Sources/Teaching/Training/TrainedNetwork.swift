import Algebra
import Matrices
import Networks
import Presentation

/// A training that can go on, as long as the weights are those it left.
struct TrainedNetwork: Sendable {
  let origin: String
  let settings: TrainingSettings
  let tracks: [Track]
  let record: Training.Record

  /// Whether a place has the weights that the training left there.
  func left(_ live: LiveBench) -> Bool {
    origin == live.origin
      && live.worksheet.givens.allSatisfy { given in
        given.role != .parameter
          || live.now.values[given.name] == record.state.values[given.name]
      }
  }
}

/// What the world lends to work that takes long: a clock, and a row that is
/// written anew.
public struct Witness: Sendable {
  /// The seconds since any moment.
  let clock: @Sendable () -> Double
  let show: @Sendable (StyledText) -> Void

  public init(
    clock: @escaping @Sendable () -> Double,
    show: @escaping @Sendable (StyledText) -> Void
  ) {
    self.clock = clock
    self.show = show
  }
}
