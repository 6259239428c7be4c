import Algebra

extension LintRule {
  static let answers = LintRule(
    id: "answers",
    sentence: "Every right answer is judged right, every slip gets its reply, "
      + "and exactly one choice is right, or some where all are asked for."
  ) { subject, notes in
    for case .question(let question, let syntax, let bench)
      in subject.compiled.claims
    {
      var replay = Replay(
        question: question, syntax: syntax, bench: bench,
        run: subject.options.run, notes: notes)
      replay.all()
      notes = replay.notes
    }
  }
}

/// A question answered as its author foresees, at the lesson's numbers.
private struct Replay {
  let question: Question
  let syntax: QuestionSyntax
  let bench: Bench?
  let run: @Sendable (String, Valuation) -> Valuation?
  var notes: LintNotes

  private func judgement(of line: String) -> Judgement {
    question.judgement(of: line, on: bench, at: bench?.valuation)
  }

  private func judge() -> Judge { Judge(question, bench, bench?.valuation) }

  mutating func all() {
    if let when = question.when, let source = syntax.when,
      judge().truth(of: when) != true
    {
      notes.add(
        "the condition does not hold at the lesson's own numbers",
        try: "ask for something that does, or leave it out", at: source)
    }
    switch (question.kind, syntax.kind) {
    case (.answer(let answers), .line(let target, let forms)):
      // A form is held against the worksheet's own line alone.
      var question = question
      question.kind = .answer(answers.suffix(1))
      for answer in answers.suffix(1) {
        replayRight(answer.text(), of: question, at: target)
      }
      for form in forms { replayRight(form.text, of: question, at: form) }
    case (.answer, .answer(let sources)):
      for source in sources {
        replayRight(source.text, of: question, at: source)
      }
    case (.choice(let choices), .choice(let sources)):
      replay(choices, sources)
    case (.until, .until(let condition, let samples)):
      replayUntil(condition, samples)
    default: break
    }
    replayWrongs()
  }

  private mutating func replayRight(
    _ line: String, of question: Question, at source: SourceText
  ) {
    notes.tally.answers += 1
    let judgement = question.judgement(
      of: line, on: bench, at: bench?.valuation)
    guard !judgement.isRight else { return }
    notes.add(
      "this answer is not judged right: \(judgement.words)",
      try: "write an answer that has a value at the lesson's numbers",
      at: source)
  }

  private mutating func replay(
    _ choices: [Question.Choice], _ sources: [QuestionSyntax.Choice]
  ) {
    notes.tally.answers += choices.count
    let judge = judge()
    let holding = choices.indices.filter {
      judge.truth(of: choices[$0].condition) == true
    }
    guard let first = sources.first?.condition, holding.count != 1 else {
      return
    }
    guard holding.count > 1 else {
      notes.add(
        "no choice is right at the lesson's numbers",
        try: question.takesAll
          ? "write the conditions so that one holds or more"
          : "write the conditions so that exactly one holds", at: first)
      return
    }
    if question.takesAll { return }
    let lines = holding.map { "\(sources[$0].condition.line)" }
    notes.add(
      "more than one choice is right: those of lines "
        + lines.joined(separator: " and "),
      try: "write the conditions so that exactly one holds, or choose: all",
      at: sources[holding[1]].condition)
  }

  private mutating func replayUntil(
    _ condition: SourceText, _ samples: [SourceText]
  ) {
    guard let start = bench?.valuation else {
      notes.add(
        "there is nothing to alter on this screen",
        try: "write a network or a worksheet first", at: condition)
      return
    }
    if question.judgement(at: start, on: bench)?.isRight ?? false {
      notes.add(
        "the condition holds before anything is altered",
        try: "ask for something that does not hold yet", at: condition)
    }
    for sample in samples {
      notes.tally.answers += 1
      guard let after = run(sample.text, start) else {
        notes.add(
          "'\(sample.text)' cannot be run",
          try: "write an alteration, as in set W1[1,2] = 0.3, or a training, "
            + "as in train 100 rate 0.5", at: sample)
        continue
      }
      if question.judgement(at: after, on: bench)?.isRight != true {
        notes.add(
          "'\(sample.text)' does not bring the condition about",
          try: "write a command that does", at: sample)
      }
    }
  }

  private mutating func replayWrongs() {
    for (place, wrong) in syntax.wrongs.enumerated() {
      notes.tally.answers += 1
      let judgement = judgement(of: wrong.answer.text)
      switch judgement.verdict {
      case .expected(_, let found) where found == place:
        checkValue(of: place)
      case .expected(_, let found):
        notes.add(
          "this slip gets the reply of line "
            + "\(syntax.wrongs[found].answer.line)",
          try: "keep one of the two", at: wrong.answer)
      case .right:
        notes.add(
          "this slip is judged right", try: "write one that has another value",
          at: wrong.answer)
      default:
        notes.add(
          "this slip does not get its reply: \(judgement.words)",
          try: "write it as a learner would type it", at: wrong.answer)
      }
    }
  }

  /// Whether a learner who types the slip's value gets its reply, and not one
  /// that was written for another slip.
  private mutating func checkValue(of place: Int) {
    let judge = judge()
    guard let value = judge.value(of: question.wrongs[place].answer) else {
      return
    }
    let agreement = Agreement(truth: value, within: nil)
    if case .answer(let answers) = question.kind,
      answers.contains(where: {
        judge.value(of: $0).map { agreement.holds($0) } ?? false
      })
    {
      notes.add(
        "this slip has the value of a right answer",
        try: "choose numbers at which they differ",
        at: syntax.wrongs[place].answer)
    }
    for earlier in 0..<place {
      guard let other = judge.value(of: question.wrongs[earlier].answer),
        agreement.holds(other)
      else { continue }
      notes.add(
        "this slip has the value of the one on line "
          + "\(syntax.wrongs[earlier].answer.line), so a learner who types "
          + "the number gets that reply",
        try: "choose numbers at which they differ, or keep one",
        at: syntax.wrongs[place].answer)
      return
    }
  }
}

extension Judgement {
  /// The verdict in a few words, for an author.
  fileprivate var words: String {
    switch verdict {
    case .right: "it is right"
    case .expected: "it is a slip that the question foresees"
    case .wrong(let remark): remark.sentence
    case .unreadable(let diagnostic): diagnostic.headline
    case .notYet: "it does not hold yet"
    case .unanswerable: "no answer has a value at the lesson's numbers"
    }
  }
}
