import Algebra
import Matrices

/// Where a training stands: what it takes to go on from there, together with
/// the settings.
public struct TrainingState: Hashable, Sendable {
  /// The iterations done.
  public var iteration: Int
  /// The parameters, and what the updates carry.
  public var values: [Name: Matrix<Double>]
  /// The cost at the last look, with which the next one is compared.
  public var lastCost: Cost?

  public struct Cost: Hashable, Sendable {
    public var iteration: Int
    public var cost: Double

    public init(iteration: Int, cost: Double) {
      self.iteration = iteration
      self.cost = cost
    }
  }

  public init(
    iteration: Int, values: [Name: Matrix<Double>], lastCost: Cost? = nil
  ) {
    self.iteration = iteration
    self.values = values
    self.lastCost = lastCost
  }

  /// Refuses values that are not those of a training.
  func check(against weights: Weights) throws(TrainingFault) {
    for name in Set(values.keys).union(weights.keys).sorted() {
      guard let value = values[name], value.shape == weights[name]?.shape
      else { throw .strangeState(name) }
    }
  }
}
