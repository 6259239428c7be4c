import Algebra
import Presentation

extension Session {
  /// `why δ1[2]`, `why W2'`, `why 3` for a line of the derivation, and
  /// `why pass` for the line that was tried last.
  func why(_ text: String) -> Reply {
    guard let live else { return noLesson() }
    if text == "pass" { return whyPass() }
    if text.isCount, let number = Int(text) {
      return why(line: number)
    }
    return withExpression(text) { reading in
      if let refusal = refusal(ofHidden: reading.expression) { return refusal }
      return explained("why", reading, text) { () throws(ExplanationFault) in
        let hidden = concealment
        let why = try Why(
          reading.expression, in: live.now, near: nearby, hiding: hidden)
        return inset { why.text(live.now, for: $0, hiding: hidden) }
      }
    }
  }

  private func why(line number: Int) -> Reply {
    let lines = derived?.lines ?? shownDerivation
    guard lines.indices.contains(number - 1) else {
      return failure(
        ExplanationFault.noLine(number, count: lines.count).diagnostic("why"))
    }
    let valuation = live?.now
    let reason = LineReason(lines[number - 1], in: valuation)
    return Reply(inset { reason.text(valuation, for: $0) })
  }

  /// The lines shown of the last derivation on the screen.
  var shownDerivation: [DerivationLine] {
    guard let screen else { return [] }
    let shown = screen.pieces.prefix(place.shown)
    let last = shown.indices.last {
      if case .derivation = shown[$0].content { true } else { false }
    }
    guard let last else { return [] }
    return screen.derivation(around: last).filter {
      last - place(of: last, on: screen) + $0.place < place.shown
    }
  }

  private func place(of piece: Int, on screen: Screen) -> Int {
    if case .derivation(let line) = screen.pieces[piece].content {
      return line.place
    }
    return 0
  }

  /// The quantity that the last derivation on the screen is about.
  private var nearby: Name? { shownDerivation.last?.subject.names.first }

  func paths(_ text: String) -> Reply {
    guard let live else { return noLesson() }
    return withExpression(text) { reading in
      if let refusal = refusal(ofHidden: reading.expression)
        ?? refusal(ofSlopeIn: reading.expression)
      {
        return refusal
      }
      return explained("paths", reading, text) { () throws(ExplanationFault) in
        let sum = try PathSum(reading.expression, in: live.now)
        return inset { sum.text(for: $0) }
      }
    }
  }

  /// `nudge W1[1,2] 0.01`: the last word is the step.
  func nudge(_ text: String) -> Reply {
    guard let live else { return noLesson() }
    guard let space = text.lastIndex(of: " ") else {
      return wants(Command.nudge)
    }
    let target = String(text[..<space]).trimmed
    let word = String(text[space...]).trimmed
    guard let step = number(word), step != 0 else {
      return wants(Command.nudge)
    }
    return withExpression(target) { reading in
      if let refusal = refusal(ofHidden: reading.expression)
        ?? refusal(ofNudging: reading.expression)
      {
        return refusal
      }
      return explained("nudge", reading, target) {
        () throws(ExplanationFault) in
        let watched = live.worksheet.names.filter(mentioned.contains)
        let report = try NudgeReport(
          reading.expression, by: step, watching: watched, in: live.now,
          hiding: concealment)
        return inset { report.text(for: $0) }
      }
    }
  }

  private func number(_ text: String) -> Double? {
    guard let step = try? Expression(text, in: scope),
      refusal(ofHidden: step) == nil,
      let value = try? live?.value(of: step), value.shape.isScalar,
      let number = value.storage.first, number.isFinite
    else { return nil }
    return number
  }

  private func explained(
    _ command: String, _ reading: Reading, _ source: String,
    _ text: () throws(ExplanationFault) -> StyledText
  ) -> Reply {
    do { return Reply(try text()) } catch {
      if case .expression(let fault) = error {
        return failure(
          diagnostic(fault, source: source, column: 0, reading: reading))
      }
      return failure(error.diagnostic(command))
    }
  }

  /// Which quantity is computed from which.
  func graph() -> Reply {
    guard let worksheet = live?.worksheet, !worksheet.equations.isEmpty else {
      return Reply(board.prose("No worksheet is here."))
    }
    return Reply(inset { DependencyGraph(worksheet).text(for: $0) })
  }

  /// Text one cell from the edge, laid out for what is left of the page.
  func inset(_ text: (Page) -> StyledText) -> StyledText {
    guard !page.isPlain else { return text(page) }
    return text(indentedPage).indented(by: 1)
  }

  /// The page without its first cell.
  var indentedPage: Page {
    var page = self.page
    page.width = max(page.width - 1, 20)
    return page
  }
}
