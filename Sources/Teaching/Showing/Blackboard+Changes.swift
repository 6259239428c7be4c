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

  /// The place that changed most, measured by its size.
  var largest: Int? {
    offsets.max { weight($0) < weight($1) }
  }

  private func weight(_ offset: Int) -> Double {
    let old = before.storage[offset]
    let change = (after.storage[offset] - old).magnitude
    return change.isFinite ? change / max(old.magnitude, 1e-12) : .infinity
  }

  /// The entries that differ, for a picture.
  var entries: Set<MatrixPicture.Entry> {
    Set(
      offsets.map { offset in
        let (column, row) = offset.quotientAndRemainder(dividingBy: after.rows)
        return MatrixPicture.Entry(row: row, column: column)
      })
  }
}

extension Blackboard {
  /// A row for each quantity: one entry, before and after.
  func rows(_ changes: [QuantityChange]) -> StyledText {
    guard let bench else { return StyledText() }
    let rows = changes.compactMap { change -> [StyledText]? in
      guard let offset = change.largest else { return nil }
      let label = bench.label(
        change.name, offset: offset, in: change.after.shape)
      let others = change.offsets.count - 1
      return [
        typeset(label),
        number(change.before.storage[offset]), StyledText(arrow, .symbol),
        StyledText(
          format.text(change.after.storage[offset], charset: charset), .changed),
        others == 0
          ? StyledText()
          : StyledText(others == 1 ? "and 1 more" : "and \(others) more", .dim),
      ]
    }
    guard !page.isPlain else {
      return StyledText.stacked(
        rows.map {
          $0[0] + " was " + $0[1] + ", is " + $0[3] + spokenRest($0[4])
        })
    }
    let table = Table([.left, .decimal, .left, .decimal, .left], rows: rows)
    return table.text(width: page.width - Self.indent, charset: charset)
      .indented(by: Self.indent)
  }

  private func spokenRest(_ rest: StyledText) -> StyledText {
    rest.isEmpty ? "" : " " + rest
  }

  private func typeset(_ label: String) -> StyledText {
    guard let scope = bench?.scope,
      let entry = try? Expression(label, in: scope)
    else { return StyledText(label, .name) }
    return formula(entry)
  }

  /// The matrices that changed, with the changed entries marked.
  func pictures(_ changes: [QuantityChange]) -> StyledText {
    let matrices = changes.filter { $0.after.storage.count > 1 }
    guard !matrices.isEmpty, !page.isPlain else { return StyledText() }
    let boxes = matrices.map {
      labelled($0.name, $0.after, changed: $0.entries)
    }
    return flow(boxes).indented(by: Self.indent)
  }
}
