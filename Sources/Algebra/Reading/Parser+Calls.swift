// Functions with their arguments, and slopes.

import Presentation

extension Parser {
  /// Reads the arguments of a function whose name was taken.
  ///
  /// - Returns: Nothing where no bracket follows the name at once.
  mutating func call(
    _ name: Name, _ token: Token
  ) throws(ReadingFault) -> Parsed? {
    if let call = try raisedCall(name, token) { return call }
    let primes = primesBeforeBracket()
    guard let open = bracket(after: primes.tokens) else { return nil }
    if token.text == "D", !scope.isKnown(name) {
      return try appliedSlope(token)
    }
    if token.text == "d" { return try differential(token) }
    if let paste = try pasted(token) { return paste }
    guard let function = scope.functions[name] else {
      if primes.count > 0 || scope.isKnown(name) {
        return try refuseCall(of: name, token)
      }
      throw unknownFunction(name, token)
    }
    position += primes.tokens + 1
    if function.name == "sum", let sum = try indexedSum(token, open) {
      return sum
    }
    let arguments = try self.arguments(open, of: name)
    return Parsed(
      .call(function.name, primes: primes.count, arguments.map(\.expression)),
      columns: token.columns
        .lowerBound..<tokens[position - 1].columns.upperBound,
      children: arguments, kind: kind(of: function, primes.count, arguments))
  }

  /// Reads `g^[1]'(z)`, where `g1` is a function; its name is the word
  /// before the one at hand.
  private mutating func raisedCall(
    _ stem: Name, _ token: Token
  ) throws(ReadingFault) -> Parsed? {
    let start = position
    position -= 1
    let isKnown = { [scope] (name: Name) in
      scope.functions[name] != nil || scope.isKnown(name)
    }
    guard let (name, length) = raised(stem, isKnown: isKnown),
      scope.functions[name] != nil
    else {
      position = start
      return nil
    }
    position += length
    return try call(name, token)
  }

  /// A name that no function has: a number times a bracket needs its sign,
  /// and a prime after it is a transpose.
  private func refuseCall(
    of name: Name, _ token: Token
  ) throws(ReadingFault) -> Parsed? {
    guard scope.isKnown(name) else { throw unknownFunction(name, token) }
    if primesBeforeBracket().count > 0 { return nil }
    throw ReadingFault(.notAFunction(name), columns: token.columns)
  }

  private func unknownFunction(_ name: Name, _ token: Token) -> ReadingFault {
    let known = Set(scope.functions.values.map(\.name.text)).sorted()
    return ReadingFault(
      .unknownFunction(
        name, nearest: NearestName.nearest(to: token.text, among: known)),
      columns: token.columns)
  }

  private func primesBeforeBracket() -> (count: Int, tokens: Int) {
    var count = 0
    var offset = 0
    while token(offset).isSign("'") || token(offset).isSign("''") {
      count += token(offset).isSign("''") ? 2 : 1
      offset += 1
    }
    return token(offset).isSign("(") ? (count, offset) : (0, 0)
  }

  private func bracket(after offset: Int) -> Token? {
    let open = token(offset)
    guard open.isSign("("), !open.followsSpace else { return nil }
    return open
  }

  private mutating func arguments(
    _ open: Token, of name: Name
  ) throws(ReadingFault) -> [Parsed] {
    skipNewlines()
    if next.isSign(")") {
      throw ReadingFault(.missingFunctionArgument(name), columns: next.columns)
    }
    var arguments: [Parsed] = []
    let last = try closed(open, by: ")") { parser throws(ReadingFault) in
      var argument = try parser.either()
      while parser.take(",") {
        arguments.append(argument)
        parser.skipNewlines()
        argument = try parser.either()
      }
      return argument
    }
    return arguments + [last]
  }

  private func kind(
    of function: Function, _ primes: Int, _ arguments: [Parsed]
  ) -> Parsed.Kind {
    let call = Expression.call(
      function.name, primes: primes, arguments.map(\.expression))
    // What is made of sizes is a matrix, however small.
    if function.body is Maker { return .matrix }
    if function.elementwise == nil, let shape = try? call.shape(in: scope) {
      return shape.isScalar ? .scalar : .matrix
    }
    let kinds = arguments.map(\.kind)
    if kinds.contains(.unknown) && function.elementwise != nil {
      return .unknown
    }
    let shapes = kinds.map { kind in
      kind == .scalar
        ? SymbolicShape.scalar : .matrix(rows: .size("n"), columns: .size("m"))
    }
    guard function.body.arity.contains(arguments.count),
      let shape = try? function.body.shape(
        shapes, sizes: arguments.map { dimension(of: $0.expression) })
    else { return .unknown }
    return shape == .scalar ? .scalar : .matrix
  }

