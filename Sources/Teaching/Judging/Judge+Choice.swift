import Algebra
import Presentation

extension Judge {
  func judgement(
    of line: String, _ choices: [Question.Choice], order: [Int]
  ) -> Judgement {
    let shown = order.count == choices.count ? order : Array(choices.indices)
    var taken: [Int] = []
    for part in question.takesAll ? line.listed : [line] {
      switch place(of: part, choices, shown) {
      case .one(let place): taken.append(place)
      case .none:
        return judged(.unreadable(unknownChoice(line, count: choices.count)))
      case .several:
        return judged(.unreadable(manyChoices(line, count: choices.count)))
      }
    }
    let right = rightChoices(of: choices)
    guard !right.isEmpty else { return judged(.unanswerable) }
    var judgement =
      Set(taken) == Set(right)
      ? judged(.right(why: question.right))
      : judged(reply(to: taken, of: choices, right))
    judgement.choices = taken
    return judgement
  }

  /// What is said of one choice that should not have been taken, or of one
  /// that was left out, and of no other.
  private func reply(
    to taken: [Int], of choices: [Question.Choice], _ right: [Int]
  ) -> Judgement.Verdict {
    let wrong = taken.first { !right.contains($0) }
    let missing = right.first { !taken.contains($0) }
    guard let place = wrong ?? missing else { return .wrong(.otherValue) }
    let choice = choices[place]
    guard question.takesAll else {
      return choice.reply.map { .expected(reply: $0, place: place) }
        ?? .wrong(.otherValue)
    }
    let lead = wrong == nil ? "You left one out: " : "This one does not hold: "
    let reply = choice.reply.map { [Inline.text(" ")] + $0 } ?? []
    return .expected(
      reply: [.text(lead)] + choice.text + reply, place: place)
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
  /// The numbers of a list, as in `1 3`, `1, 3` or `1 and 3`; the whole line
  /// where it is none.
  fileprivate var listed: [String] {
    let parts = split { $0 == "," || $0.isWhitespace }.map(String.init)
      .filter { $0 != "and" }
    let isList = parts.allSatisfy { $0.plainForMatching.isCount }
    return isList && !parts.isEmpty ? parts : [self]
  }

  /// The text without what nobody types: case, spaces, a full stop.
  fileprivate var plainForMatching: String {
    var text = lowercased().filter { !$0.isWhitespace }
    while text.hasSuffix(".") || text.hasSuffix(")") && !text.contains("(") {
      text.removeLast()
    }
    return text
  }
}
