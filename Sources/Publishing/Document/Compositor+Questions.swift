import Algebra
import Presentation
import Teaching

extension Compositor {
  /// A question as this edition has it; what is to be known about it is kept.
  mutating func asked(_ question: Question, at id: PieceID) -> [Block] {
    let number = entries.count + 1
    let order = reading.order(of: question, at: id)
    var asked = AskedQuestion(number: number, prompt: spans(question.prompt))
    if case .choice(let choices) = question.kind {
      asked.choices = order.map { spans(choices[$0].text) }
      if question.takesAll {
        asked.prompt.append(.text(" More than one may hold."))
      }
    }
    let entry = entry(question, number, order)
    entries.append(entry)
    switch edition {
    case .full: asked.isAnswered = true
    case .handout:
      asked.room = room(for: question)
      isBehindQuestion = true
      if !asked.choices.isEmpty { isBehindChoice = true }
      secrets.add(question, in: reading)
    case .key:
      var known = entry
      known.hints = []
      return [.question(asked), .entry(known)]
    }
    return [.question(asked)]
  }

  private func room(for question: Question) -> AskedQuestion.Room? {
    switch question.kind {
    case .choice: return nil
    case .until:
      return AskedQuestion.Room(lead: [.text("What you typed:")], lines: 2)
    case .answer:
      guard let line = question.line else {
        return AskedQuestion.Room(lead: [], lines: 2)
      }
      return AskedQuestion.Room(
        lead: [
          .formula(.joined([formula(line), .sign("=", .relation)]))
        ], lines: 1)
    }
  }

  // MARK: - Answers

  private func entry(
    _ question: Question, _ number: Int, _ order: [Int]
  ) -> AnswerEntry {
    var entry = AnswerEntry(number: number)
    entry.hints = question.hints.map { spans($0).sentence }
    entry.why = question.right.map { spans($0).sentence } ?? []
    switch question.kind {
    case .answer(let answers):
      entry.lines = answers.map { answer(to: question, $0) }
    case .until(_, let samples): entry.typed = samples
    case .choice(let choices):
      let right = reading.rightChoices(of: question)
      entry.choices = order.enumerated().compactMap { place, choice in
        guard right.contains(choice) else { return nil }
        return AnswerEntry.Choice(
          number: place + 1, text: spans(choices[choice].text))
      }
      entry.slips = order.enumerated().compactMap { place, choice in
        guard !right.contains(choice) else { return nil }
        return choices[choice].reply.map {
          AnswerEntry.Slip(
            taken: [.text("choice \(place + 1)")], reply: spans($0))
        }
      }
    }
    entry.slips += question.wrongs.map { wrong in
      AnswerEntry.Slip(
        taken: [.formula(formula(wrong.answer))], reply: spans(wrong.reply))
    }
    return entry
  }

  /// An answer with what it comes to.
  private func answer(to question: Question, _ answer: Expression) -> Line {
    var steps: [Line.Step] = []
    if question.line != nil { steps.append(Line.Step("=", formula(answer))) }
    if let value = reading.value(of: answer), !answer.isWrittenNumber {
      steps.append(Line.Step(relation(value), labelled(value)))
    }
    return Line(formula(question.line ?? answer), steps)
  }

  /// The sections behind the lesson: hints, then answers.
  func back(of document: Document) -> [Document.Section] {
    let ids = Set(document.sections.map(\.id))
    let hints = entries.filter { !$0.hints.isEmpty }.map { entry in
      var hints = AnswerEntry(number: entry.number)
      hints.hints = entry.hints
      return Block.entry(hints)
    }
    let answers = entries.map { entry in
      var answer = entry
      answer.hints = []
      answer.slips = []
      return Block.entry(answer)
    }
    return [("hints", "Hints", hints), ("answers", "Answers", answers)]
      .filter { !$0.2.isEmpty }
      .map { id, title, blocks in
        Document.Section(
          id: ids.contains(id) ? "\(id)-at-the-end" : id, title: title,
          blocks: blocks, beginsPage: true)
      }
  }
}

extension Expression {
  /// Whether it is a number written out, with or without a sign.
  fileprivate var isWrittenNumber: Bool {
    switch self {
    case .number: true
    case .negation(let inner), .group(let inner): inner.isWrittenNumber
    default: false
    }
  }
}

extension [Span] {
  /// The spans as a sentence: a capital first and a full stop.
  var sentence: [Span] {
    var spans = self
    if case .text(let text)? = first {
      spans[0] = .text(text.prefix(1).uppercased() + text.dropFirst())
    }
    if case .text(let text)? = last, let end = text.last, ".?!".contains(end) {
      return spans
    }
    return spans + [.text(".")]
  }
}
