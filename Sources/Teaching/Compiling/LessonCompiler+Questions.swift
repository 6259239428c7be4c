import Algebra

extension LessonCompiler {
  mutating func question(
    _ syntax: QuestionSyntax, on bench: Bench?
  ) -> Question? {
    let prompt = inlines(syntax.prompt, on: bench)
    let kind = kind(of: syntax, on: bench)
    let wrongs = syntax.wrongs.compactMap { wrong($0, on: bench) }
    let hints = syntax.hints.map { inlines($0, on: bench) }
    let right = syntax.right.map { inlines($0, on: bench) }
    let when = syntax.when.flatMap { expression($0, on: bench, .number) }
    let within = syntax.within.flatMap { expression($0, on: bench, .number) }
    guard let kind else { return nil }
    var question = Question(
      prompt: prompt, kind: kind, wrongs: wrongs, hints: hints, right: right,
      when: when, within: within)
    question.takesAll = syntax.takesAll
    if case .line(let target, _) = syntax.kind {
      question.line = try? Expression(target.text, in: bench.scope)
    }
    claims.append(.question(question, syntax, bench))
    return question
  }

  private mutating func kind(
    of syntax: QuestionSyntax, on bench: Bench?
  ) -> Question.Kind? {
    switch syntax.kind {
    case .answer(let sources):
      let answers = sources.compactMap { expression($0, on: bench) }
      return answers.isEmpty ? nil : .answer(answers)
    case .line(let target, let sources):
      let forms = sources.compactMap { expression($0, on: bench) }
      return line(target, on: bench).map { .answer(forms + [$0]) }
    case .choice(let choices):
      return .choice(choices.compactMap { choice($0, on: bench) })
    case .until(let condition, let samples):
      return expression(condition, on: bench, .number).map {
        .until($0, samples: samples.map(\.text))
      }
    }
  }

  /// What the equation of a quantity says, of which the learner is to write
  /// a line with the same value.
  private mutating func line(
    _ target: SourceText, on bench: Bench?
  ) -> Expression? {
    guard let quantity = expression(target, on: bench) else { return nil }
    guard case .name(let name) = quantity.ungrouped,
      let equation = bench?.worksheet.equation(name)
    else {
      faults.add(.lineOfNoEquation(target.text), at: target)
      return nil
    }
    return equation.expression
  }

  private mutating func choice(
    _ syntax: QuestionSyntax.Choice, on bench: Bench?
  ) -> Question.Choice? {
    let text = inlines(syntax.text, on: bench)
    let reply = syntax.reply.map { inlines($0, on: bench) }
    return expression(syntax.condition, on: bench, .number).map {
      Question.Choice(condition: $0, text: text, reply: reply)
    }
  }

  private mutating func wrong(
    _ syntax: QuestionSyntax.Wrong, on bench: Bench?
  ) -> Question.Wrong? {
    let reply = inlines(syntax.reply, on: bench)
    return expression(syntax.answer, on: bench, .readable).map {
      Question.Wrong(answer: $0, reply: reply)
    }
  }
}
