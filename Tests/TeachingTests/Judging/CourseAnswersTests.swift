import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

/// Every question of the course, answered with numbers as they are shown.
@Suite struct CourseAnswersTests {
  private struct Asked {
    let place: String
    let question: Question
    let answers: [Expression]
    let bench: Bench?

    func value(of expression: Expression) -> Matrix<Double>? {
      let valuation =
        bench?.valuation ?? (try? Valuation(Worksheet(), givens: [:]))
      return try? valuation?.value(of: expression)
    }

    func judgement(of line: String) -> Judgement {
      question.judgement(of: line, on: bench, at: bench?.valuation)
    }
  }

  private static func questions() throws -> [Asked] {
    try Course.files.flatMap { file in
      let lesson = try Lesson(
        id: file.id, text: file.text, library: Course.document)
      return lesson.screens.flatMap { screen in
        screen.pieces.compactMap { piece -> Asked? in
          guard case .question(let question) = piece.content,
            case .answer(let answers) = question.kind
          else { return nil }
          return Asked(
            place: "\(file.id):\(piece.line)", question: question,
            answers: answers, bench: screen.bench)
        }
      }
    }
  }

  /// The numbers as a learner would copy them from the screen.
  private func typed(_ value: Matrix<Double>, digits: Int) -> String {
    let format = NumberFormat(digits: digits)
    let rows = value.rowArrays.map { row in
      row.map { format.text($0) }.joined(separator: " ")
    }
    return value.storage.count == 1
      ? rows[0] : "[\(rows.joined(separator: "; "))]"
  }

  @Test(arguments: [2, 3, 4, 7])
  func theNumbersOnTheScreenAreRight(_ digits: Int) throws {
    let questions = try Self.questions()
    #expect(questions.count > 30)
    // Where a line is asked, numbers are no answer.
    for asked in questions where asked.question.line == nil {
      let value = try #require(asked.value(of: asked.answers[0]))
      let line = typed(value, digits: digits)
      let judgement = asked.judgement(of: line)
      #expect(judgement.isRight, "\(asked.place): \(line)")
    }
  }

  @Test func theNumberOfASlipGetsTheReplyToTheSlip() throws {
    var count = 0
    for asked in try Self.questions() {
      for (place, wrong) in asked.question.wrongs.enumerated() {
        guard let value = asked.value(of: wrong.answer) else { continue }
        let line = typed(value, digits: 6)
        guard case .expected(_, let found) = asked.judgement(of: line).verdict
        else {
          Issue.record("\(asked.place): \(line) got no reply")
          continue
        }
        #expect(found == place, "\(asked.place): \(line)")
        count += 1
      }
    }
    #expect(count > 60)
  }

  @Test func theOtherSignIsNeverRight() throws {
    for asked in try Self.questions() {
      let value = try #require(asked.value(of: asked.answers[0]))
      // 0 has no other sign.
      guard value.storage.contains(where: { $0 != 0 }) else { continue }
      let line = typed(value.map { -$0 }, digits: 6)
      #expect(!asked.judgement(of: line).isRight, "\(asked.place): \(line)")
    }
  }

  @Test func theSlopeByItsOwnNameIsNeverRight() throws {
    for asked in try Self.questions() {
      guard let bench = asked.bench else { continue }
      let adjoints = bench.worksheet.equations.filter { $0.role == .backward }
        .map { Expression.name($0.name) }
      let used = Set(asked.answers.flatMap { $0.parts.map(\.part) })
      for adjoint in adjoints where !used.contains(adjoint) {
        let judgement = asked.judgement(of: adjoint.text(.ascii))
        #expect(!judgement.isRight, "\(asked.place): \(adjoint.text())")
      }
    }
  }
}
