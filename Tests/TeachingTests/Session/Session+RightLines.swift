import Algebra

@testable import Teaching

extension Session {
  /// Lines that answer a question, typed as they are shown.
  func rightLines(of question: Question) -> [String] {
    switch question.kind {
    case .answer(let answers):
      return answers.prefix(1).map { answer in
        question.line.map { "\($0.text(.ascii)) = \(answer.text(.ascii))" }
          ?? shape(of: answer) ?? answer.text(.ascii)
      }
    case .choice:
      guard let open = openQuestion,
        let right = question.rightChoice(on: lessonBench, at: live?.now),
        let place = order(of: question, at: open.piece).firstIndex(of: right)
      else { return [] }
      return ["\(place + 1)"]
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
}
