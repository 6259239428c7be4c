import Algebra
import Matrices
import Presentation

extension Judge {
  func judgement(of typed: String, _ answers: [Expression]) -> Judgement {
    guard let line = rightSide(of: typed, answers) else {
      return judged(.unreadable(rightSideWanted(typed)))
    }
    return judgement(ofRightSide: line, answers)
  }

  private func judgement(
    ofRightSide line: String, _ answers: [Expression]
  ) -> Judgement {
    let read: Expression
    switch reading(of: line, answers) {
    case .expression(let expression): read = expression
    case .unreadable(let diagnostic): return judged(.unreadable(diagnostic))
    }
    guard let numbers else { return judged(.unanswerable, read) }
    let typed: TypedAnswer
    do {
      let value = try numbers.value(of: read)
      let entries = numbers.values.values.flatMap { $0.storage }
      typed = TypedAnswer(
        read, value: value, exact: Set(entries.map(\.magnitude)))
    } catch {
      return judgement(ofMeaningless: read, error, line)
    }
    let truths = answers.compactMap { answer in
      value(of: answer).map {
        Agreement(truth: $0, within: within, tellTales: tellTales)
      }
    }
    guard let first = truths.first else {
      return judged(.unanswerable, read, typed.value)
    }
    if truths.contains(where: { $0.holds(typed) }) {
      return judged(verdict(onAgreeing: typed, answers), read, typed.value)
    }
    if let slip = slip(of: typed) { return judged(slip, read, typed.value) }
    return judged(.wrong(first.remark(on: typed)), read, typed.value)
  }

  private var within: Double? {
    question.within.flatMap { value(of: $0)?.storage.first }
  }

  /// The half of a square, and the sizes that the worksheet divides by or
  /// multiplies with, as the `m` of a mean; none where a count is asked, which
  /// is made of nothing.
  private var tellTales: Set<Int> {
    guard let numbers, question.asksOfQuantities else { return [] }
    let written = Set(numbers.worksheet.equations.flatMap(\.expression.names))
    let sizes = numbers.scope.sizes.filter { written.contains($0.key) }
    let counts = sizes.values.compactMap { size -> Int? in
      if case .fixed(let count) = size, count > 1 { count } else { nil }
    }
    return Set(counts).union([2])
  }

  /// What is said of an answer whose value is right.
  private func verdict(
    onAgreeing typed: TypedAnswer, _ answers: [Expression]
  ) -> Judgement.Verdict {
    let asked = Restatement(question, answers, self)
    if let part = asked.found(in: typed.expression, typed.value) {
      return .wrong(.namesWhatIsAsked(part.text()))
    }
    guard question.line != nil else { return .right(why: question.right) }
    guard !typed.expression.names.isEmpty else {
      return .wrong(.numbersForLine)
    }
    let isIdentity = answers.contains { answer in
      (bench?.worksheet ?? Worksheet()).verify(
        typed.expression, equals: answer, givens: bench?.givens ?? [:]
      ).holds
    }
    if isIdentity { return .right(why: question.right) }
    return slip(of: typed) ?? .wrong(.onlyHere)
  }

  /// The slip that the author expected, if it is one.
  private func slip(of typed: TypedAnswer) -> Judgement.Verdict? {
    if let slip = slip(ofForm: typed.expression) { return slip }
    for (place, wrong) in question.wrongs.enumerated() {
      guard let value = value(of: wrong.answer) else { continue }
      if Agreement(truth: value, within: nil).holds(typed) {
        return .expected(reply: wrong.reply, place: place)
      }
    }
    return nil
  }

  private func slip(ofForm expression: Expression) -> Judgement.Verdict? {
    let form = expression.withoutGroups
    let place = question.wrongs.firstIndex {
      $0.answer.withoutGroups == form
    }
    return place.map {
      .expected(reply: question.wrongs[$0].reply, place: $0)
    }
  }

  /// An answer without a value: a slip of the author's, or parts that do not
  /// fit, or a name that nobody knows.
  private func judgement(
    ofMeaningless expression: Expression, _ error: any Error, _ line: String
  ) -> Judgement {
    if let slip = slip(ofForm: expression) { return judged(slip, expression) }
    guard let fault = error as? ExpressionFault else {
      return judged(.wrong(.notFinite), expression)
    }
    switch fault.problem {
    case .unknownName, .unknownFunction, .argumentCount:
      return judged(
        .unreadable(diagnostic(fault, expression, line)), expression)
    default:
      let diagnostic = diagnostic(fault, expression, line)
      let headline = diagnostic.headline
      return judged(.wrong(.meaningless(headline + ".")), expression)
    }
  }
}

// MARK: - Reading

extension Judge {
  private enum Read {
    case expression(Expression)
    case unreadable(Diagnostic)
  }

  private func reading(of line: String, _ answers: [Expression]) -> Read {
    if let word = AnswerWord(line, answers) { return .expression(word.meaning) }
    do { return .expression(try Expression(line, in: scope)) } catch {
      return .unreadable(error.diagnostic(of: line))
    }
  }

  private func diagnostic(
    _ fault: ExpressionFault, _ expression: Expression, _ line: String
  ) -> Diagnostic {
    guard let reading = try? Expression.reading(line, in: scope) else {
      return Diagnostic("this has no value", source: line)
    }
    return reading.diagnostic(fault, source: line, in: scope)
  }
}

/// An answer in words: `negative` where a sign is asked, `3x1` where a shape
/// is.
struct AnswerWord {
  let meaning: Expression

  init?(_ line: String, _ answers: [Expression]) {
    let functions = answers.compactMap { answer -> Name? in
      guard case .call(let name, 0, _) = answer.ungrouped else { return nil }
      return Function.table[name]?.name
    }
    if functions.contains("sign"), let sign = AnswerWord.sign(line) {
      meaning = sign
    } else if functions.contains("shape"), let shape = AnswerWord.shape(line) {
      meaning = shape
    } else {
      return nil
    }
  }

  private static func sign(_ line: String) -> Expression? {
    switch line.lowercased().filter({ !$0.isWhitespace }) {
    case "positive", "+", "plus", "above0": 1
    case "negative", "-", "−", "minus", "below0": -1
    case "zero", "none": 0
    default: nil
    }
  }

  private static func shape(_ line: String) -> Expression? {
    let plain = line.lowercased().replacing("by")
    let sides = plain.split { "x× ,".contains($0) }.map { Int($0) }
    guard sides.count == 2, let rows = sides[0], let columns = sides[1] else {
      return nil
    }
    return .matrix([[.number(Numeral(rows)), .number(Numeral(columns))]])
  }
}

extension String {
  /// The text with a word between spaces taken as a space.
  fileprivate func replacing(_ word: String) -> String {
    split(separator: " ").filter { $0 != word }.joined(separator: " ")
  }
}
