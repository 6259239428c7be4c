import Algebra
import Presentation

extension Blackboard {
  /// A line that does not hold, marked by a word, and where it was found.
  func refuted(_ line: RefutedLine) -> StyledText {
    let label = StyledText("wrong:", .wrong) + " "
    let source = StyledText("found in \(line.source)", .dim)
    return StyledText.stacked([
      conditions(line.letters),
      labelled(label, line.left, line.right),
      page.isPlain
        ? source
        : source.wrapped(to: measure - Self.indent - label.width)
          .indented(by: Self.indent + label.width),
    ])
  }

  /// The line as it should be.
  func correction(of line: RefutedLine) -> StyledText {
    guard let correction = line.correction else { return StyledText() }
    return labelled(
      StyledText("right:", .right) + " ", correction.left, correction.right)
  }

  private func labelled(
    _ label: StyledText, _ left: Expression, _ right: Expression
  ) -> StyledText {
    let equality = formula(left) + " = " + formula(right)
    guard !page.isPlain else { return label + equality }
    let free = page.width - Self.indent - label.width - 1
    return hanging(label, equality.folded(to: max(free, 12)))
      .indented(by: Self.indent)
  }

  /// Why a line does not hold: values of both sides that differ, or shapes
  /// that do not fit.
  func counterexample(
    _ verdict: Verdict, to line: RefutedLine, in scope: Scope
  ) -> StyledText {
    guard case .refuted(let example) = verdict else {
      return prose(StyledText(sentence(on: verdict, of: line, in: scope)))
    }
    let (row, column) = example.place
    let sides = [example.left[row, column], example.right[row, column]]
    let rows = zip(["left side", "right side"], told(sides)).map {
      [StyledText($0), StyledText($1.sign), StyledText($1.text, .number)]
    }
    return StyledText.stacked([
      prose(StyledText(circumstances(of: example))),
      page.isPlain
        ? StyledText.stacked(rows.map { $0.joined(separator: " ") })
        : Table([.left, .left, .decimal], rows: rows)
          .text(width: page.width - Self.indent, charset: charset)
          .indented(by: Self.indent),
    ])
  }

  /// Two numbers that differ, in as many digits as it takes to see it.
  private func told(_ sides: [Double]) -> [(sign: String, text: String)] {
    let short = sides.map { format.text($0, charset: charset) }
    guard Set(short).count > 1 else {
      return sides.map { ("=", NumberFormat.full($0, charset: charset)) }
    }
    return zip(sides, short).map {
      (format.relation($0, charset: charset), $1)
    }
  }

  /// Which numbers they are, and where in a matrix.
  private func circumstances(of example: Counterexample) -> String {
    let letters = example.givens.filter { $0.value.shape.isScalar }
      .sorted { $0.key < $1.key }
      .map { name, value in
        name.text(charset) + " = "
          + format.text(value[0, 0], charset: charset)
      }
    let isShort = letters.count == example.givens.count && letters.count < 5
    let numbers =
      example.isOwnNumbers
      ? "With the lesson's own numbers"
      : isShort && !letters.isEmpty
        ? "Where " + letters.joined(separator: ", ")
        : "With numbers drawn at random"
    let (row, column) = example.place
    let place =
      example.left.shape.isScalar
      ? ""
      : example.left.columns == 1
        ? ", in row \(row + 1)" : ", in row \(row + 1), column \(column + 1)"
    return numbers + place + ":"
  }

  private func sentence(
    on verdict: Verdict, of line: RefutedLine, in scope: Scope
  ) -> String {
    guard case .meaningless(let side, let fault) = verdict else {
      return verdict.sentence.prefix(1).uppercased()
        + verdict.sentence.dropFirst() + "."
    }
    let expression = side == .left ? line.left : line.right
    let said = fault.diagnostic(
      of: expression, source: expression.text(charset),
      columns: { _ in nil }, scope: scope)
    return "The \(side.rawValue) side has no value: \(said.headline)."
  }
}
