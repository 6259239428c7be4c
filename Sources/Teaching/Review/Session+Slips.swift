import Algebra
import Matrices

extension Session {
  /// What a diagnosis says of a wrong answer to a question.
  ///
  /// - Parameters:
  ///   - line: The answer.
  ///   - judgement: What was said of it.
  ///   - target: What it should have been.
  /// - Returns: The diagnosis; nothing without a worksheet.
  func diagnosis(
    of line: Expression, _ judgement: Judgement, as target: Expression
  ) -> Diagnosis? {
    guard let live, !target.names.isEmpty else { return nil }
    return Diagnosis(
      of: line, as: target,
      at: judgement.usesLessonNumbers ? live.lesson : live.now)
  }

  /// Notes the slips of a wrong answer, under the engine's names where it is
  /// decided which they are.
  ///
  /// - Parameters:
  ///   - diagnosis: What the engine says.
  ///   - isForeseen: Whether the author of the question knew it.
  ///   - id: The question.
  mutating func note(
    _ diagnosis: Diagnosis?, isForeseen: Bool, at id: QuestionID
  ) {
    settleReview(of: id, isAvoided: false)
    let place = id.lesson == Review.id ? nil : id
    let named = diagnosis?.decidedSlips ?? []
    for slip in named { slips.note(.named(slip.id), at: place) }
    let isKnown = isForeseen || !(diagnosis?.ways.isEmpty ?? true)
    if named.isEmpty, isKnown, let place {
      slips.note(.question(place), at: place)
    }
  }
}

extension Diagnosis {
  /// The slips that were made, where every way in which the line may have come
  /// about is made of the same.
  var decidedSlips: [Slip] {
    let kinds = ways.map { Set($0.map(\.slip)) }
    guard let first = kinds.first, kinds.allSatisfy({ $0 == first }) else {
      return []
    }
    return Slip.all.filter(first.contains)
  }
}

extension Remark {
  /// Whether a slip may have led there, and not a lack of care with digits.
  var mayBeSlip: Bool {
    switch self {
    case .namesWhatIsAsked, .tooFewDigits, .lastDigit, .decimalPoint,
      .numbersForLine, .notFinite:
      false
    default: true
    }
  }

  /// Whether it says so little that a diagnosis is said instead.
  var yieldsToDiagnosis: Bool {
    switch self {
    case .otherValue, .onlyHere, .meaningless, .shape, .transposed, .factor,
      .tellTaleFactor:
      true
    default: false
    }
  }
}
