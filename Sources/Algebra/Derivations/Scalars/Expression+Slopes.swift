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

  /// The formula with two factors that stand side by side replaced by one.
  func replacing(
    _ first: Expression, times second: Expression, by other: Expression
  ) -> Expression {
    if case .derivative = self { return self }
    if case .binary(.times, let left, second) = self {
      if left == first { return other }
      if case .binary(.times, let front, first) = left {
        return front.times(other)
      }
    }
    return withChildren(
      children.map { $0.replacing(first, times: second, by: other) })
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
    if sign == .times, let product = joined(left, right) { return product }
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

  /// Two numbers that meet in a product, put together.
  private static func joined(
    _ left: Expression, _ right: Expression
  ) -> Expression? {
    guard case .number(let second) = right.ungrouped, second.value != 1 else {
      return nil
    }
    let front: Expression?
    let first: Numeral
    switch left.ungrouped {
    case .number(let number): (front, first) = (nil, number)
    case .binary(.times, let rest, .number(let number)):
      (front, first) = (rest, number)
    default: return nil
    }
    guard first.value != 1, let one = Ratio(first), let other = Ratio(second),
      let product = one.times(other)
    else { return nil }
    let number = Term(product).expression
    guard let front else { return number }
    return number == 1 ? front : front.times(number)
  }

  /// Products without the parentheses that a factor brings with it.
  ///
  /// What a slope is still to be taken of stays as it is.
  var inOneRow: Expression {
    switch self {
    case .derivative, .call, .number, .name, .entry, .sum: return self
    case .binary(.times, let left, let right):
      let left = left.inOneRow
      guard case .binary(.times, let first, let last) = right.ungrouped,
        !(first.isNumber && last.isPower && !left.endsWithNumber)
      else { return left.times(right.inOneRow) }
      return left.times(first.inOneRow).inOneRow.times(last.inOneRow)
    default: return withChildren(children.map(\.inOneRow))
    }
  }

  /// Whether it is a name or a power of one, which a number joins closely.
  private var isPower: Bool {
    switch self {
    case .name, .binary(.power, .name, .number): true
    default: false
    }
  }

  private var endsWithNumber: Bool {
    switch self {
    case .number: true
    case .binary(.times, _, let last): last.endsWithNumber
    default: false
    }
  }
}