  private func dimension(of argument: Expression) -> Dimension? {
    switch argument {
    case .number(let count): .fixed(Int(exactly: count.value) ?? 1)
    case .name(let name): scope.sizes[name]
    default: nil
    }
  }

  /// Reads `sum(k, …)`, where `k` is no quantity.
  private mutating func indexedSum(
    _ token: Token, _ open: Token
  ) throws(ReadingFault) -> Parsed? {
    guard case .name(let index) = next.kind, self.token(1).isSign(","),
      !scope.isKnown(index)
    else { return nil }
    position += 2
    scope.shapes[index] = .scalar
    defer { scope.shapes[index] = nil }
    let body = try closed(open, by: ")") { parser throws(ReadingFault) in
      try parser.either()
    }
    return Parsed(
      .sum(over: index, body.expression),
      columns: token.columns
        .lowerBound..<tokens[position - 1].columns.upperBound,
      children: [body], kind: body.kind)
  }

  private mutating func differential(
    _ token: Token
  ) throws(ReadingFault) -> Parsed {
    let open = next
    position += 1
    let inner = try closed(open, by: ")") { parser throws(ReadingFault) in
      try parser.either()
    }
    return Parsed(
      .differential(inner.expression),
      columns: token.columns
        .lowerBound..<tokens[position - 1].columns.upperBound,
      children: [inner], kind: inner.kind)
  }
}

// MARK: - Slopes

extension Parser {
  private mutating func appliedSlope(
    _ token: Token
  ) throws(ReadingFault) -> Parsed {
    let open = next
    position += 1
    let pair = try arguments(open, of: "D")
    guard pair.count == 2 else {
      throw ReadingFault(.missingFunctionArgument("D"), columns: token.columns)
    }
    return slope(pair[0], by: pair[1], .applied, from: token)
  }

  private func slope(
    _ top: Parsed, by bottom: Parsed, _ form: Expression.DerivativeForm,
    from token: Token
  ) -> Parsed {
    let kind: Parsed.Kind = top.kind == .scalar ? bottom.kind : .unknown
    return Parsed(
      .derivative(top.expression, by: bottom.expression, form),
      columns: token.columns
        .lowerBound..<tokens[position - 1].columns.upperBound,
      children: [top, bottom], kind: kind)
  }

  /// Reads `dC/dW1`, where `C` and `W1` are quantities.
  mutating func slope(
    straightFrom name: Name
  ) throws(ReadingFault) -> Parsed? {
    let start = position
    let token = next
    guard let top = try quantity(behindD: true) else { return nil }
    guard next.isSign("/"), !next.followsSpace else {
      position = start
      return nil
    }
    position += 1
    guard let bottom = try quantity(behindD: true) else {
      position = start
      return nil
    }
    return slope(top, by: bottom, .straight, from: token)
  }

  mutating func partialSlope() throws(ReadingFault) -> Parsed {
    let token = next
    position += 1
    guard let top = try quantity(behindD: false), next.isSign("/") else {
      throw unexpectedNext()
    }
    position += 1
    guard take("∂"), let bottom = try quantity(behindD: false) else {
      throw ReadingFault(.wordWanted("∂"), columns: next.columns)
    }
    return slope(top, by: bottom, .partial, from: token)
  }

  /// Reads the quantity in `dW1[1,2]` or `∂W1[1,2]`, with its entry.
  private mutating func quantity(
    behindD: Bool
  ) throws(ReadingFault) -> Parsed? {
    guard case .name(let written) = next.kind,
      let stem = behindD ? undifferentiated(written, next.text) : written
    else { return nil }
    let (name, length) = raised(stem, isKnown: scope.isKnown) ?? (stem, 1)
    guard !behindD || scope.isKnown(name) else { return nil }
    let start = next.columns.lowerBound + (behindD ? 1 : 0)
    position += length
    let kind: Parsed.Kind = scope.shape(of: name) == .scalar ? .scalar : .matrix
    let columns = start..<tokens[position - 1].columns.upperBound
    var quantity = Parsed(
      .name(scope.drawn(name)), columns: columns, kind: kind)
    if next.isSign("["), !next.followsSpace {
      quantity = try entry(of: quantity)
    }
    return quantity
  }

  private func undifferentiated(_ name: Name, _ text: String) -> Name? {
    guard text.hasPrefix("d"), text.count > 1 else { return nil }
    let rest = Name(String(text.dropFirst()))
    return rest.stem.isEmpty || rest.stem.allSatisfy(\.isNumber) ? nil : rest
  }
}
