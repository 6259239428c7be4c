import Algebra
import Matrices
import Presentation

extension Session {
  /// Judges a line typed at a question, unless it only looks something up.
  ///
  /// - Returns: Nothing where the line is no answer but an expression to be
  ///   shown, or nothing that can be judged.
  mutating func answer(_ text: String, to open: OpenQuestion) -> Reply? {
    if case .until = open.question.kind { return nil }
    if isLookup(text, at: open.question) { return nil }
    let judgement = open.question.judgement(
      of: opened(text), on: lessonBench, at: live?.now,
      order: order(of: open.question, at: open.piece))
    switch judgement.verdict {
    case .unreadable(let diagnostic):
      if looksLikeWord(text) { return nil }
      return failure(shown(diagnostic, text))
    case .unanswerable, .notYet:
      return failure(
        Diagnostic(
          "this has no answer at the numbers as they are",
          notes: ["skip goes on, and the question can be had again"],
          remedy: "reset"))
    case .right(let why):
      attempts[open.id, default: Attempt()].answers += 1
      attempts[open.id]?.outcome = .right
      return Reply(
        StyledText.stacked([
          echo(judgement), said("Right.", .right, why ?? []),
        ]))
    case .expected(let reply, _):
      attempts[open.id, default: Attempt()].answers += 1
      return wrong(judgement, board.prose(reply), open)
    case .wrong(let remark):
      attempts[open.id, default: Attempt()].answers += 1
      let sentence = slip(in: judgement, remark, open) ?? remark.sentence
      return wrong(judgement, board.prose(StyledText(sentence)), open)
    }
  }

  /// What a diagnosis says of a wrong answer about which nothing else is
  /// known.
  private func slip(
    in judgement: Judgement, _ remark: Remark, _ open: OpenQuestion
  ) -> String? {
    switch remark {
    case .otherValue, .onlyHere, .meaningless, .shape, .transposed: break
    default: return nil
    }
    guard let typed = judgement.understood, let bench = lessonBench,
      case .answer(let answers) = open.question.kind,
      let target = answers.first
    else { return nil }
    let numbers = PlainNumbers(typed)
    let found: Diagnosis
    if let numbers,
      let valuation = judgement.usesLessonNumbers
        ? live?.lesson : live?.now
    {
      found = Diagnosis(of: numbers, as: target, at: valuation)
    } else {
      found = Diagnosis(
        of: typed, as: target, in: bench.worksheet, givens: bench.givens)
    }
    return found.ways.isEmpty ? nil : found.sentences
  }

  private func wrong(
    _ judgement: Judgement, _ remark: StyledText, _ open: OpenQuestion
  ) -> Reply {
    var parts = [echo(judgement), remark]
    let attempt = attempts[open.id] ?? Attempt()
    let left = open.question.hints.count - attempt.hints
    if attempt.answers >= 2, left > 0 {
      parts.append(
        board.prose(
          StyledText("hint", .typed)
            + StyledText(
              " helps: \(left) of \(open.question.hints.count) left.", .dim)))
    }
    return Reply(StyledText.stacked(parts), failed: true)
  }

  /// What was judged, typeset, with what it comes to.
  func echo(_ judgement: Judgement) -> StyledText {
    var parts: [StyledText] = []
    if let expression = judgement.understood {
      if let value = judgement.value, refusal(ofHidden: expression) == nil {
        parts.append(board.printed(expression, value))
      } else {
        parts.append(
          board.formula(expression).indented(by: Blackboard.indent))
      }
    } else if let choice = judgement.choice {
      if case .choice(let choices)? = openQuestionOrLast?.kind {
        parts.append(
          board.text(choices[choice].text)
            .wrapped(to: board.measure - Blackboard.indent)
            .indented(by: Blackboard.indent))
      }
    }
    return StyledText.stacked(parts)
  }

  /// The question that is shown last, answered or not.
  private var openQuestionOrLast: Question? {
    guard let current = place.current,
      case .question(let question)? = lesson?.piece(current)?.content
    else { return nil }
    return question
  }

  private func said(
    _ word: String, _ style: Style, _ why: [Inline]
  ) -> StyledText {
    let lead = StyledText(word, style)
    guard !why.isEmpty else { return board.prose(lead) }
    return board.prose(lead + " " + board.text(why).sentence)
  }

  /// The line with names of the learner's own replaced by what they stand
  /// for, since a judge knows the worksheet alone.
  private func opened(_ text: String) -> String {
    if let sign = Assignment.equalsSign(in: text) {
      let right = text[text.index(after: sign)...]
      return text[...sign] + opened(String(right))
    }
    guard let expression = try? Expression(text, in: scope) else { return text }
    let opened = opened(expression)
    return opened == expression ? text : opened.text(.ascii)
  }

  /// A bare name of something given or known already is looked up at no
  /// cost, unless it is the very answer.
  private func isLookup(_ text: String, at question: Question) -> Bool {
    guard text.isOneName, case .answer(let answers) = question.kind else {
      return false
    }
    let name = Name(text)
    guard scope.isKnown(name), withheld(name) == nil else { return false }
    return !answers.contains { $0.ungrouped == .name(name) }
  }

  /// Whether a line looks like a slip in a command rather than an answer.
  private func looksLikeWord(_ text: String) -> Bool {
    let (word, rest) = Self.parts(of: text)
    return word.count > 2
      && (NearestName.nearest(to: word, among: Command.vocabulary) != nil
        || Command.named(word) != nil)
      && !rest.hasPrefix("(")
  }

  private func shown(_ diagnostic: Diagnostic, _ text: String) -> Diagnostic {
    guard let remedy = diagnostic.remedy, remedy.hasPrefix("type ") else {
      return diagnostic
    }
    var shown = diagnostic
    shown.remedy = nil
    shown.notes.append(remedy)
    return shown
  }

  /// The worksheet with the lesson's numbers, as a judge wants it.
  var lessonBench: Bench? {
    guard let live else { return nil }
    return Bench(
      worksheet: live.worksheet,
      givens: live.lesson.givens, origin: live.origin)
  }

  /// Closes a question whose condition the learner has made true.
  ///
  /// - Parameter word: What is said of it.
  /// - Returns: What is said, or nothing where the condition does not hold.
  mutating func settledByDeed(saying word: String = "Done.") -> Reply? {
    guard let open = openQuestion, case .until = open.question.kind,
      let live,
      let judgement = open.question.judgement(
        at: live.now, on: lessonBench)
    else { return nil }
    attempts[open.id, default: Attempt()].answers += 1
    guard case .right(let why) = judgement.verdict else { return nil }
    attempts[open.id]?.outcome = .right
    return Reply(said(word, .right, why ?? []))
  }
}

extension StyledText {
  /// The text as a sentence: a capital first and a full stop.
  var sentence: StyledText {
    var text = StyledText()
    for (place, run) in runs.enumerated() {
      let isStart = place == 0 && run.style == .plain
      let first = isStart ? run.text.prefix(1).uppercased() : ""
      text.append(
        isStart ? first + String(run.text.dropFirst()) : run.text, run.style)
    }
    let last = text.plain.last
    if last != ".", last != "?", last != "!" { text.append(".") }
    return text
  }
}
