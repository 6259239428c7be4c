import Algebra
import Lessons
import Presentation
import TestSupport
import Testing

@testable import Teaching

/// Every lesson, gone through in every book's notation.
@Suite struct LensWalkTests {
  struct Walk: CustomTestStringConvertible {
    let lens: Lens
    let lesson: String

    var testDescription: String { "\(lesson) in \(lens.name)" }
  }

  static let walks = Lens.all.filter { !$0.isOwn }.flatMap { lens in
    LessonCatalog.all.map { Walk(lens: lens, lesson: $0.id) }
  }

  /// All answers are right, all equalities hold, and nothing is left in the
  /// notation of the file.
  @Test(arguments: walks)
  func nothingIsLeftInAnotherNotation(_ walk: Walk) throws {
    let lesson = try CourseLibrary.lessons.lesson(walk.lesson)
    var session = Session(
      library: LessonLibrary([lesson]), page: Page(width: 80))
    session.look(through: walk.lens)
    for _ in 0..<400 {
      let reply = session.reply(to: "next")
      check(reply.text.plain, session, walk)
      guard let question = session.openQuestion?.question else {
        if session.isAtEnd { break }
        continue
      }
      for line in session.rightLines(of: question) {
        let answer = session.reply(to: line)
        check(answer.text.plain, session, walk)
        #expect(!answer.failed, "\(line): \(answer.text.plain)")
        if session.openQuestion == nil { break }
      }
      #expect(session.openQuestion == nil, "\(reply.text.plain)")
    }
    #expect(session.isAtEnd)
  }

  private func check(_ text: String, _ session: Session, _ walk: Walk) {
    #expect(!text.hasPrefix("error:"), "\(text)")
    #expect(!text.contains("\nerror:"), "\(text)")
    #expect(!text.contains("no value"), "\(text)")
    let left = session.foreignNames(in: text)
    #expect(left.isEmpty, "\(walk): \(left) in \(text)")
  }
}

extension Session {
  /// Lines that answer a question, typed as they are shown.
  fileprivate func rightLines(of question: Question) -> [String] {
    switch question.kind {
    case .answer(let answers):
      return answers.prefix(1).map { answer in
        question.line.map { "\($0.text(.ascii)) = \(answer.text(.ascii))" }
          ?? answer.text(.ascii)
      }
    case .choice:
      guard let open = openQuestion else { return [] }
      let right = question.rightChoices(on: lessonBench, at: live?.now)
      let order = order(of: question, at: open.piece)
      let places = right.compactMap { order.firstIndex(of: $0) }
      return [places.map { "\($0 + 1)" }.joined(separator: " ")]
    case .until(_, let samples): return samples
    }
  }

  /// The names of the file, as they are drawn or typed, that the book does
  /// not have.
  fileprivate func foreignNames(in text: String) -> [String] {
    let known = Set(
      (live?.scope.names ?? []).flatMap {
        [$0.text, $0.ascii, $0.layout.inline(.unicode).plain]
      })
    let own = (written?.worksheet.names ?? []).flatMap {
      [$0.text, $0.ascii, $0.layout.inline(.unicode).plain]
    }
    // What stands below in a slope begins with d as well.
    let words = Set(
      text.split { !($0.isLetter || $0.isNumber || "_^/∂".contains($0)) }
        .map(String.init))
    return own.filter {
      $0.count > 1 && !known.contains($0) && words.contains($0)
    }
  }
}
