import Algebra
import Matrices
import Teaching

/// Lines of a source beside the right ones.
extension Compositor {
  mutating func compared(
    _ version: SourceVersion, _ part: SourceVersion.Part
  ) -> [Block] {
    switch part {
    case .lines:
      [
        .table(lines(of: version)),
        .remark([.text("As written in \(version.source).")]),
      ]
    case .section(let place):
      (version.sections[place].update.map { [heading($0)] } ?? [])
        + reading.values(of: version, in: place)
        .filter { !tellsValue($0.expression) }
        .map(sides)
    }
  }

  private mutating func lines(of version: SourceVersion) -> TextTable {
    var rows: [[[Span]]] = []
    for pair in reading.pairs(of: version) {
      rows.append([
        [.formula(text(of: pair.written))], [.formula(text(of: pair.right))],
      ])
    }
    return TextTable(
      heading: ["as written", "right"], isNumber: [false, false], rows: rows)
  }

  private mutating func text(of line: Equation) -> Formula {
    .joined([
      formula(line.name), .sign(sign(of: line), .relation),
      formulaOrBlank(line.expression, isLine: true),
    ])
  }

  private func sides(_ value: ComparedValue) -> Block {
    .flow(
      [("written", value.written), ("right", value.right)].map {
        title, number in
        guard let number else {
          return .joined([
            .word(title), .gap, formula(value.expression), .gap,
            .word("has no value"),
          ])
        }
        return .joined([
          .word(title), .gap, formula(value.expression),
          .sign(relation(number), .relation), labelled(number),
        ])
      })
  }
}
