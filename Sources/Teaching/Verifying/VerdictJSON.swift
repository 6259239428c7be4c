import Algebra
import Matrices

extension JudgedLine {
  /// The line as an object of JSON, for other programs.
  public var json: String {
    var fields = [
      ("left", left.text(.ascii).quoted), ("right", right.text(.ascii).quoted),
      ("verdict", verification.verdict.key.quoted),
      ("holds", holds ? "true" : "false"),
      ("reason", verification.verdict.sentence.quoted),
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
        list(neededAssumptions.map(\.text.quoted))
      ))
    if let rule = reason { fields.append(("by", rule.text.quoted)) }
    if let example = counterexample {
      fields.append(("counterexample", object(example)))
    }
    return object(fields)
  }

  private func object(_ example: Counterexample) -> String {
    let givens = example.givens.sorted { $0.key < $1.key }.map {
      ($0.key.ascii, matrix($0.value))
    }
    return object([
      ("givens", object(givens)), ("left", matrix(example.left)),
      ("right", matrix(example.right)),
    ])
  }

  private func matrix(_ value: Matrix<Double>) -> String {
    list(
      value.rowArrays.map { row in
        list(row.map { $0.isFinite ? "\($0)" : "null" })
      })
  }

  private func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\($0.0.quoted): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private func list(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }
}

extension Verdict {
  /// The verdict in one word, for other programs.
  public var key: String {
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

extension String {
  /// The text between quotation marks, as JSON writes it.
  fileprivate var quoted: String {
    var text = "\""
    for character in unicodeScalars {
      switch character {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case let other where other.value < 32: text += " "
      default: text.unicodeScalars.append(character)
      }
    }
    return text + "\""
  }
}
