import Algebra

/// How a parameter is replaced in an iteration: lines of the language for a
/// parameter `P` with the slope `dP`.
///
/// A quantity on the left of a line that is not `P` is carried from one
/// iteration to the next and is 0 at first. One with a `P` in its name, as
/// `vP`, is there once for each parameter and is called `vW1` for `W1`.
///
/// A rule is read as its paper has it, from above to below: a line means what
/// the lines above it have made. The updates of a worksheet all mean the
/// values of before, so there the formulas of those lines are put in.
public struct Optimizer: Hashable, Sendable {
  public let name: String
  /// What it does, in one sentence.
  public let summary: String
  /// Where the rule is found, as a citation.
  public let source: String
  /// A rate to begin with.
  public let rate: Double
  public let constants: [TrainingConstant]
  /// The lines in their order, `quantity ← formula`.
  public let lines: [String]

  public init(
    _ name: String, summary: String, source: String, rate: Double,
    constants: [TrainingConstant] = [], lines: [String]
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.rate = rate
    self.constants = constants
    self.lines = lines
  }

  public static let all: [Optimizer] = [descent, momentum, adam]

  public static func named(_ name: String) -> Optimizer? {
    all.first { $0.name == name }
  }
}
