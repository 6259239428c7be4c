import Algebra
import Testing

@testable import Teaching

/// A question of the hidden layer, or of another worksheet.
struct Asking {
  let question: Question
  let bench: Bench?
  var valuation: Valuation?

  static let network = """
    ```network
    layers 2 → 3 sigmoid → 2 identity, no bias
    cost half squared error
    x  = [1; 3]
    y  = [4; 1]
    W1 = [0.97007005 0.61840113; 0.92420913 0.97500156; 0.72183716 0.53289514]
    W2 = [0.85264027 0.97336448 0.51301245; 0.2620828 0.97489056 0.90059674]
    ```
    """

  static let oneWeight = """
    ```worksheet
    w1 = 0.5   parameter
    x  = 3     input
    y  = 6     input
    z1 = w1*x
    C  = ½(z1 - y)^2   cost
    ```
    """

  init(_ lines: String, on bench: String = Asking.network) throws {
    let text = """
      # Title

      Needs nothing. Gives a question.

      \(bench)

      ```ask
      What is it?
      \(lines)
      ```

      """
    let lesson = try Lesson(id: "a-lesson", text: text, library: { _ in nil })
    let contents = lesson.screens[0].pieces.map(\.content)
    let questions = contents.compactMap { content in
      if case .question(let question) = content { question } else { nil }
    }
    question = try #require(questions.first)
    self.bench = lesson.screens[0].bench
    valuation = lesson.screens[0].bench?.valuation
  }

  /// The same question after an alteration.
  func after(_ command: String) throws -> Asking {
    var asking = self
    let before = try #require(valuation)
    asking.valuation = Alteration(command, in: before.scope)?
      .applied(to: before)
    return asking
  }

  func judgement(of line: String) -> Judgement {
    question.judgement(of: line, on: bench, at: valuation)
  }

  /// The verdict in a word or a sentence.
  func said(of line: String) -> String {
    switch judgement(of: line).verdict {
    case .right: "right"
    case .expected(let reply, _): reply.plain
    case .wrong(let remark): remark.sentence
    case .unreadable(let diagnostic): "unreadable: \(diagnostic.headline)"
    case .notYet: "not yet"
    case .unanswerable: "unanswerable"
    }
  }
}
