import Algebra
import Presentation
import TestSupport

@testable import Teaching
@testable import backstep

/// Somebody who goes through a lesson to its end, alters a weight on every
/// other screen, and answers every question.
struct LessonWalk {
  private var session: Session
  private var console: ConsoleText
  private var screen = 0

  /// Opens a lesson as `backstep LESSON` does.
  init(_ lesson: String, columns: Int) {
    session = Session(
      library: Course.own.library, page: Page(width: columns), opening: lesson)
    console = ConsoleText(command: ["backstep", lesson])
    let reply = session.reply(to: "open \(lesson)")
    console.opening = Self.ended(reply)
  }

  /// The conversation, up to the end of the lesson.
  static func recorded(_ lesson: String, columns: Int) -> ConsoleText {
    var walk = LessonWalk(lesson, columns: columns)
    for _ in 0..<400 {
      let line = walk.nextLine
      walk.type(line)
      let said = walk.console.exchanges.last?.reply ?? ""
      if said.hasPrefix(" End of ") { break }
    }
    walk.type("quit")
    return walk.console
  }

  private mutating func type(_ line: String) {
    let prompt = session.prompt
    let reply = session.reply(to: line)
    console.exchanges.append(
      ConsoleText.Exchange(
        prompt: prompt, line: line, reply: Self.ended(reply)))
  }

  static func ended(_ reply: Reply) -> String {
    reply.text.isEmpty ? "" : reply.text.plain + "\n"
  }

  private var nextLine: String {
    mutating get {
      if let open = session.openQuestion { return answer(to: open.question) }
      guard session.place.screen != screen else { return "" }
      screen = session.place.screen
      if screen.isMultiple(of: 2) { return "undo" }
      return alteration ?? ""
    }
  }

  /// A weight of this screen, a little larger.
  private var alteration: String? {
    guard let live = session.live,
      let weight = live.worksheet.givens.first(where: { $0.role == .parameter })
    else { return nil }
    let isNumber = live.now.values[weight.name]?.storage.count == 1
    let part = weight.name.ascii + (isNumber ? "" : "[1,1]")
    return "set \(part) = \(part) + 0.1"
  }

  /// The first line that settles the question, or brings it nearer.
  private func answer(to question: Question) -> String {
    let lines =
      switch question.kind {
      case .answer(let answers):
        answers.map { shape(of: $0) ?? $0.text(.ascii) }
      case .choice where question.takesAll: [allThatHold(of: question)]
      case .choice(let choices): choices.indices.map { "\($0 + 1)" }
      case .until(_, let samples): samples
      }
    let settling = lines.first { line in
      var trial = session
      _ = trial.reply(to: line)
      return trial.openQuestion?.piece != session.openQuestion?.piece
    }
    return settling ?? lines.first ?? "skip"
  }

  /// A shape that is asked for, as `4x1`.
  private func shape(of answer: Expression) -> String? {
    guard case .call("shape", _, _) = answer,
      let shape = try? session.live?.value(of: answer).storage
    else { return nil }
    return shape.map { "\(Int($0))" }.joined(separator: "x")
  }

  private func allThatHold(of question: Question) -> String {
    let right = question.rightChoices(
      on: session.lessonBench, at: session.live?.now)
    let order = session.openQuestion.map {
      session.order(of: question, at: $0.piece)
    }
    return right.compactMap { order?.firstIndex(of: $0) }
      .map { "\($0 + 1)" }.joined(separator: " ")
  }
}
