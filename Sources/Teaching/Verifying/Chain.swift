import Algebra

/// A derivation that a learner writes line by line.
///
/// A line that was refuted stands, and is marked; the next one is held
/// against it all the same.
struct Chain: Sendable {
  let subject: Expression
  private(set) var lines: [JudgedLine]

  /// The derivation that a judged line opens.
  init(_ first: JudgedLine) {
    subject = first.left
    lines = [first]
  }

  /// What the next line is held against.
  var last: Expression { lines.last?.right ?? subject }

  mutating func append(_ line: JudgedLine) { lines.append(line) }

  /// Names the rule of the last line.
  mutating func name(_ reason: Reason) {
    guard let place = lines.indices.last else { return }
    lines[place].reason = reason
  }

  /// Whether every line follows from the one before it.
  var holds: Bool { lines.allSatisfy(\.holds) }
}
