import Algebra
import Presentation

/// Hints, answers, skipping.
extension Session {
  mutating func hint() -> Reply {
    guard let open = openQuestion else {
      return failure(
        Diagnostic(
          "no question is open here", notes: ["Enter goes on"],
          remedy: "help seeing"))
    }
    let hints = open.question.hints
    let used = attempts[open.id]?.hints ?? 0
    guard used < hints.count else {
      let text =
        hints.isEmpty
        ? "There is no hint to this one." : "That was the last hint."
      let way = mayReveal(open) ? " reveal shows the answer." : ""
      return Reply(board.prose(StyledText(text + way)))
    }
    if let refusal = refusalOfHint(at: open) { return refusal }
    attempts[open.id, default: Attempt()].hints = used + 1
    let count = hintsGiven(by: open.question)
    let lead = StyledText("hint \(used + 1) of \(count): ", .dim)
    return Reply(board.prose(lead + board.text(hints[used])))
  }

  mutating func reveal(_ text: String) -> Reply {
    if !text.isEmpty { return reveal(quantity: text) }
    guard let open = openQuestion else {
      return failure(
        Diagnostic(
          "no question is open here",
          notes: ["reveal and a name shows a quantity before its time"],
          remedy: "help reveal"))
    }
    if let refusal = refusalOfReveal(at: open) { return refusal }
    attempts[open.id, default: Attempt()].outcome = .revealed
    settleReview(of: open.id, isAvoided: false)
    return Reply(working(of: open))
  }

  mutating func skip() -> Reply {
    guard let open = openQuestion else {
      return failure(
        Diagnostic(
          "no question is open here", notes: ["Enter goes on"],
          remedy: "next"))
    }
    if let refusal = refusalOfSkip(at: open) { return refusal }
    attempts[open.id, default: Attempt()].outcome = .skipped
    reopened.remove(open.id)
    settleReview(of: open.id, isAvoided: false)
    let answer = skipped(open)
    var reply = goOn()
    reply.text = StyledText.stacked([answer, reply.text], gap: 1)
    return reply
  }

  /// What is said of a question that is skipped: the answer, where it may be
  /// shown.
  private func skipped(_ open: OpenQuestion) -> StyledText {
    guard mayReveal(open) else {
      return board.prose(StyledText("Skipped.", .dim))
    }
    return StyledText.stacked([
      board.prose(StyledText("Skipped. This would have done:", .dim)),
      working(of: open),
    ])
  }

  private mutating func reveal(quantity text: String) -> Reply {
    let asked = try? Expression(text, in: scope)
    guard let lesson, let asked, let name = asked.baseName,
      live?.now.values[name] != nil
    else { return printed(text) }
    let parts = asked.quantityParts(in: scope)
    if parts.contains(where: { withheld($0) == .asked }) { return reveal("") }
    revealed[lesson.id, default: []].insert(name)
    return printed(text)
  }

  /// The answer with its working: the formula, what it comes to, and why.
  private func working(of open: OpenQuestion) -> StyledText {
    let question = open.question
    var parts: [StyledText] = []
    switch question.kind {
    case .answer(let answers):
      guard let answer = answers.first else { break }
      let judge = Judge(question, lessonBench, live?.now)
      parts.append(
        echo(judge.judged(.right(why: nil), answer, judge.value(of: answer))))
    case .choice(let choices):
      parts += question.rightChoices(on: lessonBench, at: live?.now)
        .map { board.taken(choices[$0]) }
    case .until(_, let samples):
      parts += samples.prefix(1).map {
        StyledText($0, .typed)
          .wrapped(to: page.width - Blackboard.indent, hanging: 2)
          .indented(by: Blackboard.indent)
      }
    }
    if let why = question.right {
      parts.append(board.prose(board.text(why).sentence))
    }
    return StyledText.stacked(parts)
  }
}
