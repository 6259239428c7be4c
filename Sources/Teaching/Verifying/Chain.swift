import Algebra

/// A derivation that a learner writes line by line.
///
/// A line that was refuted stands, and is marked; the next one is held
/// against it all the same.
struct Chain: Sendable {
  private(set) var subject: Expression
  private(set) var lines: [JudgedLine]
  /// The notation that it is written in.
  private(set) var lens: Lens

  /// The derivation that a judged line opens.
  init(_ first: JudgedLine, in lens: Lens) {
    subject = first.left
    lines = [first]
    self.lens = lens
  }

  /// The same derivation in another notation, judged there.
  ///
  /// - Parameters:
  ///   - lens: The notation.
  ///   - change: What a formula of this one is in that.
  ///   - judge: Judges a line with its two sides changed.
  /// - Returns: The derivation.
  func seen(
    through lens: Lens, _ change: (Expression) -> Expression,
    judge: (JudgedLine, Expression, Expression) -> JudgedLine
  ) -> Chain {
    var chain = self
    chain.lens = lens
    chain.subject = change(subject)
    chain.lines = lines.map { judge($0, change($0.left), change($0.right)) }
    return chain
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
