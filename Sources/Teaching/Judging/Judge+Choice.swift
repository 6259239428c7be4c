import Algebra
import Presentation

extension Judge {
  func judgement(
    of line: String, _ choices: [Question.Choice], order: [Int]
  ) -> Judgement {
    let shown = order.count == choices.count ? order : Array(choices.indices)
    let taken: Int
    switch place(of: line, choices, shown) {
    case .one(let place): taken = place
    case .none:
      return judged(.unreadable(unknownChoice(line, count: choices.count)))
    case .several:
      return judged(.unreadable(manyChoices(line, count: choices.count)))
    }
    guard let right = rightChoice(of: choices) else {
      return judged(.unanswerable)
    }
    var judgement =
      taken == right
      ? judged(.right(why: question.right))
      : judged(reply(to: choices[taken], taken))
    judgement.choice = taken
    return judgement
  }

  private func reply(
    to choice: Question.Choice, _ place: Int
  ) -> Judgement.Verdict {
    choice.reply.map { .expected(reply: $0, place: place) }
      ?? .wrong(.otherValue)
  }

  private enum Match {
    case none
    case one(Int)
    case several
  }

  /// The choice that a number or the beginning of its text names.
  private func place(
    of line: String, _ choices: [Question.Choice], _ shown: [Int]
  ) -> Match {
    let typed = line.plainForMatching
    guard !typed.isEmpty, !shown.isEmpty else { return .none }
    if let number = Int(typed), (1...shown.count).contains(number) {
      return .one(shown[number - 1])
    }
    let texts = choices.map { $0.text.plain.plainForMatching }
    if let exact = texts.firstIndex(of: typed) { return .one(exact) }
    let found = texts.indices.filter { texts[$0].hasPrefix(typed) }
    return found.count == 1 ? .one(found[0]) : found.isEmpty ? .none : .several
  }

  private func unknownChoice(_ line: String, count: Int) -> Diagnostic {
    Diagnostic(
      "none of the choices begins like that", source: line,
      remedy: "type a number from 1 to \(count)")
  }

  private func manyChoices(_ line: String, count: Int) -> Diagnostic {
    Diagnostic(
      "several choices begin like that", source: line,
      remedy: "type a number from 1 to \(count), or more of the text")
  }
}

extension [Inline] {
  /// The text as it could be typed.
  var plain: String {
    map { part in
      switch part {
      case .text(let text), .emphasis(let text), .code(let text): text
      case .formula(let formula): formula.text(.ascii)
      case .value: ""
      }
    }.joined()
  }
}

extension String {
  /// The text without what nobody types: case, spaces, a full stop.
  fileprivate var plainForMatching: String {
    var text = lowercased().filter { !$0.isWhitespace }
    while text.hasSuffix(".") || text.hasSuffix(")") && !text.contains("(") {
      text.removeLast()
    }
    return text
  }
}
