import Algebra
import Presentation

extension Blackboard {
  /// A question as it is asked.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - order: In which order its choices stand.
  /// - Returns: What is asked, and the choices with their numbers.
  func question(_ question: Question, order: [Int]) -> StyledText {
    var parts = [prose(question.prompt)]
    if case .choice(let choices) = question.kind {
      parts.append(
        StyledText.stacked(
          order.enumerated().map { number, choice in
            self.choice(number + 1, choices[choice].text)
          }))
      if question.takesAll { parts.append(prose(Self.severalHold)) }
    }
    return StyledText.stacked(parts)
  }

  private static let severalHold = StyledText(
    "More than one may hold: type their numbers, as in 1 3.", .dim)

  /// A choice that was taken, or is right.
  func taken(_ choice: Question.Choice) -> StyledText {
    text(choice.text).wrapped(to: measure - Self.indent)
      .indented(by: Self.indent)
  }

  private func choice(_ number: Int, _ inlines: [Inline]) -> StyledText {
    let lead = StyledText("\(number)", .typed) + "  "
    let body = text(inlines).wrapped(to: measure - Self.indent - 3)
    return hanging(lead, body).indented(by: page.isPlain ? 0 : Self.indent)
  }

  /// One sentence said to an answer.
  func said(_ inlines: [Inline]) -> StyledText { prose(inlines) }
}
