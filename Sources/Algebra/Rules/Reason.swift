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

extension Reason {
  /// Reads what an author wrote behind `by`.
  ///
  /// Nothing comes of a text that is no rule's name.
  ///
  /// - Parameter text: A rule's name, with the name that it takes.
  public init?(_ text: String) {
    if let rule = Rule.all.first(where: { !$0.takesName && $0.name == text }) {
      self.init(rule)
      return
    }
    guard
      let rule = Rule.all.first(where: {
        $0.takesName && text.hasPrefix($0.name + " ")
      })
    else { return nil }
    self.init(rule, Name(String(text.dropFirst(rule.name.count + 1))))
  }
}
