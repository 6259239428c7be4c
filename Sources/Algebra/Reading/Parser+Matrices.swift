// Matrices between square brackets, and entries.

extension Parser {
  /// Reads `[1 2; 3 4]`, `[[1, 2], [3, 4]]` or blocks such as `[b W]`.
  mutating func matrix() throws(ReadingFault) -> Parsed {
    try nested { parser throws(ReadingFault) in try parser.matrixRows() }
  }

  private mutating func matrixRows() throws(ReadingFault) -> Parsed {
    let open = next
    position += 1
    let outside = (spaceSeparates, isInsideBars)
    (spaceSeparates, isInsideBars) = (true, false)
    defer { (spaceSeparates, isInsideBars) = outside }
    var rows: [[Parsed]] = [[]]
    while !next.isSign("]") { try readMatrixPart(into: &rows, open) }
    position += 1
    rows.removeAll(where: \.isEmpty)
    let columns =
      open.columns.lowerBound..<tokens[position - 1].columns.upperBound
    guard !rows.isEmpty else {
      throw ReadingFault(.emptyMatrix, columns: columns)
    }
    return try matrix(of: stacked(rows), columns)
  }

  private mutating func readMatrixPart(
    into rows: inout [[Parsed]], _ open: Token
  ) throws(ReadingFault) {
    switch next.kind {
    case .sign(";"), .sign("newline"):
      position += 1
      if rows.last?.isEmpty == false { rows.append([]) }
    case .sign(","):
      guard rows.last?.isEmpty == false else { throw unexpectedNext() }
      position += 1
      skipNewlines()
      if next.isSign("]") || next.isSign(",") { throw unexpectedNext() }
    case .end: throw ReadingFault(.unclosed(open.text), columns: open.columns)
    default:
      try refuseNotFinite()
      rows[rows.count - 1].append(try either())
    }
  }

  /// The rows of NumPy's `[[1, 2], [3, 4]]`, whose inner brackets are rows.
  private func stacked(_ rows: [[Parsed]]) -> [[Parsed]] {
    let parts = rows.flatMap { $0 }
    let inner = parts.compactMap(\.flatRow)
    guard inner.count == parts.count,
      rows.count == 1 || rows.allSatisfy({ $0.count == 1 })
    else { return rows }
    return inner
  }

  private func matrix(
    of rows: [[Parsed]], _ columns: Range<Int>
  ) throws(ReadingFault) -> Parsed {
    let isPlain = rows.allSatisfy { $0.allSatisfy { $0.kind == .scalar } }
    if isPlain, let first = rows.first,
      let ragged = rows.firstIndex(where: { $0.count != first.count })
    {
      throw ReadingFault(
        .raggedMatrix(
          row: ragged + 1, entries: rows[ragged].count, expected: first.count),
        columns: columns)
    }
    return Parsed(
      .matrix(rows.map { $0.map(\.expression) }), columns: columns,
      children: rows.flatMap { $0 }, kind: .matrix)
  }

  /// Reads `W[1,2]`, `W[1,:]` or `W[:,1:2]` behind a value.
  mutating func entry(of base: Parsed) throws(ReadingFault) -> Parsed {
    let base = base.placed(in: .postfixed)
    let open = next
    position += 1
    let outside = (spaceSeparates, isInsideBars)
    (spaceSeparates, isInsideBars) = (false, false)
    defer { (spaceSeparates, isInsideBars) = outside }
    var places: [(place: Expression.Subscript, parts: [Parsed])] = []
    repeat { places.append(try place()) } while take(",")
    guard take("]") else {
      if next.kind == .end {
        throw ReadingFault(.unclosed(open.text), columns: open.columns)
      }
      throw unexpectedNext()
    }
    let isEntry = places.allSatisfy {
      if case .at = $0.place { true } else { false }
    }
    let whole = Parsed(
      .entry(base.expression, places.map(\.place)),
      columns: base.spans.columns
        .lowerBound..<tokens[position - 1].columns
        .upperBound,
      children: [base] + places.flatMap(\.parts),
      kind: isEntry ? .scalar : .matrix)
    if whole.depth > Parser.depthLimit { throw tooDeep() }
    return whole
  }

  private mutating func place() throws(ReadingFault) -> (
    place: Expression.Subscript, parts: [Parsed]
  ) {
    if take(":") { return (.all, []) }
    let first = try nested { parser throws(ReadingFault) in try parser.either()
    }
    guard take(":") else { return (.at(first.expression), [first]) }
    let last = try nested { parser throws(ReadingFault) in try parser.either() }
    return (.range(first.expression, last.expression), [first, last])
  }
}

// MARK: - What other programs print

extension Parser {
  private static let makers: Set<String> = [
    "array", "asarray", "tensor", "Tensor", "float32", "float64",
  ]

  /// Reads `array([[1., 2.]])`, `tensor(…, grad_fn=…)` and `float64(2.5)` as
  /// the numbers inside; what else stands there is passed over.
  mutating func pasted(_ token: Token) throws(ReadingFault) -> Parsed? {
    guard Parser.makers.contains(token.text), holdsNumbers(self.token(1))
    else { return nil }
    position += 1
    skipNewlines()
    let inner: Parsed
    if next.isSign("[") {
      inner = try matrix()
    } else {
      try refuseNotFinite()
      inner = try either()
    }
    var depth = 0
    while depth > 0 || !next.isSign(")") {
      if next.kind == .end {
        throw ReadingFault(.unclosed("("), columns: token.columns)
      }
      if next.isSign("(") { depth += 1 }
      if next.isSign(")") { depth -= 1 }
      position += 1
    }
    position += 1
    return inner
  }

  private func holdsNumbers(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .sign("["), .sign("-"), .sign("newline"): true
    case .name: Parser.isNotFinite(token)
    default: false
    }
  }

  /// Reads `np.array(…)` and what stands behind `Parameter containing:`.
  mutating func prefixedPaste(_ name: Name) throws(ReadingFault) -> Parsed? {
    guard !scope.isKnown(name) else { return nil }
    if next.text == "Parameter", token(1).text == "containing",
      token(2).isSign(":")
    {
      position += 3
      skipNewlines()
      return try primary()
    }
    guard ["np", "numpy", "torch"].contains(next.text),
      token(1).isSign("."), token(3).isSign("(")
    else { return nil }
    let start = position
    let maker = token(2)
    position += 3
    if let paste = try pasted(maker) { return paste }
    position = start
    return nil
  }

  private static func isNotFinite(_ token: Token) -> Bool {
    ["nan", "inf", "infinity"].contains(token.text.lowercased())
  }

  /// Refuses what a program prints where a number is not finite.
  private func refuseNotFinite() throws(ReadingFault) {
    let isSigned = next.isSign("-") || next.isSign("+")
    let word = isSigned ? token(1) : next
    guard case .name(let name) = word.kind, Parser.isNotFinite(word),
      !scope.isKnown(name)
    else { return }
    throw ReadingFault(.notFinite(word.text), columns: word.columns)
  }
}

extension Parsed {
  /// The entries of a matrix that is one row.
  fileprivate var flatRow: [Parsed]? {
    guard case .matrix(let rows) = expression, rows.count == 1 else {
      return nil
    }
    return zip(rows[0], spans.children).map { part, spans in
      var parsed = Parsed(part, columns: spans.columns, kind: .scalar)
      parsed.spans = spans
      return parsed
    }
  }
}
