import Algebra
import Testing

@testable import Teaching

/// A line of a lesson's derivation, and the rule written behind it.
struct NamedStep: CustomTestStringConvertible, Sendable {
  let lesson: String
  let worksheet: Worksheet
  let bench: Bench?
  let from: Expression
  let line: DerivationLine
  let reason: Reason

  var letters: [FreeLetter] {
    line.letters.map { FreeLetter($0.name, $0.shape, domain: $0.domain) }
  }

  var testDescription: String {
    "\(lesson): \(from.text()) = \(line.expression.text()) by \(reason.text)"
  }

  /// Every line of the course that names its rule.
  static let all: [NamedStep] = Course.files.flatMap { file in
    let lesson = try? CompiledLesson(
      id: file.id, text: file.text, library: { _ in nil }
    ).lesson
    return (lesson?.screens ?? []).flatMap { screen in
      screen.pieces.compactMap { piece -> NamedStep? in
        guard case .derivation(let line) = piece.content,
          let reason = line.reason
        else { return nil }
        return NamedStep(
          lesson: file.id, worksheet: screen.bench?.worksheet ?? Worksheet(),
          bench: screen.bench, from: line.before.last ?? line.subject,
          line: line, reason: reason)
      }
    }
  }
}

@Suite struct LessonRulePathTests {
  @Test func theCourseNamesManyRules() {
    #expect(NamedStep.all.count >= 60)
  }

  @Test(arguments: NamedStep.all)
  func theWrittenRuleExplainsItsLine(_ step: NamedStep) throws {
    let isAccepted = step.worksheet.accepts(
      step.reason, from: step.from, to: step.line.expression,
      letters: step.letters, givens: step.bench?.givens ?? [:])
    #expect(isAccepted)
  }

  @Test(arguments: NamedStep.all)
  func aPathOfAtMostThreeRulesIsFound(_ step: NamedStep) throws {
    let path = try #require(
      step.worksheet.rulePath(
        from: step.from, to: step.line.expression, letters: step.letters,
        givens: step.bench?.givens ?? [:]))
    #expect((1...3).contains(path.steps.count), "\(path.text)")
    #expect(path.steps.first?.from == step.from)
    #expect(path.steps.last?.to == step.line.expression)
  }

  @Test func aRuleOfAnotherLineExplainsNothing() {
    let others = ["quotient rule", "branch", "common denominator"]
      .compactMap { Reason($0) }
    for step in NamedStep.all where step.lesson == "last-layer" {
      for reason in others {
        let isAccepted = step.worksheet.accepts(
          reason, from: step.from, to: step.line.expression,
          letters: step.letters, givens: step.bench?.givens ?? [:])
        #expect(!isAccepted, "\(step.testDescription), not \(reason.text)")
      }
    }
  }
}
