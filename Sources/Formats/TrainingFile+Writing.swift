import Algebra
import Matrices
import Networks

extension TrainingFile {
  /// The file as JSON: the keys in a fixed order, numbers with 17 digits.
  public var json: String {
    var entries = [
      ("format", "\(NetworkFile.newestFormat)"),
      ("iteration", "\(state.iteration)"),
    ]
    if let last = state.lastCost {
      entries.append(
        (
          "lastCost",
          JSONText.object([
            ("iteration", "\(last.iteration)"),
            ("cost", TraceJSON.number(last.cost)),
          ])
        ))
    }
    entries.append(("settings", settings.json))
    entries.append(("values", values))
    if let network { entries.append(("network", network.json.trimmedEnd)) }
    let lines = entries.map { "  \(JSONText.quoted($0)): \($1)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private var values: String {
    let lines = state.values.keys.sorted().compactMap { name in
      state.values[name].map {
        "    \(JSONText.quoted(name.ascii)): "
          + JSONText.rows($0, number: TraceJSON.number)
      }
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n  }"
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(self[..<(lastIndex { $0 != "\n" } ?? startIndex)]) + "}"
  }
}

extension TrainingSettings {
  fileprivate var json: String {
    var fields: [(String, String)] = []
    if let optimizer {
      fields.append(("optimizer", JSONText.quoted(optimizer.name)))
    }
    fields.append(("rate", TraceJSON.number(rate)))
    fields.append(("schedule", JSONText.quoted(schedule.name)))
    if schedule.name == Schedule.ownName {
      fields.append(("formula", JSONText.quoted(schedule.formula)))
    }
    if !constants.isEmpty {
      let numbers = constants.keys.sorted().map {
        ($0.ascii, TraceJSON.number(constants[$0] ?? .nan))
      }
      fields.append(("constants", JSONText.object(numbers)))
    }
    fields += [
      ("batch", batchText), ("shuffle", "\(shuffles)"), ("seed", "\(seed)"),
      ("length", lengthText), ("stops", stops.json),
    ]
    if let interval { fields.append(("interval", "\(interval)")) }
    return JSONText.object(fields)
  }

  private var batchText: String {
    switch batch {
    case .all: JSONText.quoted("all")
    case .one: "1"
    case .size(let size): "\(size)"
    }
  }

  private var lengthText: String {
    switch length {
    case .iterations(let count): JSONText.object([("iterations", "\(count)")])
    case .epochs(let count): JSONText.object([("epochs", "\(count)")])
    }
  }
}

extension TrainingSettings.Stops {
  fileprivate var json: String {
    var fields: [(String, String)] = []
    if let costAtMost {
      fields.append(("costAtMost", TraceJSON.number(costAtMost)))
    }
    if let accuracyAtLeast {
      fields.append(("accuracyAtLeast", TraceJSON.number(accuracyAtLeast)))
    }
    fields.append(("whenCostRises", "\(whenCostRises)"))
    return JSONText.object(fields)
  }
}
