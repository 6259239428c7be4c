import Foundation
import Lessons
import Teaching
import Testing

@testable import Publishing

/// The lessons that are put on paper.
enum Papers {
  static let course: [Lesson] = LessonCatalog.all.compactMap { entry in
    try? lesson(entry.id, entry.text)
  }

  /// A lesson with one of everything, and signs that every language has a
  /// meaning for.
  static func everyPiece() throws -> Lesson {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Lessons/every-piece.md")
    return try lesson(
      "every-piece", String(contentsOf: file, encoding: .utf8))
  }

  static func lesson(
    _ id: String, _ text: String
  ) throws(LessonFaults) -> Lesson {
    try Lesson(id: id, text: text) { other in
      LessonCatalog.named(other).flatMap {
        try? LessonDocument(id: $0.id, reading: $0.text)
      }
    }
  }

  static let ids = course.map(\.id)

  static func lesson(named id: String) throws -> Lesson {
    try #require(course.first { $0.id == id })
  }

  /// Every lesson of the course in every edition.
  static let all: [Paper] = course.flatMap { lesson in
    Document.Edition.allCases.map { Paper(lesson: lesson.id, edition: $0) }
  }

  /// What each of them is, made once.
  fileprivate static let documents: [Paper: Document] = Dictionary(
    uniqueKeysWithValues: course.flatMap { lesson in
      Document.Edition.allCases.map { edition in
        (
          Paper(lesson: lesson.id, edition: edition),
          Document(lesson, edition: edition)
        )
      }
    })
}

/// One thing to print.
struct Paper: Hashable, Sendable, CustomTestStringConvertible {
  let lesson: String
  let edition: Document.Edition

  var document: Document {
    get throws { try #require(Papers.documents[self]) }
  }

  var testDescription: String { "\(lesson), \(edition)" }
}

extension Lesson {
  /// All questions, in order.
  var questions: [Question] {
    screens.flatMap(\.pieces).compactMap { piece in
      if case .question(let question) = piece.content { question } else { nil }
    }
  }
}

extension Document {
  var blocks: [Block] { lead + sections.flatMap(\.blocks) }

  /// Every formula in it.
  var formulas: [Formula] { blocks.flatMap(\.formulas) }
}

extension Block {
  var formulas: [Formula] {
    switch self {
    case .paragraph(let spans), .remark(let spans): spans.formulas
    case .lines(let lines): lines.flatMap(\.formulas)
    case .flow(let formulas): formulas
    case .table(let table): table.rows.flatMap { $0.flatMap(\.formulas) }
    case .figure(let figure):
      [figure.variable] + figure.caption.flatMap(\.formulas)
    case .question(let question):
      question.prompt.formulas + question.choices.flatMap(\.formulas)
    case .entry(let entry):
      entry.lines.flatMap(\.formulas) + entry.why.formulas
        + entry.slips.flatMap { $0.taken.formulas + $0.reply.formulas }
    case .typed, .printed, .room: []
    }
  }
}

extension Line {
  fileprivate var formulas: [Formula] {
    [left].compactMap(\.self) + steps.map(\.right) + reason.formulas
  }
}

extension [Span] {
  fileprivate var formulas: [Formula] {
    compactMap { if case .formula(let formula) = $0 { formula } else { nil } }
  }
}
