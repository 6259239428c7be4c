import Algebra
import Matrices

/// How far a computed matrix may be from the true one.
enum Disagreement {
  /// Returns what differs by more than a tolerance relative to the largest
  /// entry of the true matrix, or nothing.
  ///
  /// An entry that no double can hold is nil, and is left out.
  static func description(
    _ name: String, _ found: Matrix<Double>?, true truth: [[Double?]],
    within tolerance: Double = 1e-12
  ) -> String? {
    guard let found else { return "\(name) is not there" }
    guard found.rows == truth.count, found.columns == truth.first?.count else {
      return "\(name) is \(found.shape)"
    }
    let largest = truth.joined().compactMap { $0?.magnitude }.max() ?? 0
    for (row, entries) in truth.enumerated() {
      for (column, entry) in entries.enumerated() {
        guard let entry else { continue }
        let error = (found[row, column] - entry).magnitude
        guard error <= tolerance * largest else {
          return "\(name)[\(row + 1),\(column + 1)] is "
            + "\(found[row, column]), not \(entry); largest \(largest)"
        }
      }
    }
    return nil
  }
}
