// Products, quotients, powers, and what stands behind a value.

extension Parser {
  private static let productSigns = ["@", "·", "*", ".*", "/", "./"]

  mutating func product() throws(ReadingFault) -> Parsed {
    var left = try factor()
    while true {
      if let sign = productSign() {
        position += 1
        let right = try factor()
        left = try multiplied(left, sign, right)
      } else if isScalarGroup(left), startsValue(next), mayStandBeside() {
        left = try joined(left, .times, try factor())
      } else {
        return left
      }
    }
  }

  private func productSign() -> String? {
    guard case .sign(let sign) = next.kind else { return nil }
    return Parser.productSigns.contains(sign) ? sign : nil
  }

  /// Whether a value may follow without a sign, as in `2x` and `(1/m) δ1`.
  private func mayStandBeside() -> Bool {
    !(spaceSeparates && next.followsSpace)
  }

  private func isScalarGroup(_ parsed: Parsed) -> Bool {
    guard parsed.kind == .scalar else { return false }
    return tokens[position - 1].isSign(")") && parsed.endsWithGroup
  }

  private func multiplied(
    _ left: Parsed, _ sign: String, _ right: Parsed
  ) throws(ReadingFault) -> Parsed {
    switch sign {
    case "@": return try matrixProduct(left, right)
    case "·":
      let hasScalar = left.kind == .scalar || right.kind == .scalar
      return hasScalar
        ? try joined(left, .times, right) : try matrixProduct(left, right)
    case "*": return try joined(left, .times, right)
    case ".*": return try joined(left, .hadamard, right)
    case "/":
      try refuseCoefficient(after: left, right)
      return try joined(left, .divide, right)
    default:
      return try joined(left, .hadamardDivide, right)
    }
  }

  private func matrixProduct(
    _ left: Parsed, _ right: Parsed
  ) throws(ReadingFault) -> Parsed {
    if case .binary(let sign, let first, let second) = left.expression,
      sign == .hadamard || sign == .hadamardDivide
    {
      let leftFirst = Expression.binary(
        .matmul, left.expression, right.expression)
      let rightFirst = Expression.binary(
        sign, first, .binary(.matmul, second, right.expression))
      throw ReadingFault(
        .mixedProducts(
          first: leftFirst.text(.ascii),
          second: rightFirst.text(.ascii)),
        columns: left.spans.columns.lowerBound..<right.spans.columns.upperBound)
    }
    var whole = try joined(left, .matmul, right)
    if left.kind != .matrix || right.kind != .matrix { whole.kind = .unknown }
    return whole
  }

  /// Refuses `1/2x`, which some read as 1/(2x) and some as (1/2)x.
  private func refuseCoefficient(
    after left: Parsed, _ right: Parsed
  ) throws(ReadingFault) {
    guard
      case .binary(.times, .number(let number), let factor) = right.expression
    else { return }
    let half = Expression.binary(.divide, left.expression, .number(number))
    let first = Expression.binary(.divide, left.expression, right.expression)
    throw ReadingFault(
      .coefficientAfterSlash(
        first: first.text(.ascii),
        second: Expression.binary(.times, half, factor).text(.ascii)),
      columns: left.spans.columns.lowerBound..<right.spans.columns.upperBound)
  }

  private mutating func factor() throws(ReadingFault) -> Parsed {
    let start = next.columns.lowerBound
    if next.isSign("-") {
      position += 1
      let inner = try nested { parser throws(ReadingFault) in
        try parser.factor()
      }
      return negated(inner, from: start)
    }
    guard case .number(let numeral) = next.kind, standsBeforeValue else {
      return try power()
    }
    position += 1
    let number = Parsed(
      .number(numeral), columns: tokens[position - 1].columns, kind: .scalar)
    return try joined(number, .times, try power())
  }

  /// Whether the number at hand multiplies what stands right behind it.
  private var standsBeforeValue: Bool {
    let follower = token(1)
    if case .number = follower.kind { return false }
    guard startsValue(follower), !follower.isSign("[") else { return false }
    return !(spaceSeparates && follower.followsSpace)
  }

  private mutating func power() throws(ReadingFault) -> Parsed {
    let base = try postfix()
    if case .superscript = next.kind { return try smallPower(of: base, .power) }
    let sign: BinaryOperator
    if take(".^") {
      sign = .hadamardPower
    } else if take("^") {
      sign = .power
    } else {
      return base
    }
    if case .superscript = next.kind { return try smallPower(of: base, sign) }
    let exponent = try nested { parser throws(ReadingFault) in
      try parser.exponent()
    }
    return try joined(base, sign, exponent)
  }

  private mutating func exponent() throws(ReadingFault) -> Parsed {
    let start = next.columns.lowerBound
    guard take("-") else { return try power() }
    return negated(try power(), from: start)
  }

  /// Reads `x²`, `x⁻¹` or `x⁽²⁾`.
  private mutating func smallPower(
    of base: Parsed, _ sign: BinaryOperator
  ) throws(ReadingFault) -> Parsed {
    let exponent = try smallNumber()
    return try joined(base, sign, exponent)
  }

  /// Reads a whole number in small characters.
  mutating func smallNumber() throws(ReadingFault) -> Parsed {
    guard case .superscript(let text) = next.kind else {
      throw unexpectedNext()
    }
    let columns = next.columns
    let isGroup = text.hasPrefix("(") && text.hasSuffix(")")
    let inner = isGroup ? text.dropFirst().dropLast() : text[...]
    let isNegative = inner.hasPrefix("-")
    guard let numeral = Numeral(String(isNegative ? inner.dropFirst() : inner))
    else { throw ReadingFault(.unexpected(next.text), columns: columns) }
    position += 1
    let number = Parsed(.number(numeral), columns: columns, kind: .scalar)
    let value = isNegative ? negated(number, from: columns.lowerBound) : number
    return isGroup
      ? Parsed(
        .group(value.expression), columns: columns, children: [value],
        kind: .scalar) : value
  }

  mutating func postfix() throws(ReadingFault) -> Parsed {
    var base = try primary()
    while true {
      if next.isSign("'") || next.isSign("''") || next.isSign("^T") {
        if spaceSeparates && next.followsSpace { return base }
        let count = next.isSign("''") ? 2 : 1
        position += 1
        for _ in 0..<count { base = try transposed(base) }
      } else if next.isSign("["), mayStandBeside() {
        base = try entry(of: base)
      } else {
        return base
      }
    }
  }

  private func transposed(_ base: Parsed) throws(ReadingFault) -> Parsed {
    let base = base.placed(in: .postfixed)
    let end = tokens[position - 1].columns.upperBound
    let whole = Parsed(
      .transpose(base.expression),
      columns: base.spans.columns.lowerBound..<end, children: [base],
      kind: base.kind)
    if whole.depth > Parser.depthLimit { throw tooDeep() }
    return whole
  }
}

extension Parsed {
  /// Whether the last thing in it is a pair of parentheses.
  fileprivate var endsWithGroup: Bool {
    switch expression {
    case .group: true
    case .binary(.times, _, let right):
      Parsed(right, columns: spans.columns, kind: kind).endsWithGroup
    default: false
    }
  }
}
