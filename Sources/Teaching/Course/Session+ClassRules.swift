import Presentation

/// What the class file says at an open question.
extension Session {
  func mayHint(_ open: OpenQuestion) -> Bool {
    (attempts[open.id]?.hints ?? 0) < hintsGiven(by: open.question)
  }

  /// How many of a question's hints can be had.
  func hintsGiven(by question: Question) -> Int {
    min(question.hints.count, rules?.mostHints ?? .max)
  }

  func mayReveal(_ open: OpenQuestion) -> Bool {
    (attempts[open.id]?.answers ?? 0) >= (rules?.attemptsBeforeReveal ?? 0)
  }

  var maySkip: Bool { rules?.maySkip ?? true }

  /// The words that help at a question, in the order in which they give away
  /// more.
  func helpingWords(at open: OpenQuestion) -> [Command] {
    var words: [Command] = []
    if rules?.mostHints != 0 { words.append(.hint) }
    if mayReveal(open) { words.append(.reveal) }
    if maySkip { words.append(.skip) }
    return words
  }

  /// What is said behind `… gives away what is asked`.
  var helpWithWhatIsAsked: StyledText {
    let words = openQuestion.map(helpingWords) ?? [.hint, .reveal]
    var ways: [StyledText] = []
    if words.contains(where: { $0.name == Command.hint.name }) {
      ways.append(StyledText("hint", .typed) + " helps")
    }
    if words.contains(where: { $0.name == Command.reveal.name }) {
      ways.append(StyledText("reveal", .typed) + " shows the answer")
    }
    return ways.isEmpty
      ? "." : StyledText("; ") + ways.joined(separator: ", ") + "."
  }

  // MARK: Refusals

  /// Says that a hint is not to be had, where the class file has it so.
  func refusalOfHint(at open: OpenQuestion) -> Reply? {
    guard let rules, let most = rules.mostHints, !mayHint(open) else {
      return nil
    }
    let headline =
      most == 0
      ? "\(rules.file) does not allow hints"
      : "\(rules.file) allows \(counted(most, "hint", "hints")) at a "
        + "question, and you had \(most == 1 ? "it" : "them")"
    return refusal(headline, at: open)
  }

  /// Says when an answer will be shown, where the class file has it later.
  func refusalOfReveal(at open: OpenQuestion) -> Reply? {
    guard let rules, !mayReveal(open) else { return nil }
    let made = attempts[open.id]?.answers ?? 0
    let wanted = counted(rules.attemptsBeforeReveal, "attempt", "attempts")
    return refusal(
      "\(rules.file) allows reveal after \(wanted) at a question, and you "
        + "made \(made == 0 ? "none" : "\(made)")", at: open,
      saysWhen: true)
  }

  /// Says that no question is skipped, where the class file has it so.
  func refusalOfSkip(at open: OpenQuestion) -> Reply? {
    guard let rules, !maySkip else { return nil }
    return refusal("\(rules.file) does not allow skip", at: open)
  }

  private func refusal(
    _ headline: String, at open: OpenQuestion, saysWhen: Bool = false
  ) -> Reply {
    var notes = ["a wrong answer costs nothing, and says what is off"]
    if let rules, !saysWhen, !mayReveal(open) {
      let wanted = counted(rules.attemptsBeforeReveal, "attempt", "attempts")
      notes.append("reveal shows the answer after \(wanted)")
    }
    let way: Command =
      mayHint(open) ? .hint : mayReveal(open) ? .reveal : .again
    return failure(Diagnostic(headline, notes: notes, remedy: way.name))
  }
}
