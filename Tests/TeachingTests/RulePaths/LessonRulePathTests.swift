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

  /// Whether the engine takes the rule for the step.
  var isExplained: Bool {
    worksheet.accepts(
      reason, from: from, to: line.expression, letters: letters,
      givens: bench?.givens ?? [:])
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

  /// Lessons whose authors take larger steps in places than the engine does.
  static let largeSteps: Set = [
    "forks", "paths", "weights", "batch", "cross-entropy", "softmax",
    "descent", "rows", "theta", "moves",
  ]

  @Test(arguments: NamedStep.all.filter { !largeSteps.contains($0.lesson) })
  func theWrittenRuleExplainsItsLine(_ step: NamedStep) {
    #expect(step.isExplained)
  }

  /// There are lines in indices and of whole matrices among them, for which
  /// the engine has fewer rules; many are explained all the same.
  @Test func manyLinesOfLargerStepsAreExplained() {
    let steps = NamedStep.all.filter { Self.largeSteps.contains($0.lesson) }
    let unexplained = steps.filter { !$0.isExplained }
    #expect(5 * unexplained.count < 3 * steps.count)
  }

  @Test(arguments: NamedStep.all.filter { !largeSteps.contains($0.lesson) })
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
