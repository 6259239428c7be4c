import Algebra
import Presentation

extension Session {
  /// `index`, `index 3`, `index dW1` and `index δ1 = …`: the line in its other
  /// form, matrices or sums over letters, with what the verifier says of it.
  func index(_ text: String) -> Reply {
    guard let live else { return noLesson() }
    guard text.isEmpty || text.isCount else {
      do {
        let sides = try line(text, in: live.worksheet)
        if let refusal = refusal(ofHidden: sides.right)
          ?? refusal(ofHidden: sides.left)
        {
          return refusal
        }
        return toggled(sides, in: live.worksheet)
      } catch {
        return failure(diagnostic(error, source: text).behind("index "))
      }
    }
    let lines = linesAtHand
    let number = Int(text) ?? lines.count
    guard lines.indices.contains(number - 1) else {
      return failure(
        lines.isEmpty
          ? Diagnostic(
            "there is no derivation on the screen",
            notes: ["index takes a name or a line as well"],
            remedy: "index \(live.worksheet.cost?.name.ascii ?? "C")")
          : ExplanationFault.noLine(number, count: lines.count)
            .diagnostic("index"))
    }
    let sides = lines[number - 1]
    if let refusal = refusal(ofAsked: sides.right) { return refusal }
    return toggled(sides, in: live.worksheet)
  }

  /// Both sides of a line, and what moves in it where it holds differentials.
  private struct Sides {
    let left: Expression
    let right: Expression
    let moving: Name?

    init(_ left: Expression, _ right: Expression, moving: Name? = nil) {
      self.left = left
      self.right = right
      self.moving = moving
    }
  }

  /// The lines that `derive` showed last, of the derivation on the screen, or
  /// of one's own.
  private var linesAtHand: [Sides] {
    let shown = (derived?.lines ?? shownDerivation).map {
      Sides($0.subject, $0.expression, moving: $0.moving)
    }
    guard shown.isEmpty, let chain else { return shown }
    return chain.lines.map { Sides(chain.subject, $0.right) }
  }

  /// Both sides of what was typed: a name stands before its formula.
  private func line(
    _ text: String, in worksheet: Worksheet
  ) throws -> Sides {
    if let sign = Assignment.equalsSign(in: text) {
      return Sides(
        try Expression.reading(String(text[..<sign]), of: text, in: scope),
        try Expression.reading(
          String(text[text.index(after: sign)...]), of: text, in: scope))
    }
    let whole = try Expression.reading(text, of: text, in: scope)
    if case .name(let name) = whole, let equation = worksheet.equation(name) {
      return Sides(whole, equation.expression)
    }
    return Sides(whole, whole)
  }

  private func toggled(_ sides: Sides, in worksheet: Worksheet) -> Reply {
    let toggle: IndexToggle
    do {
      toggle = try IndexToggle(
        opened(sides.left), opened(sides.right), in: worksheet)
    } catch {
      let source = sides.right.text(page.charset)
      return failure(diagnostic(error, source: source))
    }
    switch toggle.outcome {
    case .same:
      return Reply(
        board.prose(
          board.formula(sides.right)
            + " is made of numbers: both forms are the same."))
    case .unreadable:
      return failure(
        Diagnostic(
          "these sums are the entry of no product of matrices",
          notes: ["they are left as they are"], remedy: "help index"))
    case .changed(let left, let right):
      let verdict = worksheet.verify(
        left, equals: right, moving: sides.moving)
      return Reply(
        StyledText.stacked([
          equality(left, right, verdict), board.prose(sentence(verdict)),
        ]), failed: !verdict.holds)
    }
  }

  private func equality(
    _ left: Expression, _ right: Expression, _ verdict: Verdict
  ) -> StyledText {
    let unequal = page.charset == .unicode ? " ≠ " : " /= "
    let sign =
      verdict.holds ? " = " : verdict.isRefuted ? unequal : " =? "
    let lead = board.formula(left) + StyledText(sign)
    let free = page.width - Blackboard.indent - lead.width
    return board.hanging(lead, board.formula(right).folded(to: max(free, 16)))
      .indented(by: page.isPlain ? 0 : Blackboard.indent)
  }

  private func sentence(_ verdict: Verdict) -> StyledText {
    let text =
      verdict.sentence.prefix(1).uppercased() + verdict.sentence.dropFirst()
    let head =
      verdict.holds
      ? StyledText("It holds.", .right)
      : verdict.isRefuted
        ? StyledText("It does not hold.", .wrong)
        : StyledText("It cannot be decided.", .emphasis)
    return head + StyledText(" \(text).")
  }
}
