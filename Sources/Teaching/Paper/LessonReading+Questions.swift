import Algebra
import Matrices

extension LessonReading {
  /// The choices in the order in which the session shows them.
  package func order(of question: Question, at id: PieceID) -> [Int] {
    session.order(of: question, at: id)
  }

  /// The choice that is right at the numbers in force.
  package func rightChoice(of question: Question) -> Int? {
    question.rightChoice(on: session.lessonBench, at: valuation)
  }

  /// The computed quantities, and entries of them, that the question asks
  /// for and that its answers do not name.
  package func asked(by question: Question) -> [Expression] {
    question.asked(on: session.lessonBench).map(\.expression)
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
    return (1...value.rows).flatMap { row in
      (1...value.columns).compactMap { column in
        try? expression.entry(row, column, in: scope)
      }
    }
  }
}

extension QuantityPart {
  /// The part as it is written.
  fileprivate var expression: Expression {
    guard rows != nil || columns != nil else { return .name(name) }
    let places = [rows, columns].compactMap(\.self).map { range in
      Expression.Subscript.at(.number(Numeral(range.lowerBound)))
    }
    return .entry(.name(name), places)
  }
}

extension Letter {
  fileprivate var free: FreeLetter {
    FreeLetter(name, shape, domain: domain)
  }
}
