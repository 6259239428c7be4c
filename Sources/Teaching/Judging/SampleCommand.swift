import Algebra
import Networks

/// A command that an author writes as a sample of what brings a condition
/// about: `set W1[1,2] = 0.3` or `train 100 rate 0.5`.
public enum SampleCommand {
  /// A sample is replayed each time the lesson is checked.
  private static let mostIterations = 200_000

  /// The numbers after the command.
  ///
  /// - Returns: Nothing where a learner could not type it, or it asks for
  ///   more than is replayed.
  public static func carryOut(
    _ line: String, on valuation: Valuation
  ) -> Valuation? {
    guard line.isTraining else {
      return Alteration.carryOut(line, on: valuation)
    }
    let rest = line.dropFirst(Command.train.name.count)
    return try? trained(String(rest).trimmed, on: valuation)
  }

  /// The numbers that training leaves; nothing where there are too many
  /// iterations, or one of them overflows.
  private static func trained(
    _ text: String, on valuation: Valuation
  ) throws -> Valuation? {
    let training = try TrainingRun(
      text, valuation.worksheet, valuation.givens
    ).training
    guard training.plannedIterations <= mostIterations else { return nil }
    if case .notFinite = try training.run() { return nil }
    var after = valuation
    for (name, value) in training.values
    where after.worksheet.given(name) != nil {
      try after.set(name, to: value)
    }
    return after
  }
}

extension String {
  /// Whether the line is a command that trains.
  var isTraining: Bool {
    split(separator: " ").first.map(String.init) == Command.train.name
  }
}
