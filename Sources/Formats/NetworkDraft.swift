import Algebra
import Matrices
import Networks
import Presentation

/// The fields of a network file, as they are checked against one another.
struct NetworkDraft {
  let fields: NetworkFields

  init(_ fields: NetworkFields) { self.fields = fields }

  var depth: Int { fields.layers.count - 1 }

  func checkLayers() throws(FormatFault) {
    guard depth >= 1 else {
      throw FormatFault(.tooFewLayers(fields.layers.count), at: .key("layers"))
    }
    for (place, units) in fields.layers.enumerated() where units < 1 {
      throw FormatFault(
        .layerWithoutUnits(units), at: .key("layers[\(place + 1)]"))
    }
    try checkCount(of: "activations", fields.activations.count)
    try checkCount(of: "W", fields.weights.count)
    if let biases = fields.biases { try checkCount(of: "b", biases.count) }
  }

  private func checkCount(
    of key: String, _ found: Int
  ) throws(FormatFault) {
    guard found != depth else { return }
    throw FormatFault(
      .count(of: key, expected: depth, found: found), at: .key(key))
  }

  func activations() throws(FormatFault) -> [Activation] {
    var found: [Activation] = []
    for (place, name) in fields.activations.enumerated() {
      guard let activation = Activation.named(name) else {
        throw FormatFault(
          unknown: .activation, name, at: "activations[\(place + 1)]")
      }
      found.append(activation)
    }
    return found
  }

  func cost() throws(FormatFault) -> Cost {
    guard let cost = Cost.named(fields.cost.name) else {
      throw FormatFault(
        unknown: .cost, fields.cost.name, at: "cost.name")
    }
    return cost
  }

  /// The value that a name stands for, or a value where there is no name.
  func choice<Value: RawRepresentable<String>>(
    _ choice: FormatFault.Choice, _ name: String?, at key: String,
    otherwise: Value
  ) throws(FormatFault) -> Value {
    guard let name else { return otherwise }
    guard let value = Value(rawValue: name) else {
      throw FormatFault(unknown: choice, name, at: key)
    }
    return value
  }

  func penalty() throws(FormatFault) -> Penalty? {
    guard let l2 = fields.l2 else { return nil }
    guard l2.strength >= 0 else {
      throw FormatFault(.outOfRange("0 or more"), at: .key("l2.lambda"))
    }
    return Penalty(
      strength: l2.strength,
      over: try choice(
        .divisor, l2.divisor, at: "l2.over", otherwise: .twiceExamples))
  }

  /// The names of the classes: one for each output, or two for a single one.
  func classes() throws(FormatFault) -> [String] {
    guard let names = fields.classes, !names.isEmpty else { return [] }
    let count = max(fields.layers.last ?? 1, 2)
    guard names.count == count else {
      throw FormatFault(
        .outOfRange("the names of \(count) classes"), at: .key("classes"))
    }
    return names
  }

  func slopeAtKink() throws(FormatFault) -> Double {
    let slope = fields.reluPrimeAtZero ?? 0
    guard (0...1).contains(slope) else {
      throw FormatFault(.outOfRange("from 0 to 1"), at: .key("reluPrimeAtZero"))
    }
    return slope
  }
}

extension FormatFault.Choice {
  /// The names that can be chosen.
  var names: [String] {
    switch self {
    case .activation: Activation.all.map(\.name)
    case .cost: Cost.all.map(\.name)
    case .reduction: Reduction.allCases.map(\.rawValue)
    case .delta: Worksheet.DeltaConvention.allCases.map(\.rawValue)
    case .divisor: Penalty.Divisor.allCases.map(\.rawValue)
    case .examples: NetworkDescription.Examples.allCases.map(\.rawValue)
    case .optimizer: Optimizer.all.map(\.name)
    case .schedule: Schedule.all.map(\.name) + [Schedule.ownName]
    case .batch: ["all"]
    case .outcome: ProgressReport.Outcome.allCases.map(\.rawValue)
    }
  }
}

extension FormatFault {
  /// There is no entry of this name.
  init(unknown choice: Choice, _ name: String, at key: String) {
    let nearest = NearestName.nearest(to: name, among: choice.names)
    self.init(.unknownChoice(choice, name, nearest: nearest), at: .key(key))
  }
}
