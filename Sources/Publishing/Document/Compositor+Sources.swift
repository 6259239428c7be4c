import Algebra
import Presentation
import Teaching

/// What a source says.
extension Compositor {
  /// A part of a line that does not hold.
  func refuted(_ line: RefutedLine, _ part: RefutedLine.Part) -> [Block] {
    switch part {
    case .line:
      return conditions(line.letters) + [
        .lines([equality(line.left, line.right, "wrong")]),
        .remark([.text("found in \(line.source)")]),
      ]
    case .counterexample: return reading.judged(line).map(counterexample) ?? []
    case .correction:
      return line.correction.map {
        [.lines([equality($0.left, $0.right, "right")])]
      } ?? []
    }
  }

  private func equality(
    _ left: Expression, _ right: Expression, _ word: String
  ) -> Line {
    Line(
      formula(left),
      [Line.Step("=", tells(right) ? .blank(8) : formula(right))],
      reason: [.strong(word)])
  }

  /// Values at which a line fails.
  private func counterexample(_ line: JudgedLine) -> [Block] {
    guard case .refuted = line.verification.verdict,
      let example = line.counterexample
    else { return [.paragraph([.text(reading.refutation(line))])] }
    let given = reading.givens(of: line).compactMap { name in
      example.givens[name].map { value in
        Formula.joined([
          formula(name), .sign(relation(value), .relation), labelled(value),
        ])
      }
    }
    let sides = [("left", example.left), ("right", example.right)].map {
      side, value in
      Formula.joined([
        .word(side), .sign(relation(value), .relation), labelled(value),
      ])
    }
    return [.paragraph([.text(lead(to: example))])]
      + (example.isOwnNumbers || given.isEmpty ? [] : [.flow(given)])
      + [.flow(sides)]
  }

  private func lead(to example: Counterexample) -> String {
    switch example.origin {
    case .given: "At the numbers here:"
    case .small: "The smallest case found, in small whole numbers:"
    case .drawn: "At these numbers:"
    }
  }

  // MARK: - Printed numbers

  /// Numbers of a source beside ours, and why those differ that do.
  func printed(_ published: Published) -> [Block] {
    let sections = zip(published.sections, reading.rows(of: published))
    return [.paragraph([.text("Printed in \(published.source):")])]
      + sections.flatMap { section, rows in
        let open = rows.filter { !tellsValue($0.quantity) }
        return (section.update.map { [heading($0)] } ?? [])
          + (open.isEmpty ? [] : [.table(table(open))])
          + section.numbers.compactMap(reason)
      }
  }

  func heading(_ update: Published.Update) -> Block {
    var spans: [Span] = [.text(update.lead)]
    for (place, name) in update.names.enumerated() {
      if place > 0 { spans.append(.text(", ")) }
      spans.append(.formula(formula(name)))
    }
    if let rate = update.rate {
      spans += [
        .text(" with "),
        .formula(
          .joined([
            formula(rate.target), .sign("=", .relation), formula(rate.value),
          ])),
      ]
    }
    return .paragraph(spans + [.text(":")])
  }

  private func table(_ rows: [PrintedRow]) -> TextTable {
    TextTable(
      heading: ["quantity", "published", "ours", ""],
      isNumber: [false, true, true, false],
      rows: rows.map { row in
        let ours = row.ours.map {
          Formula.number(NumberFormat.text($0, places: row.printed.places))
        }
        return [
          [.formula(formula(row.quantity))],
          [.formula(.number(row.printed.text))],
          ours.map { [.formula($0)] } ?? [.text("none")],
          row.agrees ? [.text("agrees")] : [.strong("differs")],
        ]
      })
  }

  private func reason(_ number: PublishedNumber) -> Block? {
    number.disagreement.map {
      .remark(
        [.formula(formula(number.quantity)), .text(": ")] + spans($0))
    }
  }
}
