import Algebra
import Networks
import Presentation

/// What is wrong with what stands behind `train`.
public enum TrainingWishFault: Error, Hashable, Sendable {
  case unknown(String, known: [Name])
  case count(String)
  case number(String, String)
  case choice(String, String, [String])
  case until(String, cost: Name)
  case stepAlone
  case stepInSession

  public var diagnostic: Diagnostic {
    switch self {
    case .unknown(let word, let constants):
      let words =
        TrainingOption.all.map { $0.words[0] } + constants.map(\.text)
      let nearest = NearestName.nearest(to: word, among: words)
      return Diagnostic(
        "train does not know ‘\(word)’",
        notes: ["it knows " + words.joined(separator: ", ")],
        remedy: nearest.flatMap(TrainingOption.named).map {
          "train \($0.usage)"
        } ?? "help train")
    case .count(let word):
      return Diagnostic(
        "\(word) is no number of iterations",
        notes: ["between 0 and 1000000000"], remedy: "train 1000")
    case .number(let word, let text):
      return Diagnostic(
        text.isEmpty
          ? "behind \(word) stands a value" : "\(text) is no value of \(word)",
        remedy: TrainingOption.named(word).map { "train \($0.usage)" }
          ?? "help train")
    case .choice(let word, let text, let known):
      let nearest = NearestName.nearest(to: text, among: known) ?? known[0]
      return Diagnostic(
        text.isEmpty
          ? "behind \(word) stands a choice"
          : "\(text) cannot stand behind \(word)",
        notes: ["what can: " + known.joined(separator: ", ")],
        remedy: "train \(word) \(nearest)")
    case .until(let text, let cost):
      return Diagnostic(
        "\(text.isEmpty ? "nothing" : text) is no condition to stop at",
        notes: ["\(cost.text) below a number, or accuracy above one"],
        remedy: "train until \(cost.ascii) < 0.01")
    case .stepInSession:
      return Diagnostic(
        "one iteration is gone through in a session",
        notes: ["load and the file open one there"], remedy: "help train")
    case .stepAlone:
      return Diagnostic(
        "one iteration is gone through at a time", remedy: "train 1 step")
    }
  }
}

extension TrainingFault {
  public var diagnostic: Diagnostic {
    Diagnostic(
      headline, notes: note.map { [$0] } ?? [], remedy: remedy ?? "help train")
  }
}
