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

  /// Every lesson in rows and with a column of biases, which change the most,
  /// and in one of the others by turns.
  static let walks = LessonCatalog.all.enumerated().flatMap { place, lesson in
    let isFar = { (lens: Lens) in ["numpy", "theta"].contains(lens.name) }
    let near = Lens.all.filter { !$0.isOwn && !isFar($0) }
    return (Lens.all.filter(isFar) + [near[place % near.count]]).map {
      Walk(lens: $0, lesson: lesson.id)
    }
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
      guard session.openQuestion == nil else {
        Issue.record("not answered: \(reply.text.plain)")
        return
      }
    }
    #expect(session.isAtEnd)
  }

  private func check(_ text: String, _ session: Session, _ walk: Walk) {
    #expect(!text.hasPrefix("error:"), "\(text)")
    #expect(session.isAtCommand || !text.contains("\nerror:"), "\(text)")
    #expect(!text.contains("no value here"), "\(text)")
    let left = session.foreignNames(in: text)
    #expect(left.isEmpty, "\(walk): \(left) in \(text)")
  }
}

extension Session {
  /// Whether the piece shown last is a command of the lesson, which may be
  /// one that is to be refused.
  fileprivate var isAtCommand: Bool {
    guard let current = place.current,
      case .run? = lesson?.piece(current)?.content
    else { return false }
    return true
  }

  /// Lines that answer a question, typed as they are shown.
  fileprivate func rightLines(of question: Question) -> [String] {
    switch question.kind {
    case .answer(let answers):
      return answers.prefix(1).map { answer in
        question.line.map { "\($0.text(.ascii)) = \(answer.text(.ascii))" }
          ?? shape(of: answer) ?? answer.text(.ascii)
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

  /// A shape that is asked for, as `4x1`.
  private func shape(of answer: Expression) -> String? {
    guard case .call("shape", _, _) = answer,
      let shape = try? live?.value(of: answer).storage
    else { return nil }
    return shape.map { "\(Int($0))" }.joined(separator: "x")
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
