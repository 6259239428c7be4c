import Matrices

/// Examples to learn from: what goes in, and what should come out.
///
/// Shapes: `x` n×m and `y` k×m, one column for each of the m examples.
public struct DataSet: Hashable, Sendable {
  public let x: Matrix<Double>
  public let y: Matrix<Double>
  /// What the classes are called, in the order of the rows of `y`; empty
  /// where the targets are measurements.
  ///
  /// Two classes may share one row: 0 is the first of them and 1 the second.
  public let classes: [String]
  /// Where the examples come from, in words.
  public let source: String

  /// Puts inputs and targets together.
  ///
  /// - Throws: ``DataFault`` where their numbers of columns differ, or where
  ///   the rows of `y` are not as many as the classes.
  public init(
    x: Matrix<Double>, y: Matrix<Double>, classes: [String] = [],
    source: String
  ) throws(DataFault) {
    guard x.columns == y.columns else {
      throw .countsDiffer(x: x.columns, y: y.columns)
    }
    guard
      classes.isEmpty || y.rows == classes.count
        || y.rows == 1 && classes.count == 2
    else { throw .classesDiffer(rows: y.rows, classes: classes.count) }
    self.x = x
    self.y = y
    self.classes = classes
    self.source = source
  }

  /// The number of examples.
  public var count: Int { x.columns }

  /// The class of each example: the largest entry of its column, and the
  /// second of two classes from ½ on; nil where there are none.
  public var labels: [Int]? {
    guard !classes.isEmpty else { return nil }
    guard y.rows > 1 else { return y.storage.map { $0 < 0.5 ? 0 : 1 } }
    return (0..<count).map { example in
      (0..<y.rows).reduce(0) { best, row in
        y[row, example] > y[best, example] ? row : best
      }
    }
  }

  /// Returns columns with a 1 in the row of each label and 0 elsewhere.
  ///
  /// Shapes: m labels → classes × m.
  ///
  /// - Parameters:
  ///   - labels: The classes of the examples, counted from 0.
  ///   - classes: How many classes there are.
  /// - Returns: The columns.
  /// - Throws: ``DataFault`` where a label is out of range.
  public static func oneHot(
    _ labels: [Int], classes: Int
  ) throws(DataFault) -> Matrix<Double> {
    let stray = labels.firstIndex { !(0..<classes).contains($0) }
    if let stray {
      throw .labelOutOfRange(
        labels[stray], example: stray + 1, classes: classes)
    }
    do throws(ShapeError) {
      var matrix = try Matrix(
        repeating: 0.0, rows: classes, columns: labels.count)
      for (example, label) in labels.enumerated() { matrix[label, example] = 1 }
      return matrix
    } catch { throw DataFault(error) }
  }
}
