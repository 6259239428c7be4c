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

  /// Every line that an author wrote and that names its rule; differentials
  /// and the lines that the program wrote have their own engine.
  static let all: [NamedStep] = Course.files.flatMap { file in
    let lesson = try? CompiledLesson(
      id: file.id, text: file.text, library: { _ in nil }
    ).lesson
    return (lesson?.screens ?? []).flatMap { screen in
      screen.pieces.compactMap { piece -> NamedStep? in
        guard case .derivation(let line) = piece.content,
          let reason = line.reason, line.moving == nil, line.inner.isEmpty,
          !writesDifferentials(line)
        else { return nil }
        return NamedStep(
          lesson: file.id, worksheet: screen.bench?.worksheet ?? Worksheet(),
          bench: screen.bench, from: line.before.last ?? line.subject,
          line: line, reason: reason)
      }
    }
  }
}

/// Whether a line is of inner products with changes.
private func writesDifferentials(_ line: DerivationLine) -> Bool {
  ([line.subject, line.expression] + line.before).contains { side in
    side.parts.contains { _, part in
      switch part {
      case .differential, .call("inner", _, _): true
      default: false
      }
    }
  }
}

@Suite struct LessonRulePathTests {
  @Test func theCourseNamesManyRules() {
    #expect(NamedStep.all.count >= 60)
  }

  /// Authors take larger steps than the engine where a lesson is not about
  /// them; most lines are explained all the same.
  @Test func theWrittenRulesExplainTheirLines() {
    let unexplained = NamedStep.all.filter { step in
      !step.worksheet.accepts(
        step.reason, from: step.from, to: step.line.expression,
        letters: step.letters, givens: step.bench?.givens ?? [:])
    }
    let names = unexplained.map(\.testDescription).joined(separator: "\n")
    #expect(
      4 * unexplained.count < NamedStep.all.count,
      "\(unexplained.count) of \(NamedStep.all.count):\n\(names)")
  }

  /// In the lessons that are about single steps every line has its path.
  static let stepwise = NamedStep.all.filter {
    ["one-weight", "sigmoid", "tanh", "relu"].contains($0.lesson)
  }

  @Test(arguments: stepwise)
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
