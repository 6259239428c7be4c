import Algebra
import Matrices

extension LessonReading {
  /// The choices in the order in which the session shows them.
  package func order(of question: Question, at id: PieceID) -> [Int] {
    session.order(of: question, at: id)
  }

  /// The choices that are right at the numbers in force.
  package func rightChoices(of question: Question) -> [Int] {
    question.rightChoices(on: session.lessonBench, at: valuation)
  }

  /// Whether two formulas are the same at any numbers.
  package func areIdentical(
    _ left: Expression, _ right: Expression, letters: [Letter] = []
  ) -> Bool {
    let worksheet = self.worksheet ?? Worksheet()
    return worksheet.verify(
      left, equals: right, letters: letters.map(\.free),
      givens: valuation?.givens ?? [:]
    ).holds
  }

  /// A formula for each number that an expression stands for, row by row.
  package func entries(of expression: Expression) -> [Expression] {
    guard let value = value(of: expression), value.storage.count > 1,
      value.storage.count <= 64, let scope = session.live?.scope
    else { return [] }
    return (0..<value.rows).flatMap { row in
      (0..<value.columns).compactMap { column in
        try? expression.entry(row, column, in: scope)
      }
    }
  }
}

extension Letter {
  fileprivate var free: FreeLetter {
    FreeLetter(name, shape, domain: domain)
  }
}
