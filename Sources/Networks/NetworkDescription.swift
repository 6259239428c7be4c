import Algebra

/// A layered network in a few words, from which its worksheet is written.
public struct NetworkDescription: Sendable {
  /// Units in each layer, the input first.
  public var layers: [Int]
  /// One for each layer behind the input.
  public var activations: [Activation]
  /// Whether each layer behind the input adds a bias.
  public var hasBias: [Bool]
  public var cost: Cost
  public var reduction: Reduction
  public var penalty: Penalty?
  public var delta: Worksheet.DeltaConvention
  public var examples: Examples
  /// The slope of relu and its kind at 0.
  public var slopeAtKink: Double
  /// Whether each column of the target adds up to 1.
  public var targetColumnsSumToOne: Bool

  /// Whether the columns are one by nature or a batch.
  public enum Examples: String, Hashable, Sendable, CaseIterable {
    case one
    case many = "m"
  }

  public init(
    layers: [Int], activations: [Activation], hasBias: [Bool], cost: Cost,
    reduction: Reduction = .sum, penalty: Penalty? = nil,
    delta: Worksheet.DeltaConvention = .mean, examples: Examples = .many,
    slopeAtKink: Double = 0, targetColumnsSumToOne: Bool = false
  ) {
    self.layers = layers
    self.activations = activations
    self.hasBias = hasBias
    self.cost = cost
    self.reduction = reduction
    self.penalty = penalty
    self.delta = delta
    self.examples = examples
    self.slopeAtKink = slopeAtKink
    self.targetColumnsSumToOne = targetColumnsSumToOne
  }

  /// The number of the last layer.
  public var depth: Int { layers.count - 1 }
}
