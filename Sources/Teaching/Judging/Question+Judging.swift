import Algebra
import Matrices
import Presentation

extension Question {
  /// Judges what the learner typed.
  ///
  /// - Parameters:
  ///   - line: The answer: a number, a formula, a choice, a word.
  ///   - bench: The worksheet of the screen, with the lesson's own numbers.
  ///   - valuation: What the learner made of them; nothing where the screen
  ///     has no worksheet.
  ///   - order: The places of the choices in the order in which they were
  ///     shown; the author's order where empty.
  /// - Returns: What is to be said.
  public func judgement(
    of line: String, on bench: Bench?, at valuation: Valuation?,
    order: [Int] = []
  ) -> Judgement {
    let judge = Judge(self, bench, valuation)
    switch kind {
    case .answer(let answers): return judge.judgement(of: line, answers)
    case .choice(let choices):
      return judge.judgement(of: line, choices, order: order)
    case .until: return judge.judgementOfState()
    }
  }

  /// Judges what the learner has brought about, after each command.
  ///
  /// - Returns: Right or not yet; nothing where the question asks for an
  ///   answer.
  public func judgement(
    at valuation: Valuation, on bench: Bench?
  ) -> Judgement? {
    guard case .until = kind else { return nil }
    return Judge(self, bench, valuation).judgementOfState()
  }

  /// Whether an answer is judged at the lesson's own numbers, since the
  /// question has none at the learner's.
  ///
  /// What is to be brought about is brought about at the learner's.
  public func usesLessonNumbers(
    on bench: Bench?, at valuation: Valuation?
  ) -> Bool {
    if case .until = kind { return false }
    return Judge(self, bench, valuation).usesLessonNumbers
  }

  /// The places of the choices that are right: one, or where all that hold
  /// are asked for as many; none where the question has no answer.
  public func rightChoices(on bench: Bench?, at valuation: Valuation?) -> [Int]
  {
    guard case .choice(let choices) = kind else { return [] }
    return Judge(self, bench, valuation).rightChoices(of: choices)
  }
}
