import Algebra
import Matrices

extension Training {
  /// All that a training has kept: where it stands, and the way there.
  ///
  /// With it a later training of the same worksheet and settings goes on, and
  /// back, as if there had been one.
  public struct Record: Sendable {
    public let state: TrainingState
    public let trajectory: Trajectory
    /// The iterations whose weights can be had back.
    public let kept: ClosedRange<Int>
    let keyframes: Keyframes
  }

  /// How many examples there are.
  public var exampleCount: Int { examples.count }

  public var record: Record {
    Record(
      state: state, trajectory: trajectory, kept: kept, keyframes: keyframes)
  }

  /// Takes up a training where another one left it, with the way there.
  ///
  /// - Parameters:
  ///   - worksheet: The equations of that training.
  ///   - values: What is given; the weights are those of the record.
  ///   - settings: Those of that training, but for its length and its stops.
  ///   - record: What it kept.
  ///   - tracks: What it recorded.
  /// - Throws: ``TrainingFault``.
  public convenience init(
    _ worksheet: Worksheet, values: [Name: Matrix<Double>],
    settings: TrainingSettings, resuming record: Record,
    tracking tracks: [Track] = []
  ) throws(TrainingFault) {
    try self.init(
      worksheet, values: values, settings: settings, resuming: record.state,
      tracking: tracks)
    trajectory = record.trajectory
    keyframes = record.keyframes
    farthest = record.kept.upperBound
  }
}
