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
}
