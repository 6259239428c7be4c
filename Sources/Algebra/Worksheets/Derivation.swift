/// Expressions joined by `=`, each line with what justifies it.
public struct Derivation: Hashable, Sendable {
  /// What the lines are equal to.
  public let subject: Expression
  public let lines: [Line]
  /// What follows from the last line, where that is another equation.
  public let conclusion: Conclusion?
  /// The quantity that moves a little, where the lines hold differentials.
  public let moving: Name?

  public init(
    _ subject: Expression, lines: [Line], conclusion: Conclusion? = nil,
    moving: Name? = nil
  ) {
    self.subject = subject
    self.lines = lines
    self.conclusion = conclusion
    self.moving = moving
  }

  /// An equation that the lines come to, as `dW1 = δ1·xᵀ` of its entries.
  public struct Conclusion: Hashable, Sendable {
    public let name: Name
    public let expression: Expression
    public let reason: Reason

    public init(_ name: Name, _ expression: Expression, by reason: Reason) {
      self.name = name
      self.expression = expression
      self.reason = reason
    }
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
