import Algebra

/// A number in the rule of an optimiser or a schedule, with its usual value.
public struct TrainingConstant: Hashable, Sendable {
  public let name: Name
  public let value: Double
  /// What it does, as a phrase.
  public let summary: String
  /// The values for which the rule makes sense.
  public let range: Range<Double>

  public init(
    _ name: Name, _ value: Double, _ summary: String,
    in range: Range<Double>
  ) {
    self.name = name
    self.value = value
    self.summary = summary
    self.range = range
  }

  /// The value that is chosen, or the usual one.
  func value(
    chosen: [Name: Double]
  ) throws(TrainingFault) -> Double {
    let value = chosen[name] ?? self.value
    guard range.contains(value) else {
      throw .constant(name, value, range)
    }
    return value
  }
}
