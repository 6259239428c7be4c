import Matrices
import Networks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension DataFile {
  /// What stands in a file of targets.
  public enum Targets: Hashable, Sendable {
    /// The targets themselves, one column for each example.
    case numbers
    /// One whole number for each example, its class; how many classes there
    /// are, or as many as the largest label asks for.
    case labels(classes: Int?)
  }

  /// Reads inputs and targets from one file: a `.csv`, of which the columns
  /// are told apart, or a `.npz` or `.json` with arrays named x and y, whose
  /// columns are examples; or their rows, where only so x and y have as many.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - columns: What the columns of a table are.
  ///   - targets: What y is in a `.npz` or `.json`.
  /// - Returns: The examples.
  /// - Throws: ``FormatFault`` with the line and the column, or the byte.
  public static func dataSet(
    _ file: Source, columns: TableColumns = TableColumns(),
    targets: Targets = .numbers
  ) throws(FormatFault) -> DataSet {
    try inFile(file.name) { () throws(FormatFault) in
      let (stream, form) = try file.opened()
      guard !form.name.hasSuffix(".csv") else {
        return try stream.read(
          isPacked: form.isPacked,
          by: CSVReader(columns, size: form.size, file.room)
        ).table.dataSet(from: file.name)
      }
      // An archive is read from its end, and JSON as a whole.
      let bytes = try stream.read(
        isPacked: form.isPacked, by: WholeReader(limit: NetworkFile.limit)
      ).bytes
      let arrays = try ClaimFile(Data(bytes), named: form.name).claims
      let (x, y) = inColumns(
        x: try array("x", in: arrays), y: try array("y", in: arrays))
      return try dataSet(x: x, y: y, targets, from: file.name)
    }
  }

  /// The arrays with an example in each column; turned where only as rows
  /// both have as many.
  private static func inColumns(
    x: Matrix<Double>, y: Matrix<Double>
  ) -> (x: Matrix<Double>, y: Matrix<Double>) {
    guard x.columns != y.columns, x.rows == y.rows || y.rows == 1,
      x.rows == max(y.rows, y.columns)
    else { return (x, y) }
    return (x.transposed, y.columns == x.rows ? y : y.transposed)
  }

  /// Reads inputs and targets from a file each, as the MNIST digits come.
  ///
  /// Images become columns of grey values from 0 to 1.
  ///
  /// - Parameters:
  ///   - inputs: A file of inputs.
  ///   - labels: A file of targets.
  ///   - targets: What stands in it.
  ///   - white: The grey value that becomes 1 in IDX images of bytes.
  /// - Returns: The examples.
  /// - Throws: ``FormatFault`` with the file and the line or the byte.
  public static func dataSet(
    inputs: Source, labels: Source, targets: Targets = .numbers,
    white: Double = 255
  ) throws(FormatFault) -> DataSet {
    let x = try matrix(inputs, white: white)
    return try inFile(labels.name) { () throws(FormatFault) in
      let y = try matrix(labels, white: 1)
      return try dataSet(
        x: x, y: y, targets, from: "\(inputs.name) and \(labels.name)")
    }
  }

  private static func array(
    _ name: String, in arrays: [ClaimFile.Claim]
  ) throws(FormatFault) -> Matrix<Double> {
    guard let array = arrays.first(where: { $0.name == name }) else {
      throw FormatFault(.noArray(name, known: arrays.map(\.name)))
    }
    // A list is one number for each example.
    return array.isFlat && array.matrix.columns == 1
      ? array.matrix.transposed : array.matrix
  }

  private static func dataSet(
    x: Matrix<Double>, y: Matrix<Double>, _ targets: Targets,
    from source: String
  ) throws(FormatFault) -> DataSet {
    guard x.columns == y.columns else {
      throw FormatFault(.examplesDiffer(x: x.columns, y: y.columns))
    }
    guard case .labels(let count) = targets else {
      return try made(x: x, y: y, classes: [], from: source)
    }
    let (labels, classes) = try labels(y, classes: count)
    return try made(
      x: x, y: try oneHot(labels, classes: classes),
      classes: (0..<classes).map(String.init), from: source)
  }

  private static func labels(
    _ y: Matrix<Double>, classes count: Int?
  ) throws(FormatFault) -> (labels: [Int], classes: Int) {
    guard y.rows == 1 else { throw FormatFault(.notOneRowOfLabels(y.rows)) }
    var labels: [Int] = []
    for (place, entry) in y.storage.enumerated() {
      guard let label = Int(exactly: entry) else {
        throw FormatFault(.labelIsNoWholeNumber("\(entry)"))
      }
      guard label >= 0, label < count ?? .max else {
        throw FormatFault(
          .labelOutOfRange(
            "\(label) of example \(place + 1)",
            classes: count ?? TableColumns.classLimit))
      }
      labels.append(label)
    }
    let classes = count ?? (labels.max() ?? 0) + 1
    guard count != nil || classes <= TableColumns.classLimit else {
      throw FormatFault(.tooManyClasses(TableColumns.classLimit + 1))
    }
    return (labels, classes)
  }

  static func oneHot(
    _ labels: [Int], classes: Int
  ) throws(FormatFault) -> Matrix<Double> {
    do throws(DataFault) {
      return try DataSet.oneHot(labels, classes: classes)
    } catch { throw FormatFault(FormatFault.Problem(error)) }
  }

  static func made(
    x: Matrix<Double>, y: Matrix<Double>, classes: [String],
    from source: String
  ) throws(FormatFault) -> DataSet {
    do throws(DataFault) {
      return try DataSet(x: x, y: y, classes: classes, source: source)
    } catch { throw FormatFault(FormatFault.Problem(error)) }
  }
}

extension CSVTable {
  /// The examples with the targets or the classes that were asked for.
  ///
  /// - Throws: ``FormatFault`` where no column was named as either.
  func dataSet(from source: String) throws(FormatFault) -> DataSet {
    let x = try matrix()
    if !classes.isEmpty {
      return try DataFile.made(
        x: x, y: try DataFile.oneHot(labels, classes: classes.count),
        classes: classes, from: source)
    }
    guard !targets.isEmpty else { throw FormatFault(.noTargets) }
    return try DataFile.made(
      x: x,
      y: try DataFile.matrix(
        rows: targets.count / count, columns: count, storage: targets),
      classes: [], from: source)
  }
}

extension FormatFault.Problem {
  init(_ fault: DataFault) {
    switch fault {
    case .countsDiffer(let x, let y): self = .examplesDiffer(x: x, y: y)
    case .shape(let error): self = Self(error)
    default: self = .examples(fault)
    }
  }
}
