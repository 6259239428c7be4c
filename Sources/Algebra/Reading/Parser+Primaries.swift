// Numbers, names, calls, slopes and whatever stands between brackets.

extension Parser {
  mutating func primary() throws(ReadingFault) -> Parsed {
    let token = next
    switch token.kind {
    case .number(let numeral):
      position += 1
      return Parsed(.number(numeral), columns: token.columns, kind: .scalar)
    case .name(let name):
      if let slope = try slope(straightFrom: name) { return slope }
      return try named(name)
    case .sign("("): return try parenthesised()
    case .sign("["): return try matrix()
    case .sign("‖"): return try norm()
    case .sign("⟨"): return try innerProduct()
    case .sign("∂"): return try partialSlope()
    default: throw unexpectedNext()
    }
  }

  private mutating func parenthesised() throws(ReadingFault) -> Parsed {
    let open = next
    position += 1
    let inner = try closed(open, by: ")") { parser throws(ReadingFault) in
      try parser.either()
    }
    let columns =
      open.columns.lowerBound..<tokens[position - 1].columns.upperBound
    return Parsed(
      .group(inner.expression), columns: columns, children: [inner],
      kind: inner.kind)
  }

  /// Reads what stands before a closing bracket, where spaces separate
  /// nothing and lines may break.
  mutating func closed(
    _ open: Token, by close: String,
    _ step: (inout Parser) throws(ReadingFault) -> Parsed
  ) throws(ReadingFault) -> Parsed {
    let outside = (spaceSeparates, isInsideBars)
    (spaceSeparates, isInsideBars) = (false, close == "‖")
    skipNewlines()
    let inner = try step(&self)
    skipNewlines()
    (spaceSeparates, isInsideBars) = outside
    guard take(close) else {
      if next.kind == .end {
        throw ReadingFault(.unclosed(open.text), columns: open.columns)
      }
      throw unexpectedNext()
    }
    return inner
  }

  private mutating func norm() throws(ReadingFault) -> Parsed {
    let open = next
    position += 1
    let inner = try closed(open, by: "‖") { parser throws(ReadingFault) in
      try parser.either()
    }
    let columns =
      open.columns.lowerBound..<tokens[position - 1].columns.upperBound
    return Parsed(
      .call("norm", inner.expression), columns: columns, children: [inner],
      kind: .scalar)
  }

  private mutating func innerProduct() throws(ReadingFault) -> Parsed {
    let open = next
    position += 1
    var first: Parsed?
    let second = try closed(open, by: "⟩") { parser throws(ReadingFault) in
      let left = try parser.either()
      parser.skipNewlines()
      guard parser.take(",") else { return left }
      first = left
      parser.skipNewlines()
      return try parser.either()
    }
    let columns =
      open.columns.lowerBound..<tokens[position - 1].columns.upperBound
    guard let first else {
      throw ReadingFault(.missingFunctionArgument("inner"), columns: columns)
    }
    return Parsed(
      .call("inner", first.expression, second.expression), columns: columns,
      children: [first, second], kind: .scalar)
  }

  private mutating func named(_ name: Name) throws(ReadingFault) -> Parsed {
    let token = next
    if isExponentialBase(token, name) { return try exponential() }
    if let name = layered(name) { return name }
    if let paste = try prefixedPaste(name) { return paste }
    position += 1
    if let call = try call(name, token) { return call }
    let kind: Parsed.Kind =
      switch scope.shape(of: name) {
      case .scalar?: .scalar
      case .matrix?: .matrix
      case nil: .unknown
      }
    return Parsed(.name(scope.drawn(name)), columns: token.columns, kind: kind)
  }

  /// Reads `W^(1)` and whatever else stands for `W1` where that is a
  /// quantity.
  private mutating func layered(_ stem: Name) -> Parsed? {
    guard let (name, length) = raised(stem, isKnown: scope.isKnown),
      let shape = scope.shape(of: name)
    else { return nil }
    let columns = next.columns.lowerBound..<token(length - 1).columns.upperBound
    position += length
    return Parsed(
      .name(scope.drawn(name)), columns: columns,
      kind: shape == .scalar ? .scalar : .matrix)
  }

  /// The name that is spelled with its index above the line: `W^(1)`,
  /// `W^[1]`, `W^1`, `W⁽¹⁾` or `W¹`.
  ///
  /// A name that means something alone is no such stem: its square is meant.
  ///
  /// - Parameters:
  ///   - stem: The letters, which are the word at hand.
  ///   - isKnown: Whether a name means something here.
  /// - Returns: The name, and how many words it takes up.
  func raised(
    _ stem: Name, isKnown: (Name) -> Bool
  ) -> (name: Name, length: Int)? {
    guard stem.index.isEmpty, !isKnown(stem),
      let (index, length) = raisedIndex()
    else { return nil }
    let name = Name(stem: stem.stem, index: index)
    return isKnown(name) ? (name, length) : nil
  }

  private func raisedIndex() -> (text: String, length: Int)? {
    if case .superscript(let text) = token(1).kind {
      let isGroup = text.hasPrefix("(") && text.hasSuffix(")")
      return (isGroup ? String(text.dropFirst().dropLast()) : text, 2)
    }
    guard token(1).isSign("^") else { return nil }
    if case .number(let layer) = token(2).kind { return (layer.text, 3) }
    for (open, close) in [("(", ")"), ("[", "]")] {
      guard token(2).isSign(open), token(4).isSign(close) else { continue }
      switch token(3).kind {
      case .number(let layer): return (layer.text, 5)
      case .name(let layer): return (layer.text, 5)
      default: return nil
      }
    }
    return nil
  }

  /// Whether the name is the `e` of `e^-z`, and no quantity.
  private func isExponentialBase(_ token: Token, _ name: Name) -> Bool {
    guard token.text == "e", !scope.isKnown(name) else { return false }
    if case .superscript = self.token(1).kind { return true }
    return self.token(1).isSign("^")
  }

  private mutating func exponential() throws(ReadingFault) -> Parsed {
    let start = next.columns.lowerBound
    position += 1
    let exponent: Parsed
    if case .superscript = next.kind {
      exponent = try smallNumber()
    } else {
      position += 1
      exponent = try nested { parser throws(ReadingFault) in
        try parser.exponentOfE()
      }
    }
    return Parsed(
      .call("exp", exponent.expression),
      columns: start..<tokens[position - 1].columns.upperBound,
      children: [exponent], kind: exponent.kind)
  }

  private mutating func exponentOfE() throws(ReadingFault) -> Parsed {
    let start = next.columns.lowerBound
    let isNegative = take("-")
    var inner = try postfix()
    if case .group(let bare) = inner.expression, !isNegative {
      inner.expression = bare
      inner.spans = inner.spans.children.first ?? inner.spans
    }
    return isNegative ? negated(inner, from: start) : inner
  }
}
