import Algebra
import Matrices
import Networks
import TestSupport
import Testing

/// Networks with numbers, small enough to be trained in a test.
struct LearningCase {
  var worksheet: Worksheet
  var values: [Name: Matrix<Double>]

  /// Two inputs, three hidden units and one output that learn XOR.
  static func xor(seed: UInt64 = 3) throws -> LearningCase {
    var values: [Name: Matrix<Double>] = [
      "x": try Matrix([[0.0, 0, 1, 1], [0, 1, 0, 1]]),
      "y": try Matrix([[0.0, 1, 1, 0]]),
    ]
    let description = NetworkDescription(
      layers: [2, 3, 1],
      activations: ["tanh", "sigmoid"].compactMap(Activation.named),
      hasBias: [true, true],
      cost: try #require(Cost.named("binary-cross-entropy")),
      reduction: .mean)
    try draw(
      &values, [("W1", 3, 2), ("b1", 3, 1), ("W2", 1, 3), ("b2", 1, 1)],
      seed)
    return LearningCase(
      worksheet: try description.worksheet(), values: values)
  }

  /// Five classes of points on a line, more of them than fit in whole
  /// batches.
  static func classes(examples: Int = 23) throws -> LearningCase {
    let description = NetworkDescription(
      layers: [2, 6, 5],
      activations: ["tanh", "softmax"].compactMap(Activation.named),
      hasBias: [true, true],
      cost: try #require(Cost.named("cross-entropy")), reduction: .mean,
      penalty: Penalty(strength: 0.01, over: .twiceExamples),
      targetColumnsSumToOne: true)
    var values: [Name: Matrix<Double>] = ["λ": Matrix(scalar: 0.01)]
    try draw(
      &values,
      [
        ("x", 2, examples), ("W1", 6, 2), ("b1", 6, 1), ("W2", 5, 6),
        ("b2", 5, 1),
      ], 8)
    let x = try #require(values["x"])
    values["y"] = try Matrix(rows: 5, columns: examples) { row, column in
      row == min(4, Int((x[0, column] + 1) * 2.5)) ? 1 : 0
    }
    return LearningCase(
      worksheet: try description.worksheet(), values: values)
  }

  /// One weight and one example: `C = (w x - y)²`.
  static func oneWeight(w: Double, x: Double, y: Double) throws -> LearningCase
  {
    var worksheet = Worksheet(
      givens: [
        Given("x", .scalar, role: .input), Given("y", .scalar, role: .target),
        Given("w", .scalar, role: .parameter),
      ])
    worksheet.equations = [
      Equation(
        "C", try Expression("(w*x - y)^2", in: worksheet.scope), role: .cost)
    ]
    return LearningCase(
      worksheet: try worksheet.withBackwardPass(),
      values: [
        "x": Matrix(scalar: x), "y": Matrix(scalar: y), "w": Matrix(scalar: w),
      ])
  }

  private static func draw(
    _ values: inout [Name: Matrix<Double>],
    _ shapes: [(name: Name, rows: Int, columns: Int)], _ seed: UInt64
  ) throws {
    var random = SeededGenerator(seed)
    for (name, rows, columns) in shapes {
      values[name] = try Matrix(
        rows: rows, columns: columns,
        storage: (0..<rows * columns).map { _ in
          Double.random(in: -1...1, using: &random)
        })
    }
  }

  func training(
    _ settings: TrainingSettings, from state: TrainingState? = nil,
    tracking tracks: [Track] = []
  ) throws -> Training {
    try Training(
      worksheet, values: values, settings: settings, resuming: state,
      tracking: tracks)
  }
}

/// Every optimiser with every batch.
let manners: [TrainingSettings] = Optimizer.all.flatMap { optimizer in
  [TrainingSettings.Batch.all, .size(5), .one].map { batch in
    TrainingSettings(
      optimizer: optimizer, rate: optimizer.rate, batch: batch, seed: 11,
      interval: 7)
  }
}

func number(_ name: Name, in training: Training) throws -> Double {
  try #require(training.values[name]?.storage.first)
}
