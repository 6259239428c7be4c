import Matrices

/// What every input is moved and stretched by, so that each has mean 0 and
/// deviation 1 over the examples that it was taken from.
///
/// It is taken from the examples to learn from and then kept: a test that is
/// standardised by itself would tell the network something of the test, and
/// a single example has no deviation.
///
/// Source: LeCun, Bottou, Orr and Müller, *Efficient BackProp* (1998),
/// section 4.3.
public struct Standardisation: Hashable, Sendable {
  /// The mean of each row of inputs.
  public let mean: [Double]
  /// The deviation of each row; 1 for a row in which all entries are equal,
  /// such as a pixel at the rim, so that it becomes 0 throughout.
  public let deviation: [Double]

  /// Measures the rows.
  ///
  /// Shapes: n×m → n means and n deviations, dividing by m.
  public init(of x: Matrix<Double>) {
    let count = Double(x.columns)
    var mean = [Double](repeating: 0, count: x.rows)
    var squares = mean
    for column in 0..<x.columns {
      for row in 0..<x.rows { mean[row] += x[row, column] / count }
    }
    for column in 0..<x.columns {
      for row in 0..<x.rows {
        let distance = x[row, column] - mean[row]
        squares[row] += distance * distance / count
      }
    }
    self.mean = mean
    deviation = zip(squares, mean).map { square, mean in
      let deviation = square.squareRoot()
      // What rounding leaves of equal entries is no deviation.
      return deviation > 1e-12 * mean.magnitude ? deviation : 1
    }
  }

  /// Returns inputs moved and stretched.
  ///
  /// - Throws: ``DataFault`` where they have another number of rows.
  public func applied(
    to x: Matrix<Double>
  ) throws(DataFault) -> Matrix<Double> {
    try mapped(x) { entry, row in (entry - mean[row]) / deviation[row] }
  }

  /// Returns inputs as they were before.
  ///
  /// - Throws: ``DataFault`` where they have another number of rows.
  public func undone(
    _ x: Matrix<Double>
  ) throws(DataFault) -> Matrix<Double> {
    try mapped(x) { entry, row in entry * deviation[row] + mean[row] }
  }

  private func mapped(
    _ x: Matrix<Double>, _ change: (Double, Int) -> Double
  ) throws(DataFault) -> Matrix<Double> {
    guard x.rows == mean.count else {
      throw .rowsDiffer(expected: mean.count, found: x.rows)
    }
    do throws(ShapeError) {
      return try Matrix(rows: x.rows, columns: x.columns) { row, column in
        change(x[row, column], row)
      }
    } catch { throw DataFault(error) }
  }
}

extension DataSet {
  /// Returns the examples with their inputs standardised.
  ///
  /// - Throws: ``DataFault`` where the inputs have another number of rows.
  public func standardised(
    by standardisation: Standardisation
  ) throws(DataFault) -> DataSet {
    try DataSet(
      x: standardisation.applied(to: x), y: y, classes: classes,
      source: source)
  }
}

extension DataSet.Parts {
  /// Returns both parts standardised by what the one to learn from has, and
  /// that, to be kept.
  public func standardised() throws(DataFault) -> (
    parts: DataSet.Parts, by: Standardisation
  ) {
    let standardisation = Standardisation(of: training.x)
    return (
      DataSet.Parts(
        training: try training.standardised(by: standardisation),
        test: try test.standardised(by: standardisation)),
      standardisation
    )
  }
}
