import Algebra
import Matrices

/// Which classes a network gives to examples, held against the right ones.
public struct Prediction: Sendable {
  /// The class given to each example, counted from 0; nothing where two
  /// classes are equally likely.
  public let classes: [Int?]
  /// The right class of each example; nothing where the target names none.
  public let truths: [Int?]
  public let classCount: Int

  /// Reads classes from what comes out and what should.
  public init(
    _ classification: Classification, output: Matrix<Double>,
    target: Matrix<Double>
  ) {
    classes = classification.classes(of: output)
    truths = classification.classes(of: target)
    classCount = classification.rule == .half ? 2 : output.rows
  }

  /// Computes what a worksheet predicts.
  ///
  /// Nothing comes of a worksheet that does not classify.
  ///
  /// - Parameters:
  ///   - worksheet: The equations.
  ///   - values: The examples and the parameters.
  /// - Throws: ``TrainingFault/plan(_:)``.
  public init?(
    _ worksheet: Worksheet, values: [Name: Matrix<Double>]
  ) throws(TrainingFault) {
    guard let classification = Classification(worksheet, values: values),
      let target = values[classification.target]
    else { return nil }
    do throws(PlanFault) {
      let plan = try Plan(
        worksheet, shapes: values.mapValues(\.shape),
        wanting: [classification.output], updates: false)
      try plan.load(values)
      try plan.run()
      guard let output = plan.value(classification.output) else { return nil }
      self.init(classification, output: output, target: target)
    } catch { throw .plan(error) }
  }

  /// The examples whose class is the right one.
  public var rightCount: Int {
    zip(classes, truths).count { $0 != nil && $0 == $1 }
  }

  /// The examples with two classes equally likely; they count as wrong.
  public var tieCount: Int { classes.count { $0 == nil } }

  /// The share of the examples whose class is the right one, from 0 to 1.
  public var accuracy: Double { Double(rightCount) / Double(classes.count) }

  /// How many examples of each class were given each class.
  ///
  /// Shapes: a row for each right class and a column for each class given;
  /// examples without one of the two are in no place.
  public var confusion: [[Int]] {
    var counts = Array(
      repeating: Array(repeating: 0, count: classCount), count: classCount)
    for case (let given?, let truth?) in zip(classes, truths) {
      counts[truth][given] += 1
    }
    return counts
  }
}
