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
  func refutation(_ line: JudgedLine, in scope: Scope) -> StyledText {
    let verdict = line.verification.verdict
    if case .refuted = verdict, let example = line.counterexample {
      return counterexample(example, of: line)
    }
    guard case .meaningless(let side, let fault) = verdict else {
      let sentence = verdict.sentence
      return prose(
        StyledText(
          sentence.prefix(1).uppercased() + sentence.dropFirst() + "."))
    }
    let expression = side == .left ? line.left : line.right
    let source = expression.text(charset)
    let reading = try? Expression.reading(source, in: scope)
    let said = fault.diagnostic(
      of: expression, source: source, columns: { reading?.columns(of: $0) },
      scope: scope)
    return prose(
      StyledText("The \(side.rawValue) side has no value: \(said.headline)."))
  }
}
