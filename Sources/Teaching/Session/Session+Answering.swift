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
    if isLookup(text, at: open.question) {
      return lookedUp(text, at: open.question)
    }
    let judgement = open.question.judgement(
      of: opened(text), on: lessonBench, at: live?.now,
      order: order(of: open.question, at: open.piece))
    switch judgement.verdict {
    case .unreadable(let diagnostic):
      if looksLikeWord(text) { return nil }
      if isTalk(text) {
        var reply = asked(again: open, inDigits: true)
        (reply.failed, reply.isRefusal) = (true, true)
        return reply
      }
      var shown = shown(diagnostic, text)
      // What would be right must not be read by the whole room.
      if room != nil { shown.remedy = nil }
      return failure(shown)
    case .unanswerable, .notYet:
      return failure(
        Diagnostic(
          "this has no answer at the numbers as they are",
          notes: maySkip
            ? ["skip goes on, and the question can be had again"] : [],
          remedy: "reset"))
    case .right(let why):
      attempts[open.id, default: Attempt()].answers += 1
      attempts[open.id]?.outcome = .right
      settleReview(of: open.id, isAvoided: true)
      return Reply(
        StyledText.stacked([
          echo(judgement), said("Right.", .right, why ?? []),
        ]))
    case .expected(let reply, let place):
      attempts[open.id, default: Attempt()].answers += 1
      note(
        foreseen(place, judgement, open.question), isForeseen: true,
        at: open.id)
      return wrong(judgement, board.prose(reply), open)
    case .wrong(let remark):
      attempts[open.id, default: Attempt()].answers += 1
      let diagnosis = unforeseen(judgement, remark, open.question)
      note(diagnosis, isForeseen: false, at: open.id)
      let sentence =
        remark.yieldsToDiagnosis && !(diagnosis?.ways.isEmpty ?? true)
        ? diagnosis?.sentences : nil
      return wrong(
        judgement, board.prose(StyledText(sentence ?? remark.sentence)), open)
    }
  }

  /// What a diagnosis makes of a slip that the author foresaw.
  private func foreseen(
    _ place: Int, _ judgement: Judgement, _ question: Question
  ) -> Diagnosis? {
    guard case .answer(let answers) = question.kind,
      let target = question.line ?? answers.first
    else { return nil }
    return diagnosis(
      of: question.wrongs[place].answer, judgement, as: target)
  }

  /// What a diagnosis makes of a wrong answer about which nothing else is
  /// known.
  private func unforeseen(
    _ judgement: Judgement, _ remark: Remark, _ question: Question
  ) -> Diagnosis? {
    guard remark.mayBeSlip, let typed = judgement.understood,
      case .answer(let answers) = question.kind,
      let target = question.line ?? answers.first
    else { return nil }
    return diagnosis(of: typed, judgement, as: target)
  }

  private func wrong(
    _ judgement: Judgement, _ remark: StyledText, _ open: OpenQuestion
  ) -> Reply {
    var parts = [echo(judgement), remark]
    let attempt = attempts[open.id] ?? Attempt()
    let count = hintsGiven(by: open.question)
    let left = count - attempt.hints
    if attempt.answers >= 2, left > 0 {
      parts.append(
        board.prose(
          StyledText("hint", .typed)
            + StyledText(
              " helps: \(left) of \(count) left.", .dim)))
    }
    return Reply(StyledText.stacked(parts), failed: true)
  }

  /// What was judged, typeset, with what it comes to.
  func echo(_ judgement: Judgement) -> StyledText {
    var parts: [StyledText] = []
    if let shape = askedShape(judgement.value) {
      parts.append(shape)
    } else if let expression = judgement.understood {
      if let value = judgement.value, refusal(ofHidden: expression) == nil {
        parts.append(board.printed(expression, value))
      } else {
        parts.append(
          board.formula(expression).indented(by: Blackboard.indent))
      }
    } else if case .choice(let choices)? = openQuestionOrLast?.kind {
      parts += judgement.choices.map { board.taken(choices[$0]) }
    }
    return StyledText.stacked(parts)
  }

  /// The two numbers of a shape that was asked for, as a shape.
  private func askedShape(_ value: Matrix<Double>?) -> StyledText? {
    guard case .answer(let answers)? = openQuestionOrLast?.kind,
      case .call("shape", _, _)? = answers.first?.ungrouped,
      let value, value.storage.count == 2
    else { return nil }
    let sides = value.storage.map { page.format.text($0) }
    return StyledText(
      sides.joined(separator: page.charset == .unicode ? "×" : "x"), .number
    )
    .indented(by: page.isPlain ? 0 : Blackboard.indent)
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

  /// What was looked up; where it has the value that is asked, the question
  /// is still what it is made of.
  ///
  /// - Returns: Nothing where it has another value.
  private func lookedUp(_ text: String, at question: Question) -> Reply? {
    let judge = Judge(question, lessonBench, live?.now)
    guard case .answer(let answers) = question.kind,
      let expression = try? Expression(text, in: scope),
      let value = judge.value(of: expression),
      answers.contains(where: { judge.value(of: $0) == value })
    else { return nil }
    return Reply(
      StyledText.stacked([
        board.printed(expression, value),
        board.prose(
          "That is looked up. Answer with a number, or with what it is made "
            + "of."),
      ]))
  }

  /// Whether a line looks like a slip in a command rather than an answer.
  private func looksLikeWord(_ text: String) -> Bool {
    let (word, rest) = Self.parts(of: text)
    return word.count > 2
      && (NearestName.nearest(to: word, among: Command.vocabulary) != nil
        || Command.named(word) != nil)
      && !rest.hasPrefix("(")
  }

  /// Whether a line is made of English words alone: none of them is a name or
  /// a function here, nor is a single one near to any.
  private func isTalk(_ text: String) -> Bool {
    let isWord = { (character: Character) in
      character.isASCII && character.isLetter || character == "'"
    }
    guard text.allSatisfy({ isWord($0) || " ,.?!-".contains($0) }) else {
      return false
    }
    let words = text.split(whereSeparator: { !isWord($0) }).map(String.init)
    let known =
      (live?.worksheet.names ?? []).map(\.text)
      + Function.table.keys.map(\.text)
    guard words.count != 1 else {
      return words[0].count > 1
        && NearestName.nearest(to: words[0], among: known) == nil
    }
    return !words.isEmpty && !words.contains(where: known.contains)
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
  /// - Parameters:
  ///   - word: What is said of it.
  ///   - isDeed: Whether the learner did something; to be shown the question
  ///     is no attempt.
  /// - Returns: What is said, or nothing where the condition does not hold.
  mutating func settledByDeed(
    saying word: String = "Done.", isDeed: Bool = true
  ) -> Reply? {
    guard let open = openQuestion, case .until = open.question.kind,
      let live,
      let judgement = open.question.judgement(
        at: live.now, on: lessonBench)
    else { return nil }
    if isDeed { attempts[open.id, default: Attempt()].answers += 1 }
    guard case .right(let why) = judgement.verdict else { return nil }
    attempts[open.id, default: Attempt()].outcome = .right
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
