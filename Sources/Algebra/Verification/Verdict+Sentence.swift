import Matrices
import Presentation

extension Verdict {
  /// The verdict in words, without a full stop.
  public var sentence: String {
    switch self {
    case .same: "both sides are the same formula"
    case .sameUpToOrder: "both sides are the same formula, up to order"
    case .exact(let trials):
      "both sides agree exactly in \(trials) trials without rounding"
    case .numeric(let points):
      "both sides agree at \(points) random points"
    case .refuted(let example): example.sentence
    case .shapesDiffer(let left, let right):
      "the left side is \(left) and the right side is \(right)"
    case .meaningless(let side, _):
      "the \(side.rawValue) side has no value: its shapes do not fit"
    case .domainsDiffer(let side, _):
      "the \(side.rawValue) side has no value where the other one has"
    case .conventionOnly:
      "the sides differ at a kink alone, where the value is a convention"
    case .inconclusive(let doubt): doubt.sentence
    }
  }
}

extension Verdict.Doubt {
  /// Why nothing can be said, without a full stop.
  public var sentence: String {
    switch self {
    case .notFinite:
      "at nearly all points that were tried a side is not a finite number"
    case .noResolvingPower:
      "the sides differ by no more than rounding may explain"
    case .noValues: "no values could be drawn for what is given"
    case .refereeDisagrees:
      "a slope by the rules is not what differences of values show"
    }
  }
}

extension Counterexample {
  /// Where the sides differ and what they are there, without a full stop.
  public var sentence: String {
    let format = NumberFormat(digits: 4)
    let (row, column) = place
    var sides = (
      format.text(left[row, column]), format.text(right[row, column])
    )
    if sides.0 == sides.1 {
      sides = (
        NumberFormat.full(left[row, column]),
        NumberFormat.full(right[row, column])
      )
    }
    let entry =
      left.shape.isScalar ? "" : " in row \(row + 1), column \(column + 1)"
    return "the left side is \(sides.0)\(entry) and the right side is "
      + "\(sides.1)\(circumstances(format))"
  }

  private func circumstances(_ format: NumberFormat) -> String {
    if isOwnNumbers { return ", at the numbers given" }
    let numbers = givens.filter { $0.value.shape.isScalar }
      .sorted { $0.key < $1.key }
      .map { "\($0.key.text) = \(format.text($0.value[0, 0]))" }
    guard numbers.count == givens.count, !numbers.isEmpty else { return "" }
    return ", where " + numbers.joined(separator: ", ")
  }
}
