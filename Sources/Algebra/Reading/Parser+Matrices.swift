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
    default: rows[rows.count - 1].append(try either())
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
  /// Reads `array([[1., 2.]])` and `tensor(…)` as the matrix inside.
  mutating func pasted(_ token: Token) throws(ReadingFault) -> Parsed? {
    guard token.text == "array" || token.text == "tensor",
      self.token(1).isSign("[")
    else { return nil }
    position += 1
    let inner = try matrix()
    while !next.isSign(")") {
      if next.kind == .end {
        throw ReadingFault(.unclosed("("), columns: token.columns)
      }
      position += 1
    }
    position += 1
    return inner
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
