import Algebra
import Matrices
import Presentation

/// A question with the numbers at which it is asked.
struct Judge {
  let question: Question
  let bench: Bench?
  /// The numbers asked about; without a worksheet there are functions alone.
  let numbers: Valuation?
  let usesLessonNumbers: Bool

  /// Where what the question needs does not hold at the learner's numbers,
  /// the lesson's own are asked about.
  init(_ question: Question, _ bench: Bench?, _ valuation: Valuation?) {
    let own = bench?.valuation
    let learner =
      valuation ?? own ?? (try? Valuation(Worksheet(), givens: [:]))
    let atLearners = Judge(question, bench, learner, usesLessonNumbers: false)
    if let own, own.values != learner?.values, !atLearners.isAskable {
      self = Judge(question, bench, own, usesLessonNumbers: true)
    } else {
      self = atLearners
    }
  }

  private init(
    _ question: Question, _ bench: Bench?, _ numbers: Valuation?,
    usesLessonNumbers: Bool
  ) {
    self.question = question
    self.bench = bench
    self.numbers = numbers
    self.usesLessonNumbers = usesLessonNumbers
  }

  var scope: Scope { numbers?.scope ?? Scope() }

  /// Whether the question has an answer at the numbers.
  private var isAskable: Bool {
    if let when = question.when, truth(of: when) != true { return false }
    switch question.kind {
    case .answer(let answers):
      return answers.contains {
        value(of: $0)?.storage.allSatisfy(\.isFinite) ?? false
      }
    case .choice(let choices): return !rightChoices(of: choices).isEmpty
    case .until: return true
    }
  }

  // MARK: - Values

  func value(of expression: Expression) -> Matrix<Double>? {
    try? numbers?.value(of: expression)
  }

  /// Whether a condition holds, or nothing where it has no value.
  func truth(of condition: Expression) -> Bool? {
    guard let value = value(of: condition) else { return nil }
    return value.storage.allSatisfy { $0 != 0 && !$0.isNaN }
  }

  func judged(
    _ verdict: Judgement.Verdict, _ expression: Expression? = nil,
    _ value: Matrix<Double>? = nil
  ) -> Judgement {
    Judgement(
      verdict: verdict, understood: expression, value: value,
      usesLessonNumbers: usesLessonNumbers)
  }

  // MARK: - States and choices

  func judgementOfState() -> Judgement {
    guard case .until(let condition, _) = question.kind else {
      return judged(.unanswerable)
    }
    return judged(
      truth(of: condition) == true ? .right(why: question.right) : .notYet)
  }

  /// The places of the choices whose conditions hold; none where one is
  /// asked for and not exactly one holds.
  func rightChoices(of choices: [Question.Choice]) -> [Int] {
    let right = choices.indices.filter {
      truth(of: choices[$0].condition) == true
    }
    return right.count == 1 || question.takesAll ? right : []
  }
}

extension Bench {
  /// The worksheet at the lesson's own numbers.
  public var valuation: Valuation? {
    try? Valuation(worksheet, givens: givens)
  }
}
