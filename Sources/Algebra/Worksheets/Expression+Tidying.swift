extension Expression {
  /// The expression as a textbook writes it: constants in front, no factor
  /// 1, no double transpose, no two signs in a row.
  ///
  /// Nothing else is done: terms are not collected and brackets not
  /// multiplied out.
  ///
  /// - Parameters:
  ///   - scope: What the names are.
  ///   - constants: The names that may move to the front.
  /// - Returns: An expression with the same value.
  func tidied(in scope: Scope, constants: Set<Name>) -> Expression {
    Tidying(scope: scope, constants: constants).tidied(self)
  }
}

private struct Tidying {
  let scope: Scope
  let constants: Set<Name>

  func tidied(_ expression: Expression) -> Expression {
    let (coefficient, body) = split(expression)
    return joined(coefficient, body)
  }

  /// A term as a constant and what it multiplies.
  private func split(_ expression: Expression) -> (Coefficient, Expression?) {
    switch expression {
    case .number(let numeral): return number(numeral)
    case .name(let name):
      return isConstant(name)
        ? (Coefficient(above: [expression]), nil) : (Coefficient(), expression)
    case .negation(let inner):
      let (coefficient, body) = split(inner)
      return (coefficient.negated, body)
    case .group(let inner): return split(inner)
    case .transpose(let inner):
      let (coefficient, body) = split(inner)
      return (coefficient, body.map(transposed))
    case .binary(let sign, let left, let right):
      return operation(sign, left, right)
    case .call(let name, 0, let arguments) where Tidying.linear.contains(name):
      let (coefficient, body) = split(arguments.first ?? 1)
      return (coefficient, .call(name, body ?? 1))
    default:
      return (
        Coefficient(), expression.withChildren(expression.children.map(tidied))
      )
    }
  }

  /// Functions before which a constant may stand as well as inside.
  private static let linear: Set<Name> = [
    "sum", "mean", "rowsum", "colsum", "sumothers",
  ]

  private func number(_ numeral: Numeral) -> (Coefficient, Expression?) {
    if let whole = Int(exactly: numeral.value), (1...1_000_000).contains(whole)
    {
      return (Coefficient(number: Fraction(whole)), nil)
    }
    if let inverse = Int(exactly: 1 / numeral.value), inverse <= 4 {
      return (Coefficient(number: Fraction(1, over: inverse)), nil)
    }
    return (Coefficient(above: [.number(numeral)]), nil)
  }

  private func isConstant(_ name: Name) -> Bool {
    constants.contains(name) || scope.sizes[name] != nil
  }

  private func transposed(_ body: Expression) -> Expression {
    if case .transpose(let inner) = body { inner } else { .transpose(body) }
  }

  private func operation(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> (Coefficient, Expression?) {
    switch sign {
    case .times, .matmul, .hadamard: return product(sign, left, right)
    case .divide: return quotient(left, right)
    case .add, .subtract: return sum(sign, left, right)
    default:
      return (Coefficient(), .binary(sign, tidied(left), tidied(right)))
    }
  }

  private func product(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> (Coefficient, Expression?) {
    let (first, leftBody) = split(left)
    let (second, rightBody) = split(right)
    let coefficient = first * second
    guard let leftBody else { return (coefficient, rightBody) }
    guard let rightBody else { return (coefficient, leftBody) }
    if case .binary(.hadamardDivide, 1, let bottom) = rightBody.ungrouped {
      return (coefficient, .binary(.hadamardDivide, leftBody, bottom))
    }
    return (coefficient, .binary(sign, leftBody, rightBody))
  }

  private func quotient(
    _ left: Expression, _ right: Expression
  ) -> (Coefficient, Expression?) {
    let (first, leftBody) = split(left)
    let (second, rightBody) = split(right)
    let coefficient = first * second.inverse
    guard let rightBody else { return (coefficient, leftBody) }
    return (coefficient, (leftBody ?? 1).over(rightBody))
  }

  /// A sum, the constant that both terms share in front.
  private func sum(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> (Coefficient, Expression?) {
    let (first, leftBody) = split(left)
    let (added, rightBody) = split(right)
    let second = sign == .subtract ? added.negated : added
    guard let body = leftBody, let other = rightBody,
      first.magnitude == second.magnitude
    else {
      return sum(
        first.isNegative, joined(first.magnitude, leftBody),
        second.isNegative, joined(second.magnitude, rightBody))
    }
    let (inner, whole) = sum(first.isNegative, body, second.isNegative, other)
    return (first.magnitude * inner, whole)
  }

  /// A sum of two terms with their signs: what is added stands first.
  private func sum(
    _ leftIsNegative: Bool, _ left: Expression, _ rightIsNegative: Bool,
    _ right: Expression
  ) -> (Coefficient, Expression?) {
    switch (leftIsNegative, rightIsNegative) {
    case (false, false): (Coefficient(), left.plus(right))
    case (false, true): (Coefficient(), left.minus(right))
    case (true, false): (Coefficient(), right.minus(left))
    case (true, true): (Coefficient().negated, left.plus(right))
    }
  }

  private func joined(
    _ coefficient: Coefficient, _ body: Expression?
  ) -> Expression {
    guard let body else {
      let constant = coefficient.expression ?? 1
      return coefficient.isNegative ? constant.negated : constant
    }
    guard let constant = coefficient.expression else {
      return coefficient.isNegative ? negated(body) : body
    }
    let whole = attached(constant, to: body)
    return coefficient.isNegative ? whole.negated : whole
  }

  private func negated(_ body: Expression) -> Expression {
    if case .binary(.subtract, let left, let right) = body {
      return right.minus(left)
    }
    return body.negated
  }

  /// Puts a constant before the first factor, where a reader expects it.
  private func attached(
    _ constant: Expression, to body: Expression
  ) -> Expression {
    guard case .binary(let sign, let left, let right) = body,
      [.times, .matmul, .hadamard, .divide, .hadamardDivide].contains(sign),
      left != 1
    else { return constant.times(body) }
    return .binary(sign, attached(constant, to: left), right)
  }
}
