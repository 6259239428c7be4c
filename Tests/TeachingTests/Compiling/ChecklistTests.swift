import Foundation
import Lessons
import Testing

@testable import Teaching

/// The tables of `Lessons/README.md`: where each thing that the notebooks
/// hold is taught, and where each confusion is asked about.
@Suite struct ChecklistTests {
  struct Row: CustomTestStringConvertible {
    let item: String
    let places: [String]

    var testDescription: String { item }
  }

  static let held = rows(under: "## What the notebooks hold")
  static let confusions = rows(under: "## What learners get wrong")

  /// The rows of the table under a heading; its places are code.
  private static func rows(under heading: String) -> [Row] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Lessons/README.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8),
      let start = text.range(of: heading + "\n")
    else { return [] }
    let section = text[start.upperBound...]
    let end = section.range(of: "\n## ")?.lowerBound ?? section.endIndex
    return section[..<end].split(separator: "\n").filter {
      $0.hasPrefix("|") && !$0.hasPrefix("|--") && !$0.hasPrefix("| --")
    }
    .dropFirst()
    .map { line in
      let cells = line.split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let codes = (cells.last ?? "").split(
        separator: "`", omittingEmptySubsequences: false)
      return Row(
        item: cells.dropLast().joined(separator: ", "),
        places: codes.indices.filter { $0 % 2 == 1 }.map { String(codes[$0]) })
    }
  }

  private func screen(at place: String) throws -> Screen? {
    let parts = place.split(separator: "#").map(String.init)
    let lesson = try CourseLibrary.lessons.lesson(try #require(parts.first))
    return lesson.screens.first { $0.id == parts.last }
  }

  @Test(arguments: held + confusions)
  func everyItemHasItsPlace(_ row: Row) throws {
    #expect(!row.places.isEmpty, "\(row.item) is taught nowhere")
    for place in row.places {
      #expect(try screen(at: place) != nil, "there is no screen \(place)")
    }
  }

  @Test func theNotebooksAreAllThere() {
    for notebook in ["000", "001", "002", "003", "004"] {
      #expect(
        Self.held.contains { $0.item.hasPrefix(notebook) }, "\(notebook)")
    }
    #expect(Self.held.count > 60)
    #expect(Self.confusions.count == 12)
  }

  /// The table of the lessons says what the lessons say of themselves.
  @Test func theTableOfLessonsIsTheCourse() throws {
    let rows = Self.rows(under: "## The lessons").filter {
      !$0.item.contains("**")
    }
    let lessons = try LessonCatalog.all.map {
      try CourseLibrary.lessons.lesson($0.id)
    }
    let written = lessons.map { lesson in
      let needs = lesson.needs.map { "`\($0)`" }
      return "`\(lesson.id)`, \(lesson.minutes ?? 0), "
        + (needs.isEmpty ? "nothing" : needs.joined(separator: ", "))
    }
    #expect(rows.map(\.item) == written)
  }

  /// A confusion is caught where a slip gets an answer of its own.
  @Test(arguments: confusions)
  func aQuestionCatchesEveryConfusion(_ row: Row) throws {
    let questions = try row.places.compactMap { try screen(at: $0) }
      .flatMap(\.pieces)
      .compactMap { piece in
        if case .question(let question) = piece.content {
          question
        } else {
          nil
        }
      }
    #expect(
      questions.contains { question in
        if case .choice(let choices) = question.kind {
          return choices.contains { $0.reply != nil }
        }
        return !question.wrongs.isEmpty
      })
  }
}
