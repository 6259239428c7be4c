import Algebra

/// A cost of one example, written in the language.
public struct Cost: Sendable {
  /// As files write it.
  public let name: String
  /// What it says, in one sentence.
  public let summary: String
  public let needsTarget: Bool
  /// The cost of each example as a row, from the outputs and the targets.
  public let formula:
    @Sendable (_ output: Expression, _ target: Expression) -> Expression

  public static let all: [Cost] = [
    Cost(
      name: "half-squared-error",
      summary: "Half the sum of the squared differences.", needsTarget: true
    ) { output, target in
      Expression.decimal("½").times(squaredError(output, target))
    },
    Cost(
      name: "squared-error", summary: "The sum of the squared differences.",
      needsTarget: true, formula: squaredError),
    Cost(
      name: "binary-cross-entropy",
      summary:
        "The surprise at each output, taken as a probability of its own.",
      needsTarget: true
    ) { output, target in
      let hits = target.hadamard(.call("ln", output))
      let misses = Expression(1).minus(target).hadamard(
        .call("ln", Expression(1).minus(output)))
      return Expression.call("colsum", hits.plus(misses)).negated
    },
    Cost(
      name: "cross-entropy",
      summary: "The surprise at the class that was right.", needsTarget: true
    ) { output, target in
      Expression.call("colsum", target.hadamard(.call("ln", output))).negated
    },
    Cost(
      name: "sum-of-outputs", summary: "The sum of the outputs.",
      needsTarget: false
    ) { output, _ in .call("colsum", output) },
  ]

  public static func named(_ name: String) -> Cost? {
    all.first { $0.name == name }
  }

  @Sendable
  private static func squaredError(
    _ output: Expression, _ target: Expression
  ) -> Expression {
    .call("colsum", .binary(.hadamardPower, output.minus(target), 2))
  }
}

/// How the costs of the examples become one number.
public enum Reduction: String, Hashable, Sendable, CaseIterable {
  case sum
  /// The mean over the examples.
  case mean
  /// The mean over every entry of the output.
  case meanOfAll = "mean-all"
}

/// A price on large weights: λ/(2m) or λ/2 times the sum of their squares.
public struct Penalty: Hashable, Sendable {
  public var strength: Double
  public var divisor: Divisor

  public init(strength: Double, over divisor: Divisor) {
    self.strength = strength
    self.divisor = divisor
  }

  public enum Divisor: String, Hashable, Sendable, CaseIterable {
    case twiceExamples = "2m"
    case two = "2"
  }
}
