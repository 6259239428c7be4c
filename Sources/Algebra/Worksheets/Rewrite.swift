/// A named step between two forms with the same value, both written in the
/// language: where the first form is found the second one may stand.
public struct Rewrite: Sendable {
  public let rule: Rule
  /// The form that is looked for; its names stand for any expression.
  public let pattern: Expression
  public let replacement: Expression

  public init(_ rule: Rule, _ pattern: Expression, _ replacement: Expression) {
    self.rule = rule
    self.pattern = pattern
    self.replacement = replacement
  }

  /// The other form of `expression`, where it has the first one.
  public func applied(to expression: Expression) -> Expression? {
    var meanings: [Name: Expression] = [:]
    guard expression.matches(pattern, &meanings) else { return nil }
    return replacement.substituting(meanings)
  }
}

extension Expression {
  /// Whether the expression has the form of `pattern`, whose names stand for
  /// any expression, each for the same one throughout.
  func matches(_ pattern: Expression, _ meanings: inout [Name: Expression])
    -> Bool
  {
    if case .name(let name) = pattern {
      if let meaning = meanings[name] { return meaning == self }
      meanings[name] = self
      return true
    }
    let parts = children
    let patterns = pattern.children
    guard parts.count == patterns.count,
      withChildren(patterns) == pattern
    else { return false }
    return zip(parts, patterns).allSatisfy { part, pattern in
      part.matches(pattern, &meanings)
    }
  }

  /// Rewrites every part that has the form of one of the rewrites.
  ///
  /// - Parameter rewrites: The steps that may be taken.
  /// - Returns: The result, and the rules that were used, each once.
  func rewritten(by rewrites: [Rewrite]) -> (Expression, [Rule]) {
    var used: [Rule] = []
    let result = mapped { part in
      for rewrite in rewrites {
        guard let other = rewrite.applied(to: part) else { continue }
        if !used.contains(rewrite.rule) { used.append(rewrite.rule) }
        return other
      }
      return part
    }
    return (result, used)
  }
}

extension Rewrite {
  /// What makes a cost safe to compute: no logarithm of a number that was
  /// rounded to 0 or 1.
  public static let lowerings: [Rewrite] = [
    Rewrite(
      .logarithmOfSigmoid, .call("ln", .call("sigmoid", "u")),
      Expression.call("softplus", Expression("u").negated).negated),
    Rewrite(
      .logarithmOfSigmoid,
      .call("ln", Expression(1).minus(.call("sigmoid", "u"))),
      Expression.call("softplus", "u").negated),
    Rewrite(
      .logarithmOfSoftmax, .call("ln", .call("softmax", "u")),
      .call("logsoftmax", "u")),
    Rewrite(
      .logarithmOfSoftmax,
      .call("ln", Expression(1).minus(.call("softmax", "u"))),
      Expression.call(
        "softplus", Expression("u").minus(.call("lseothers", "u"))
      ).negated),
  ]

  /// What keeps the digits of a probability's distance from 1.
  static let complements: [Rewrite] = [
    Rewrite(
      .complementOfSigmoid, Expression(1).minus(.call("sigmoid", "u")),
      .call("sigmoid", Expression("u").negated)),
    Rewrite(
      .complementOfSoftmax, Expression(1).minus(.call("softmax", "u")),
      .call("sumothers", .call("softmax", "u"))),
  ]

  /// What makes a derived slope as short as a textbook writes it.
  public static let closings: [Rewrite] = [
    Rewrite(
      .complementOfSigmoid,
      Expression(1).minus("y").hadamard(slopeOfSoftplus("u")).minus(
        Expression("y").hadamard(slopeOfSoftplus(Expression("u").negated))),
      Expression.call("sigmoid", "u").minus("y"))
  ]

  /// The sigmoid, as it comes out of a lowered cost.
  private static func slopeOfSoftplus(_ argument: Expression) -> Expression {
    .call("softplus", primes: 1, [argument])
  }
}
