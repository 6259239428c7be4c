import Algebra

/// How the learning rate changes while a network learns, as a formula of the
/// language.
///
/// Its letters are `η0`, the rate to begin with, `e`, the epoch, and `i`, the
/// iteration, both counted from 0; `π`; and its constants. `floor(u)` is the
/// largest whole number that is not above u.
public struct Schedule: Hashable, Sendable {
  public let name: String
  /// What it does, in one sentence.
  public let summary: String
  /// Where it is found, as a citation.
  public let source: String?
  public let formula: String
  public let constants: [TrainingConstant]

  public init(
    _ name: String, summary: String, source: String? = nil,
    formula: String, constants: [TrainingConstant] = []
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.formula = formula
    self.constants = constants
  }

  /// A formula that somebody wrote for a single training.
  public init(formula: String) {
    self.init(
      Self.ownName, summary: "A formula of your own.", formula: formula)
  }

  /// The name of a schedule that is in no table.
  public static let ownName = "formula"

  public static let all: [Schedule] = [
    constant, stepDecay, inverseTime, cosine,
  ]

  public static func named(_ name: String) -> Schedule? {
    all.first { $0.name == name }
  }
}
