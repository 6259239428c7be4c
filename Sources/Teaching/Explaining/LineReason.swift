import Algebra
import Matrices

/// A line of a derivation: what was done to the line before it.
public struct LineReason: Sendable {
  /// What all lines are equal to.
  public let subject: Expression
  public let line: Expression
  public let before: Expression?
  public let reason: Reason?
  /// The parts that differ from the line before, outermost first: what
  /// stood there and what stands there now.
  public let changes: [Change]
  public let value: Matrix<Double>?
  /// The first entry of the line, written out.
  public let reading: EntryReading?

  public struct Change: Hashable, Sendable {
    public let before: Expression
    public let after: Expression
  }
}

extension LineReason {
  /// Says what a line of a derivation did.
  ///
  /// - Parameters:
  ///   - line: The line, with those before it.
  ///   - valuation: The numbers; a line with free letters has no value.
  public init(_ line: DerivationLine, in valuation: Valuation?) {
    subject = line.subject
    self.line = line.expression
    before = line.before.last
    reason = line.reason
    changes =
      line.before.last.map { Self.changes(from: $0, to: line.expression) }
      ?? []
    let value = valuation.flatMap { try? $0.value(of: line.expression) }
    self.value = value
    reading = Self.reading(line.expression, of: line.subject, value, valuation)
  }

  private static func reading(
    _ expression: Expression, of subject: Expression,
    _ value: Matrix<Double>?, _ valuation: Valuation?
  ) -> EntryReading? {
    guard let valuation, let value else { return nil }
    guard
      let form = try? expression.entry(
        0, 0, in: valuation.scope, termLimit: EntryReading.termLimit)
    else { return nil }
    let target =
      value.shape.isScalar
      ? subject
      : subject.baseName.map {
        valuation.entryExpression($0, row: 0, column: 0)
      }
    return target.flatMap {
      try? EntryReading($0, form: form, in: valuation)
    }
  }

  /// The smallest parts in which two lines differ.
  static func changes(
    from before: Expression, to after: Expression
  ) -> [Change] {
    let (before, after) = (before.ungrouped, after.ungrouped)
    if before == after { return [] }
    let whole = [Change(before: before, after: after)]
    guard before.hasForm(of: after) else { return whole }
    let parts = zip(before.children, after.children).flatMap {
      changes(from: $0, to: $1)
    }
    let isSwap =
      parts.count == 2 && parts[0].before == parts[1].after
      && parts[0].after == parts[1].before
    return parts.isEmpty || parts.count > 2 || isSwap ? whole : parts
  }
}

extension Expression {
  /// Whether two forms differ at most in their parts.
  fileprivate func hasForm(of other: Expression) -> Bool {
    !children.isEmpty && children.count == other.children.count
      && withChildren(other.children) == other
  }
}
