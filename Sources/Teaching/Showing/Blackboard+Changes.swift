import Algebra
import Matrices
import Presentation

/// A quantity that an alteration changed.
struct QuantityChange {
  let name: Name
  let before: Matrix<Double>
  let after: Matrix<Double>

  /// The places in the storage that differ.
  var offsets: [Int] {
    before.entries(differingIn: after).map(\.offset)
  }
}

extension Matrix<Double> {
  /// The entries in which another matrix of the same shape differs, for a
  /// picture.
  func places(differingIn other: Matrix) -> Set<MatrixPicture.Entry> {
    Set(
      entries(differingIn: other).map { entry in
        let (column, row) = entry.offset.quotientAndRemainder(dividingBy: rows)
        return MatrixPicture.Entry(row: row, column: column)
      })
  }
}

extension Blackboard {
  /// The matrices that changed, with the changed entries marked.
  func pictures(_ changes: [QuantityChange]) -> StyledText {
    let matrices = changes.filter { $0.after.storage.count > 1 }
    guard !matrices.isEmpty, !page.isPlain else { return StyledText() }
    let boxes = matrices.map {
      labelled(
        $0.name, $0.after,
        changed: $0.before.places(differingIn: $0.after))
    }
    return flow(boxes).indented(by: Self.indent)
  }
}
