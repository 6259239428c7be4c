/// Reads words into an expression.
///
///     line       = either
///     either     = both { "or" both }
///     both       = comparison { "and" comparison }
///     comparison = sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]
///     sum        = [ "-" | "+" ] product { ("+" | "-") product }
///     product    = factor { ("@" | "·" | "*" | ".*" | "/" | "./") factor }
///                | scalar-group factor             (1/m) δ1
///     factor     = "-" factor | number power | power
///     power      = postfix [ ("^" | ".^") factor | small-digits ]
///     postfix    = primary { "'" | "ᵀ" | "[" place { "," place } "]" }
///     place      = ":" | either [ ":" either ]
///     primary    = number | name | call | slope | matrix
///                | "(" either ")" | "‖" either "‖"
///     call       = function { "'" } "(" either { "," either } ")"
///     slope      = "d" name "/" "d" name | "∂" name "/" "∂" name
///                | "D" "(" either "," postfix ")"
///     matrix     = "[" either { [","] either | (";" | newline) either } "]"
///
/// The signs `@ * .* /` stand on one level and are read from the left, but
/// `A .* B @ C` is refused, for habits differ. Whether `·` multiplies
/// matrices or numbers follows from what the names are. Inside a matrix a
/// space may separate entries, so `[1 -2]` is two numbers and `[1 - 2]` one.
struct Parser {
  let tokens: [Token]
  var scope: Scope
  var position = 0
  /// Whether white space separates values at the place at hand.
  var spaceSeparates = false
  /// Whether the next `‖` closes the one that is open.
  var isInsideBars = false
  private var depth = 0

  /// How deep brackets, signs and calls may nest.
  static let depthLimit = 256

  init(tokens: [Token], scope: Scope) {
    self.tokens = tokens
    self.scope = scope
  }

  var next: Token { tokens[min(position, tokens.count - 1)] }

  func token(_ offset: Int) -> Token {
    tokens[min(position + offset, tokens.count - 1)]
  }

  mutating func wholeLine() throws(ReadingFault) -> Parsed {
    skipNewlines()
    if next.kind == .end {
      throw ReadingFault(.emptyLine, columns: next.columns)
    }
    let parsed = try either()
    skipNewlines()
    if next.kind != .end { throw unexpectedNext() }
    return parsed
  }

  mutating func skipNewlines() {
    while next.isSign("newline") { position += 1 }
  }

  mutating func take(_ sign: String) -> Bool {
    guard next.isSign(sign) else { return false }
    position += 1
    return true
  }

  /// Runs a step one level deeper, refusing lines that nest without end.
  mutating func nested(
    _ step: (inout Parser) throws(ReadingFault) -> Parsed
  ) throws(ReadingFault) -> Parsed {
    depth += 1
    defer { depth -= 1 }
    if depth > Parser.depthLimit { throw tooDeep() }
    return try step(&self)
  }

  func tooDeep() -> ReadingFault {
    ReadingFault(.tooDeep(limit: Parser.depthLimit), columns: next.columns)
  }

  func unexpectedNext() -> ReadingFault {
    switch next.kind {
    case .end:
      let before = position > 0 ? tokens[position - 1].text : nil
      return ReadingFault(.unfinished(after: before), columns: next.columns)
    case .sign("="): return ReadingFault(.equalsSign, columns: next.columns)
    case .sign("..."):
      return ReadingFault(.shortenedPaste, columns: next.columns)
    case .sign(")"), .sign("]"), .sign("}"), .sign("⟩"):
      return ReadingFault(.unopened(next.text), columns: next.columns)
    default: return unexpectedWord()
    }
  }

  private func unexpectedWord() -> ReadingFault {
    if position > 0, next.followsSpace, startsValue(next) {
      let before = tokens[position - 1].text
      return ReadingFault(
        .spaceBetweenValues(before, next.text), columns: next.columns)
    }
    return ReadingFault(.unexpected(next.text), columns: next.columns)
  }

  func startsValue(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .name: !isWord(token, "and") && !isWord(token, "or")
    case .sign("‖"): !isInsideBars
    case .sign(let sign): ["(", "[", "⟨", "∂"].contains(sign)
    case .superscript, .end: false
    }
  }

  func isWord(_ token: Token, _ word: String) -> Bool {
    guard case .name = token.kind else { return false }
    return token.text == word
  }
}

// MARK: - Operators between two parts

extension Parser {
  mutating func either() throws(ReadingFault) -> Parsed {
    try nested { parser throws(ReadingFault) in
      var left = try parser.both()
      while parser.isWord(parser.next, "or") {
        parser.position += 1
        left = try parser.joined(left, .or, try parser.both())
      }
      return left
    }
  }

  private mutating func both() throws(ReadingFault) -> Parsed {
    var left = try comparison()
    while isWord(next, "and") {
      position += 1
      left = try joined(left, .and, try comparison())
    }
    return left
  }

  private static let comparisons: [String: BinaryOperator] = [
    "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    "==": .equal, "!=": .notEqual,
  ]

  private func comparisonSign(_ token: Token) -> BinaryOperator? {
    guard case .sign(let sign) = token.kind else { return nil }
    return Parser.comparisons[sign]
  }

  private mutating func comparison() throws(ReadingFault) -> Parsed {
    let left = try sum()
    guard let sign = comparisonSign(next) else { return left }
    position += 1
    let whole = try joined(left, sign, try sum())
    if comparisonSign(next) != nil {
      throw ReadingFault(.chainedComparison, columns: next.columns)
    }
    return whole
  }

  mutating func sum() throws(ReadingFault) -> Parsed {
    var left = try signedProduct()
    while let sign = sumSign() {
      position += 1
      left = try joined(left, sign, try product())
    }
    return left
  }

  private mutating func signedProduct() throws(ReadingFault) -> Parsed {
    let start = next.columns.lowerBound
    if take("+") { return try product() }
    guard take("-") else { return try product() }
    return negated(try product(), from: start)
  }

  func negated(_ inner: Parsed, from start: Int) -> Parsed {
    let inner = inner.placed(in: .negated)
    return Parsed(
      .negation(inner.expression),
      columns: start..<inner.spans.columns.upperBound, children: [inner],
      kind: inner.kind)
  }

  /// The sign of a sum, unless it is the sign of the next entry of a matrix.
  private func sumSign() -> BinaryOperator? {
    guard next.isSign("+") || next.isSign("-") else { return nil }
    if spaceSeparates, next.followsSpace, !token(1).followsSpace { return nil }
    return next.isSign("+") ? .add : .subtract
  }

  func joined(
    _ left: Parsed, _ sign: BinaryOperator, _ right: Parsed
  ) throws(ReadingFault) -> Parsed {
    let left = left.placed(in: .left(sign))
    let right = right.placed(in: .right(sign))
    let columns =
      left.spans.columns.lowerBound..<right.spans.columns.upperBound
    let whole = Parsed(
      .binary(sign, left.expression, right.expression), columns: columns,
      children: [left, right], kind: .joined(left.kind, right.kind))
    if whole.depth > Parser.depthLimit {
      throw ReadingFault(.tooDeep(limit: Parser.depthLimit), columns: columns)
    }
    return whole
  }
}
