import Algebra
import Matrices
import Networks

/// A training as it was left, to be taken up from the same bits.
public struct TrainingFile: Sendable {
  public var settings: TrainingSettings
  public var state: TrainingState
  /// The network that learns, where the file holds it too.
  public var network: NetworkFile?

  public init(
    settings: TrainingSettings, state: TrainingState,
    network: NetworkFile? = nil
  ) {
    self.settings = settings
    self.state = state
    self.network = network
  }

  /// The training as it stands now.
  ///
  /// - Parameters:
  ///   - training: What is being trained.
  ///   - network: Where it came from, if that is to be in the file; its
  ///     weights are replaced by those of the training.
  public init(_ training: Training, network: NetworkFile? = nil) {
    self.init(
      settings: training.settings, state: training.state, network: network)
    for name in training.worksheet.givens.map(\.name) {
      guard self.network?.givens[name] != nil, let value = state.values[name]
      else { continue }
      self.network?.givens[name] = value
    }
  }
}
