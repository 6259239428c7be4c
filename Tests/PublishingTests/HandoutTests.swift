import Algebra
import Presentation
import Teaching
import Testing

@testable import Publishing

/// A handout asks, and a key answers.
@Suite struct HandoutTests {
  private func text(
    _ lesson: Lesson, _ edition: Document.Edition
  ) -> String {
    let paper = Paper(lesson: lesson.id, edition: edition)
    return (try? paper.document.text(.markdown)) ?? ""
  }

  private func plain(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      if case .text(let text) = inline { text } else { "" }
    }.max { $0.count < $1.count } ?? ""
  }

  /// Neither what is said to an answer nor a hint is there.
  @Test(arguments: Papers.ids)
  func handoutsSayNothingToAnswers(_ id: String) throws {
    let lesson = try Papers.lesson(named: id)
    let handout = text(lesson, .handout)
    for question in lesson.questions {
      let said =
        question.wrongs.map(\.reply) + question.hints
        + [question.right].compactMap(\.self)
      for sentence in said.map(plain) where sentence.count > 30 {
        #expect(!handout.contains(MarkdownText.escaped(sentence)))
      }
    }
  }

  /// No answer stands as a formula behind its question.
  @Test(arguments: Papers.ids)
  func handoutsHoldNoAnswerBehindItsQuestion(_ id: String) throws {
    let lesson = try Papers.lesson(named: id)
    let document = Document(lesson, edition: .handout)
    for (number, question) in lesson.questions.enumerated() {
      guard case .answer(let answers) = question.kind else { continue }
      let parts = document.blocks.split(
        maxSplits: 1, omittingEmptySubsequences: false,
        whereSeparator: { $0.asks(number + 1) })
      try #require(parts.count == 2, "no question \(number + 1)")
      let before = parts[0].flatMap(\.formulas)
      let after = parts[1].flatMap(\.formulas)
      for answer in answers where answer.children.count > 1 {
        let formula = Formula(answer.layout)
        guard !before.contains(formula) else { continue }
        #expect(!after.contains(formula), "\(number + 1): \(answer.text())")
      }
    }
  }

  /// The derivation of what was asked keeps its rules and has room for its
  /// lines; the number that was asked for is not there.
  @Test func derivationsOfWhatWasAskedAreLeftToTheReader() throws {
    let lesson = try Papers.lesson(named: "last-layer")
    let handout = text(lesson, .handout)
    #expect(handout.contains("\\text{constant multiple}"))
    #expect(!handout.contains("\\delta_{2}[2]\\cdot a_{1}[1]"))
    #expect(!handout.contains("\\delta_{2}\\cdot a_{1}^{\\mathsf{T}}"))
    #expect(!handout.contains("0.9648"))
    #expect(!handout.contains("&=a_{2}-y\\approx"))
    #expect(!handout.contains("&=a_{2}-y &&\\text{slope"))
    // What stood above the questions is there.
    #expect(handout.contains("&=a_{2}[1]-y[1]"))
    #expect(handout.contains("{-}1.775"))
  }

  /// A formula that was known is an answer all the same where it stands in
  /// the derivation of what was asked; the slope that was asked for is named.
  @Test func linesOfWhatWasAskedAreBlankThoughTheirFormulasAreKnown() throws {
    let handout = text(try Papers.lesson(named: "tanh"), .handout)
    #expect(handout.contains("D(\\mathit{up},\\,z_{1}) &=\\underline"))
    #expect(!handout.contains("&=e^{z_{1}}+e^{-z_{1}} &&"))
    #expect(!handout.contains("&=\\mathit{lo} &&"))
    #expect(handout.contains("&=\\mathit{up} &&"))
  }

  /// What a command answers may be what is asked.
  @Test func commandsAreShownWithoutTheirAnswers() throws {
    let lesson = try Papers.lesson(named: "hidden-layer")
    let handout = text(lesson, .handout)
    #expect(handout.contains("> paths dW1[1,2]"))
    #expect(!handout.contains("roads lead from there"))
    #expect(text(lesson, .full).contains("roads lead from there"))
  }

  @Test(arguments: Papers.ids)
  func keysAnswerEveryQuestion(_ id: String) throws {
    let lesson = try Papers.lesson(named: id)
    let document = try Paper(lesson: id, edition: .key).document
    let entries = document.sections.flatMap(\.blocks).compactMap { block in
      if case .entry(let entry) = block { entry } else { nil }
    }
    #expect(entries.count == lesson.questions.count)
    for (entry, question) in zip(entries, lesson.questions) {
      switch question.kind {
      case .answer(let answers): #expect(entry.lines.count == answers.count)
      case .choice: #expect(!entry.choices.isEmpty)
      case .until(_, let samples): #expect(entry.typed == samples)
      }
      #expect(entry.why.isEmpty == (question.right == nil))
    }
  }

  @Test func keysHaveTheNumbers() throws {
    let lesson = try Papers.lesson(named: "last-layer")
    let key = text(lesson, .key)
    #expect(
      key.contains("$`\\delta_{2}[2]\\cdot a_{1}[1]\\approx 0.9648`$"))
    #expect(key.contains("Choice 2: It falls."))
    #expect(key.contains("The error where the weight leads, times what came"))
    #expect(key.contains("*Slip:* $`\\delta_{2}[1]\\cdot a_{1}[2]`$"))
  }

  /// All three count the same questions.
  @Test(arguments: Papers.ids)
  func numbersOfQuestionsAgree(_ id: String) throws {
    let lesson = try Papers.lesson(named: id)
    for edition in Document.Edition.allCases {
      let text = text(lesson, edition)
      for number in 1...lesson.questions.count {
        #expect(text.contains("**Question \(number).**"))
      }
    }
  }
}

extension Block {
  /// Whether it is the question with a number.
  fileprivate func asks(_ number: Int) -> Bool {
    if case .question(let asked) = self {
      asked.number == number
    } else {
      false
    }
  }
}
