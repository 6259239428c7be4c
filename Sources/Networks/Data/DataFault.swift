import Matrices

/// What keeps examples from being put together, parted or made.
public enum DataFault: Error, Hashable, Sendable {
  case countsDiffer(x: Int, y: Int)
  case rowsDiffer(expected: Int, found: Int)
  case classesDiffer(rows: Int, classes: Int)
  case labelOutOfRange(Int, example: Int, classes: Int)
  case shareOutOfRange(Double)
  case partWithoutExamples(share: Double, count: Int)
  case noExample(Int, count: Int)
  case countOutOfRange(Int)
  case noiseOutOfRange(Double)
  case factorOutOfRange(Double)
  case shape(ShapeError)

  init(_ error: ShapeError) { self = .shape(error) }
}

extension DataFault {
  /// What is wrong, in one line.
  public var headline: String {
    switch self {
    case .countsDiffer(let x, let y):
      "x has \(x) examples, and y has \(y)"
    case .rowsDiffer(let expected, let found):
      "these inputs have \(found) rows, and those that were measured had "
        + "\(expected)"
    case .classesDiffer(let rows, let classes):
      "y has \(rows) rows, and there are \(classes) classes"
    case .labelOutOfRange(let label, let example, let classes):
      "the label of example \(example) is \(label), and the classes are 0 to "
        + "\(classes - 1)"
    case .shareOutOfRange(let share):
      "\(share) is no part of the examples: it lies between 0 and 1"
    case .partWithoutExamples(let share, let count):
      "a part of \(share) of \(count) examples leaves one side without any"
    case .noExample(let number, let count):
      "there is no example \(number): they are counted from 1 to \(count)"
    case .countOutOfRange(let count):
      "\(count) examples cannot be taken"
    case .noiseOutOfRange(let noise):
      "a noise of \(noise) has no meaning: it is 0 or more"
    case .factorOutOfRange(let factor):
      "multiplied by \(factor), nothing of the inputs is left"
    case .shape(let error): error.headline
    }
  }

  /// What to do instead.
  public var remedy: String {
    switch self {
    case .countsDiffer(let x, _): "as many columns in y as in x: \(x)"
    case .rowsDiffer(let expected, _): "inputs of \(expected) rows"
    case .classesDiffer(_, let classes):
      "one row in y for each class: \(classes)"
    case .labelOutOfRange(_, _, let classes):
      "a whole number from 0 to \(classes - 1)"
    case .shareOutOfRange, .partWithoutExamples: "a part such as 0.33"
    case .noExample(_, let count): "a number from 1 to \(count)"
    case .countOutOfRange: "100 examples"
    case .noiseOutOfRange: "a noise such as 0.1"
    case .factorOutOfRange: "a factor such as 1/255"
    case .shape: "fewer examples"
    }
  }
}
