import Algebra
import Matrices

/// A question that is asked again with other numbers.
struct FreshQuestion {
  let question: Question
  /// The worksheet with the numbers at which it was asked.
  let bench: Bench
  /// Lines that a slip leads to and that must come to something else.
  var slipped: [Expression] = []

  /// The worksheet with tidy numbers at which the question has an answer,
  /// and every slip another one.
  ///
  /// - Parameters:
  ///   - text: What tells this question from others.
  ///   - seed: What tells this time from others.
  ///   - origin: What the worksheet with its new numbers is called.
  /// - Returns: The worksheet, or nothing where no numbers will do.
  func bench(_ text: String, seed: UInt64, origin: String) -> Bench? {
    var numbers = TidyNumbers(text, seed: seed)
    return numbers.fresh(for: bench, where: isGood).map {
      Bench(worksheet: bench.worksheet, givens: $0, origin: origin)
    }
  }

  /// Whether the question can be asked at these numbers.
  func isGood(_ valuation: Valuation) -> Bool {
    if let when = question.when {
      guard let truth = value(of: when, valuation)?.storage,
        truth.allSatisfy({ $0 != 0 && !$0.isNaN })
      else { return false }
    }
    switch question.kind {
    case .answer(let answers): return areApart(answers, valuation)
    case .choice:
      return !question.rightChoices(on: nil, at: valuation).isEmpty
    case .until: return false
    }
  }

  /// Whether the answer says something, and every slip says something else.
  private func areApart(
    _ answers: [Expression], _ valuation: Valuation
  ) -> Bool {
    let truths = answers.compactMap { value(of: $0, valuation) }
    guard truths.count == answers.count,
      truths.contains(where: { $0.storage.contains { $0 != 0 } })
    else { return false }
    let wrongs = question.wrongs.map(\.answer) + slipped
    return wrongs.allSatisfy { wrong in
      guard let claimed = value(of: wrong, valuation) else { return true }
      return !truths.contains {
        Agreement(truth: $0, within: nil).holds(claimed)
      }
    }
  }

  private func value(
    of expression: Expression, _ valuation: Valuation
  ) -> Matrix<Double>? {
    // A step of a half, where a slip puts in weights after their step.
    try? valuation.value(
      of: expression, locals: [valuation.worksheet.rate: Matrix(scalar: 0.5)])
  }
}
