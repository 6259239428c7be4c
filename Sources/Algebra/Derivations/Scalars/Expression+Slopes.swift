extension Expression {
  /// Whether it is another formula, whatever parentheses stand in it.
  func differs(from other: Expression) -> Bool {
    withoutGroups != other.withoutGroups
  }

  /// The formulas of which a slope is still to be taken, from left to right.
  func slopes(in variable: Name) -> [Expression] {
    if case .derivative(let top, .name(variable), .applied) = self {
      return [top]
    }
    return children.flatMap { $0.slopes(in: variable) }
  }

  /// The formula with slopes replaced, outermost alone.
  func replacingSlopes(
    in variable: Name, _ change: (Expression) -> Expression?
  ) -> Expression {
    if case .derivative(let top, .name(variable), .applied) = self {
      return change(top) ?? self
    }
    return withChildren(
      children.map { $0.replacingSlopes(in: variable, change) })
  }

  /// The formula with every part that equals `part` replaced, except what a
  /// slope is still to be taken of.
  func replacing(_ part: Expression, by other: Expression) -> Expression {
    if self == part { return other }
    if case .derivative = self { return self }
    return withChildren(children.map { $0.replacing(part, by: other) })
  }

  /// The formula without the zeros and ones that a rule leaves.
  ///
  /// What a slope is still to be taken of stays as it is.
  var foldingSlopes: Expression {
    switch self {
    case .derivative, .call, .number, .name, .entry, .sum: return self
    case .binary(let sign, let left, let right):
      return Expression.folded(sign, left.foldingSlopes, right.foldingSlopes)
    case .negation(let inner):
      let inner = inner.foldingSlopes
      return inner.constant == 0 ? 0 : inner.negated
    case .group(let inner): return .group(inner.foldingSlopes)
    default: return self
    }
  }

  private static func folded(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Expression {
    if sign == .times, let number = left.constant, number != 0,
      let product = joined(left, right)
    {
      return product
    }
    switch (sign, left.constant, right.constant) {
    case (.times, 0, _), (.times, _, 0), (.divide, 0, _): return 0
    case (.times, 1, _), (.add, 0, _): return right
    case (.times, _, 1), (.divide, _, 1), (.add, _, 0), (.subtract, _, 0),
      (.power, _, 1):
      return left
    case (.times, _, -1): return left.negated
    case (.times, -1, _), (.subtract, 0, _): return right.negated
    default: return .binary(sign, left, right)
    }
  }

  /// Two numbers that meet at the front of a product, put together.
  private static func joined(
    _ left: Expression, _ right: Expression
  ) -> Expression? {
    guard case .number(let first) = left.ungrouped, first.value != 1,
      let (second, rest) = right.leadingNumber,
      let product = Ratio(first)?.times(second)
    else { return nil }
    let number = Term(product).expression
    return number == 1 ? rest : number.times(rest).inOneRow
  }

  /// The number at the front of a product, and what it multiplies.
  private var leadingNumber: (Ratio, Expression)? {
    switch self {
    case .group(let inner): return inner.leadingNumber
    case .binary(.times, .number(let number), let rest):
      return Ratio(number).map { ($0, rest) }
    case .binary(.times, let left, let right):
      return left.leadingNumber.map { ($0.0, $0.1.times(right)) }
    default: return nil
    }
  }

  /// Products without the parentheses that a factor brings with it.
  ///
  /// What a slope is still to be taken of stays as it is.
  var inOneRow: Expression {
    switch self {
    case .derivative, .call, .number, .name, .entry, .sum: return self
    case .binary(.times, let left, let right):
      let left = left.inOneRow
      guard case .binary(.times, let first, let last) = right.ungrouped else {
        return left.times(right.inOneRow)
      }
      return left.times(first.inOneRow).inOneRow.times(last.inOneRow)
    default: return withChildren(children.map(\.inOneRow))
    }
  }
}
