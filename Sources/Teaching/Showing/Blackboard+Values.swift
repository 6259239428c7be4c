import Algebra
import Matrices
import Presentation

extension Blackboard {
  /// A value after its sign, and the shape of a matrix: `≈ 2.225`.
  func valueLine(_ value: Matrix<Double>) -> StyledText {
    valueBlock(StyledText(), value)
  }

  /// What has a value, the sign, the value, and the shape of a matrix.
  func valueBlock(
    _ left: StyledText, _ value: Matrix<Double>,
    changed: Set<MatrixPicture.Entry> = [], indent: Int = Self.indent
  ) -> StyledText {
    let sign = relation(value)
    let lead = left.isEmpty ? StyledText(sign) : left + " \(sign)"
    if page.isPlain, value.storage.count > 1 {
      let picture = MatrixPicture(value.rowArrays, changed: changed)
      return StyledText.stacked([
        lead + " a matrix, \(shape(value))", picture.text(for: page),
      ])
    }
    let free = page.width - Self.indent - indent - lead.width - 8
    let picture = box(value, changed: changed, width: free)
    let row = Box(lead + " ").beside(picture)
    guard value.storage.count > 1 else { return row.text }
    let whole = row.beside(Box(StyledText("   \(shape(value))", .dim)))
    let room = page.width - indent
    if page.isPlain || whole.width <= room { return whole.text }
    guard !left.isEmpty, row.width > room else { return row.text }
    // What has the value stands above it where both have no room.
    return StyledText.stacked([
      left.folded(to: room - Self.indent),
      valueBlock(StyledText(), value, changed: changed, indent: indent + 2)
        .indented(by: 2),
    ])
  }

  /// What a line that is only an expression is answered with.
  func printed(_ expression: Expression, _ value: Matrix<Double>) -> StyledText
  {
    let left = formula(expression)
    if expression.isLiteral, value.storage.count == 1 {
      return left.indented(by: page.isPlain ? 0 : Self.indent)
    }
    let isWide =
      left.width + room(for: value) > page.width - Self.indent
    guard isWide, !page.isPlain else {
      return valueBlock(left, value)
        .indented(by: page.isPlain ? 0 : Self.indent)
    }
    return StyledText.stacked([
      left.folded(to: page.width - 2 * Self.indent),
      valueLine(value).indented(by: 2),
    ]).indented(by: Self.indent)
  }

  /// The cells that a value wants beside what it is the value of.
  private func room(for value: Matrix<Double>) -> Int {
    value.storage.count == 1 ? 16 : min(8 + 10 * value.columns, 40)
  }

  /// A named matrix with its shape below it, to stand beside others.
  func labelled(
    _ name: Name, _ value: Matrix<Double>,
    changed: Set<MatrixPicture.Entry> = []
  ) -> Box {
    let lead = Box(formula(name) + " \(relation(value)) ")
    let free = page.width - Self.indent - lead.width - 1
    let picture = box(value, changed: changed, width: free)
    guard value.storage.count > 1 else { return lead.beside(picture) }
    let label = Box(StyledText(shape(value), .dim))
    let baseline = picture.baseline
    return lead.beside(
      .column([picture, label], alignment: .centre, baseline: baseline))
  }

  /// Pictures side by side as far as the width allows, then below.
  func flow(_ boxes: [Box], gap: Int = 4) -> StyledText {
    var bands: [[Box]] = []
    var used = 0
    for box in boxes {
      if let last = bands.indices.last,
        used + gap + box.width <= page.width - Self.indent
      {
        bands[last] += [Box(blankWidth: gap), box]
        used += gap + box.width
      } else {
        bands.append([box])
        used = box.width
      }
    }
    let isTall = boxes.contains { $0.height > 1 }
    return StyledText.stacked(
      bands.map { Box.row($0).text }, gap: isTall ? 1 : 0)
  }

  /// The given quantities and, where all are numbers, what is computed.
  func numbers(_ names: [Name], changed: [Name: Set<MatrixPicture.Entry>] = [:])
    -> StyledText
  {
    guard let bench else { return StyledText() }
    let found = names.compactMap { name in
      bench.value(of: name).map { (name, $0) }
    }
    if page.isPlain {
      return StyledText.stacked(
        found.map {
          valueBlock(
            formula($0), $1, changed: changed[$0] ?? marks(on: .name($0), $1))
        })
    }
    return flow(
      found.map {
        labelled($0, $1, changed: changed[$0] ?? marks(on: .name($0), $1))
      })
  }
}

extension Expression {
  /// Whether it is a number written out, with or without a sign.
  var isLiteral: Bool {
    switch self {
    case .number: true
    case .negation(let inner), .group(let inner): inner.isLiteral
    default: false
    }
  }
}
