import Algebra
import Formats
import Teaching

extension JudgedLine {
  /// The line as an object of JSON, for other programs.
  var json: String {
    var fields = [
      ("left", JSONText.quoted(left.text(.ascii))),
      ("right", JSONText.quoted(right.text(.ascii))),
      ("verdict", JSONText.quoted(verification.verdict.key)),
      ("holds", holds ? "true" : "false"),
      ("reason", JSONText.quoted(verification.verdict.sentence)),
    ]
    switch verification.verdict {
    case .exact(let trials): fields.append(("trials", "\(trials)"))
    case .numeric(let points): fields.append(("points", "\(points)"))
    default: break
    }
    fields.append(
      (
        "everyActivation",
        verification.holdsForEveryActivation ? "true" : "false"
      ))
    fields.append(
      (
        "assumptions",
        JSONText.list(neededAssumptions.map { JSONText.quoted($0.text) })
      ))
    if let rule = reason { fields.append(("by", JSONText.quoted(rule.text))) }
    if let example = counterexample {
      fields.append(("counterexample", object(example)))
    }
    return JSONText.object(fields)
  }

  private func object(_ example: Counterexample) -> String {
    let givens = example.givens.sorted { $0.key < $1.key }.map {
      ($0.key.ascii, JSONText.rows($0.value, number: JSONText.number))
    }
    return JSONText.object([
      ("givens", JSONText.object(givens)),
      ("left", JSONText.rows(example.left, number: JSONText.number)),
      ("right", JSONText.rows(example.right, number: JSONText.number)),
    ])
  }
}

extension Verdict {
  /// The verdict in one word, for other programs.
  fileprivate var key: String {
    switch self {
    case .same: "same"
    case .sameUpToOrder: "same-up-to-order"
    case .exact: "exact"
    case .numeric: "numeric"
    case .refuted: "refuted"
    case .shapesDiffer: "shapes-differ"
    case .meaningless: "no-value"
    case .domainsDiffer: "domains-differ"
    case .conventionOnly: "convention-only"
    case .inconclusive: "inconclusive"
    }
  }
}
