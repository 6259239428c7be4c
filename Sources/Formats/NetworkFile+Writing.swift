import Algebra
import Matrices
import Networks

extension NetworkFile {
  /// The file as JSON: the keys in a fixed order, one a line, each number with
  /// the fewest digits that read back as the same double.
  ///
  /// What has its usual value and may be absent is left out.
  public var json: String {
    let lines = entries.map { "  \(JSONText.quoted($0.key)): \($0.value)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private var entries: [(key: String, value: String)] {
    var entries = [
      ("format", "\(format)"),
      ("layers", JSONText.list(description.layers.map { "\($0)" })),
      (
        "activations",
        JSONText.list(description.activations.map { JSONText.quoted($0.name) })
      ),
      ("cost", costText),
      ("delta", JSONText.quoted(description.delta.rawValue)),
    ]
    if let text = examplesText { entries.append(("examples", text)) }
    if let penalty = description.penalty {
      entries.append(("l2", text(of: penalty)))
    }
    entries.append(
      ("reluPrimeAtZero", JSONText.shortest(description.slopeAtKink)))
    if !classes.isEmpty {
      entries.append(
        ("classes", JSONText.list(classes.map(JSONText.quoted))))
    }
    return entries + matrices
  }

  private var costText: String {
    let name = JSONText.quoted(description.cost.name)
    let reduction = JSONText.quoted(description.reduction.rawValue)
    return "{ \"name\": \(name), \"reduction\": \(reduction) }"
  }

  /// Whether there is one example, where the columns of x do not say it.
  private var examplesText: String? {
    guard let columns = givens["x"]?.columns else { return nil }
    let usual: NetworkDescription.Examples = columns == 1 ? .one : .many
    guard description.examples != usual else { return nil }
    return JSONText.quoted(description.examples.rawValue)
  }

  private func text(of penalty: Penalty) -> String {
    // The value in use is the given λ, which can be altered.
    let strength = givens["λ"]?.storage.first ?? penalty.strength
    let divisor = JSONText.quoted(penalty.divisor.rawValue)
    return
      "{ \"lambda\": \(JSONText.shortest(strength)), \"over\": \(divisor) }"
  }

  private var matrices: [(key: String, value: String)] {
    let layers = Array(description.layers.indices.dropFirst())
    var entries = [("W", list(layers.map { NetworkFile.weights($0) }))]
    if description.hasBias.contains(true) {
      entries.append(("b", list(layers.map { NetworkFile.bias($0) })))
    }
    for name: Name in ["x", "y"] {
      if let file = dataFiles[name] {
        entries.append((name.text, JSONText.quoted(file)))
      } else if let matrix = givens[name] {
        entries.append((name.text, JSONText.rows(matrix)))
      }
    }
    return entries
  }

  private func list(_ names: [Name]) -> String {
    let lines = names.map { name in
      "    " + (givens[name].map { JSONText.rows($0) } ?? "null")
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n  ]"
  }
}
