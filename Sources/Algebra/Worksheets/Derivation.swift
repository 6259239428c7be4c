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

    public init(_ expression: Expression, by reason: Reason?) {
      self.expression = expression
      self.reason = reason
    }
  }
}

/// The rule that takes one line to the next, as `slope of sigmoid`.
public struct Reason: Hashable, Sendable {
  public let rule: Rule
  /// What the rule is applied to, where it takes a name.
  public let name: Name?

  public init(_ rule: Rule, _ name: Name? = nil) {
    self.rule = rule
    self.name = name
  }

  public var text: String {
    guard let name else { return rule.name }
    return "\(rule.name) \(Function.table[name]?.name.text ?? name.text)"
  }
}

/// A named step from one expression to an equal one.
public struct Rule: Hashable, Sendable {
  /// As an author writes it behind `by`.
  public let name: String
  /// Whether a quantity or a function is named behind it.
  public let takesName: Bool
  /// What it says, in one sentence.
  public let sentence: String

  public init(_ name: String, takesName: Bool = false, _ sentence: String) {
    self.name = name
    self.takesName = takesName
    self.sentence = sentence
  }
}
