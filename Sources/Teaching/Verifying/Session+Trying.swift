import Algebra
import Matrices
import Presentation

/// A line of the learner's own for a quantity of the worksheet.
struct TriedLine: Sendable {
  let target: Expression
  let line: Expression
  let worksheet: Worksheet
}

extension Session {
  /// `try TARGET = LINE`: whether it is so, and if not, what is wrong.
  mutating func tryOut(_ text: String) -> Reply {
    guard let live, !live.worksheet.equations.isEmpty else {
      return failure(
        Diagnostic(
          "nothing is computed here that a line could be tried for",
          remedy: "lessons"))
    }
    let line: EqualityLine
    do {
      line = try EqualityLine.reading(text, in: scope, takesLetters: false)
    } catch let fault as DeclarationFault {
      return failure(fault.diagnostic)
    } catch {
      return failure(diagnostic(error, source: text))
    }
    let target = line.left.withoutGroups
    if let refusal = refusal(ofTarget: target, live) { return refusal }
    let own = opened(line.right)
    if let numbers = PlainNumbers(own) {
      return judged(numbers, as: target, live)
    }
    if own.restates(target, in: live.worksheet) {
      return Reply(
        board.prose(
          board.formula(target)
            + " is the very thing that is asked. What is it made of?"),
        failed: true)
    }
    tried = TriedLine(target: target, line: own, worksheet: live.worksheet)
    return judged(own, as: target, line, live)
  }

  /// What is given has no line, and what nobody knows has none either.
  private func refusal(
    ofTarget target: Expression, _ live: LiveBench
  ) -> Reply? {
    let given = target.names.first { live.worksheet.given($0) != nil }
    guard case .name(let name) = target, name == given else {
      return nil
    }
    return failure(
      Diagnostic(
        "\(name.text) is given, so no line leads to it",
        notes: ["a line is tried for what is computed, as a slope"],
        remedy: "info"))
  }

  // MARK: - Numbers

  private func judged(
    _ numbers: PlainNumbers, as target: Expression, _ live: LiveBench
  ) -> Reply {
    let found = Diagnosis(
      of: numbers, as: target, at: live.now, locals: live.locals)
    if found.outcome == .right, found.arrangement == .asAsked {
      return Reply(
        board.prose(
          StyledText("Right", .right)
            + ", at the numbers here and to the digits typed."))
    }
    return Reply(
      board.prose(
        StyledText("Not so.", .wrong) + StyledText(" " + found.sentences)),
      failed: true)
  }

  // MARK: - Letters

  private mutating func judged(
    _ own: Expression, as target: Expression, _ line: EqualityLine,
    _ live: LiveBench
  ) -> Reply {
    let worksheet = line.worksheet(from: live.worksheet)
    let judged = JudgedLine(
      target, own, in: worksheet, givens: givensOfNow,
      wantsSmallNumbers: wantsSmallNumbers(target))
    if case .meaningless(let side, let fault) = judged.verification.verdict,
      !fault.isOfShapes
    {
      return failure(shapeFault(fault, on: side, of: line))
    }
    judgedLines.append(judged)
    if judged.holds {
      chain = Chain(judged, in: lens)
      return Reply(praise(of: judged))
    }
    let found = Diagnosis(
      of: own, as: target, in: worksheet, givens: givensOfNow)
    return Reply(blame(found, judged, line), failed: true)
  }

  private func praise(of line: JudgedLine) -> StyledText {
    let sentence = line.verification.verdict.sentence
    var said =
      StyledText("Right: ", .right) + StyledText(sentence) + "."
    if line.verification.holdsForEveryActivation {
      said.append(" It holds for every activation.")
    }
    for assumption in line.neededAssumptions {
      said.append(" It needs \(assumption.text).")
    }
    if let rules = line.rulePath(givens: givensOfNow)?.text {
      said.append(" By \(rules).")
    }
    return StyledText.stacked([
      board.equality(line), board.prose(said),
      board.prose(StyledText("= and a formula go on from here.", .dim)),
    ])
  }

  /// What is wrong, where, and numbers that show it.
  private mutating func blame(
    _ found: Diagnosis, _ judged: JudgedLine, _ line: EqualityLine
  ) -> StyledText {
    var parts: [StyledText] = []
    var failing: JudgedLine? = judged
    if case .meaningless(let side, let fault) = judged.verification.verdict {
      parts.append(
        shapeFault(fault, on: side, of: line).withoutRemedy.text(for: page))
      failing = alike(judged)
    } else {
      parts.append(board.equality(judged))
      if case .shapesDiffer = judged.verification.verdict {
        failing = alike(judged)
      }
    }
    parts.append(underlined(found, line))
    var offer =
      StyledText("why pass", .typed)
      + " shows where the line would have gone unseen"
    if let failing, let example = failing.counterexample {
      walk = Walk(failing)
      if failing.worksheet.sizes != judged.worksheet.sizes {
        parts.append(board.prose("If all sizes were equal:"))
      }
      parts.append(
        board.counterexample(
          example, of: failing, sides: ("true", "yours")))
      offer.append("; ")
      offer.append("walk", .typed)
      offer.append(" goes through the numbers")
    }
    parts.append(board.prose(offer + "."))
    return StyledText.stacked(parts)
  }

  private func underlined(
    _ found: Diagnosis, _ line: EqualityLine
  ) -> StyledText {
    // The marks stand below the letters that are shown, not those typed.
    let text =
      page.charset == .ascii
      ? StyledText(line.text).inASCII.plain : line.text
    let sign = Assignment.equalsSign(in: text) ?? text.startIndex
    let start = text.index(after: sign)
    let reading = try? Expression.reading(String(text[start...]), in: scope)
    return found.text(
      for: indentedPage, source: text, reading: reading,
      offset: text.distance(from: text.startIndex, to: start)
    ).indented(by: page.isPlain ? 0 : 1)
  }

  /// The line judged as if all sizes were equal.
  private func alike(_ line: JudgedLine) -> JudgedLine? {
    let judged = JudgedLine(
      line.left, line.right, in: line.worksheet.withEqualSizes, givens: [:])
    return judged.counterexample == nil ? nil : judged
  }

  /// `why pass`: where the line that was tried last would have gone unseen.
  func whyPass() -> Reply {
    guard let tried else {
      return failure(
        Diagnostic(
          "no line was tried yet",
          notes: ["why pass says where a wrong line goes unseen"],
          remedy: "help try"))
    }
    let spots = BlindSpots(
      of: tried.line, as: tried.target, in: tried.worksheet)
    return Reply(
      StyledText.stacked([
        board.prose(
          board.formula(tried.target) + " = " + board.formula(tried.line)),
        inset { spots.text(for: $0) },
      ]))
  }
}

extension Diagnostic {
  /// The same without what could be typed instead.
  fileprivate var withoutRemedy: Diagnostic {
    var plain = self
    plain.remedy = nil
    return plain
  }
}

extension Expression {
  /// Whether it says the same thing in the same words: the quantity itself,
  /// or the slope that the quantity stands for.
  fileprivate func restates(
    _ target: Expression, in worksheet: Worksheet
  ) -> Bool {
    withSlopesNamed(in: worksheet) == target.withSlopesNamed(in: worksheet)
  }

  /// The expression with `dC/dz1` called δ1.
  private func withSlopesNamed(in worksheet: Worksheet) -> Expression {
    withoutGroups.mapped { part in
      guard case .derivative(.name(let top), .name(let bottom), _) = part,
        top == worksheet.cost?.name
      else { return part }
      return .name(worksheet.adjoint(of: bottom))
    }
  }
}
