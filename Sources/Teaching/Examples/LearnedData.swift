import Matrices
import Networks

/// The examples that a network learns, and those kept to test it with.
public struct LearnedData: Hashable, Sendable {
  public let learned: DataSet
  public let test: DataSet?

  public init(_ learned: DataSet, test: DataSet? = nil) {
    self.learned = learned
    self.test = test
  }
}

extension DataSet {
  /// What is said where the examples do not fit a network; nothing where they
  /// do.
  ///
  /// - Parameters:
  ///   - name: What the examples are called.
  ///   - inputs: How many numbers go in.
  ///   - outputs: How many come out.
  /// - Returns: A headline.
  public func misfit(
    of name: String, inputs: Int, outputs: Int
  ) -> String? {
    guard x.rows != inputs || y.rows != outputs else { return nil }
    return "\(name) has inputs of \(x.rows) and targets of \(y.rows), and "
      + "this network takes \(inputs) and gives \(outputs)"
  }

  /// The network that would fit: `2 -> 8 tanh -> 3 softmax`.
  var fittingLayers: String {
    let last =
      classes.isEmpty ? "identity" : y.rows == 1 ? "sigmoid" : "softmax"
    return "\(x.rows) -> 8 tanh -> \(y.rows) \(last)"
  }

  /// The same examples with 0 for the first of two classes, and 1 for the
  /// second.
  func inOneRow() throws(DataFault) -> DataSet {
    guard classes.count == 2, y.rows == 2 else { return self }
    let row: Matrix<Double>
    do throws(ShapeError) {
      row = try Matrix(rows: 1, columns: count) { _, column in y[1, column] }
    } catch { throw .shape(error) }
    return try DataSet(x: x, y: row, classes: classes, source: source)
  }
}

extension LearnedData {
  /// How many examples there are, and their classes by name.
  var sentence: String {
    var text = "\(learned.count) examples: \(learned.source)."
    if let test { text += " \(test.count) more are kept to test." }
    if learned.classes.count > 1, learned.classes.count <= 12 {
      text += " The classes: \(learned.classes.joined(separator: ", "))."
    }
    return text
  }
}
