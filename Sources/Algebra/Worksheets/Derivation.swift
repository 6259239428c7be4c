/// Expressions joined by `=`, each line with what justifies it.
public struct Derivation: Hashable, Sendable {
  /// What the lines are equal to.
  public let subject: Expression
  public let lines: [Line]

  public init(_ subject: Expression, lines: [Line]) {
    self.subject = subject
    self.lines = lines
  }

  /// One `=` and what stands behind it.
  public struct Line: Hashable, Sendable {
    public let expression: Expression
    public let reason: Reason?
    /// The smaller steps that lead from the line before to this one; the last
    /// of them is this line.
    public let inner: [Line]

    public init(
      _ expression: Expression, by reason: Reason?, inner: [Line] = []
    ) {
      self.expression = expression
      self.reason = reason
      self.inner = inner
    }
  }
}
