import Presentation

extension FaultyLine {
  /// Lines that could be typed instead; each was tried and has a shape.
  func remedies(_ problem: ExpressionFault.Problem) -> [String] {
    switch problem {
    case .unknownName(let name): nearest(to: name)
    case .unknownFunction(let name): remedies(ofFunction: name)
    case .ambiguousProduct: operators([.matmul, .hadamard])
    case .scalarInMatrixProduct: operators([.times])
    case .divisionByMatrix: operators([.hadamardDivide])
    case .powerOfMatrix: operators([.hadamardPower]) + square
    case .exponentIsMatrix: operators([.hadamardPower])
    case .entrywise(_, let first, let second):
      turned(first, second) ?? spread(first, second)
        ?? shapes(at: path + [0])
    case .innerDimensions: shapes(at: path + [0])
    case .shapesDiffer, .blocksDiffer: shapes(at: sideToMeasure)
    case .argumentCount(let name, _, _), .scalarWanted(let name, _),
      .matrixWanted(let name, _), .sizeWanted(let name):
      [scope.functions[name]?.example].compactMap { $0 }
    case .squareWanted(let name, _):
      shapes(at: path) + (scope.functions[name].map { [$0.example] } ?? [])
    case .primesOnMany: withoutPrimes
    case .derivativeOfMatrix: remediesOfSlope
    case .derivativeOfIndependent(_, _, let slopes): quotient(of: slopes)
    case .derivativeByFormula: slopeInFirstName
    case .differentialAlone: inner
    default: remediesOfPlaces(problem)
    }
  }

  private var sideToMeasure: Path {
    expression.part(at: path)?.children.isEmpty == false ? path + [0] : path
  }
}

// MARK: - Putting a line together

extension FaultyLine {
  /// The line with a part replaced, if the line then has a shape.
  private func replacing(
    _ path: Path, with part: Expression, _ text: String
  ) -> [String] {
    let whole = expression.replacing(path, with: part)
    guard (try? whole.shape(in: scope)) != nil, let range = columns(path)
    else { return [] }
    return [
      source.prefix(range.lowerBound) + text
        + source.dropFirst(range.upperBound)
    ]
  }

  /// What is left of the line where nothing else helps: the shape of a part.
  private func shapes(at path: Path) -> [String] {
    guard let part = expression.part(at: path),
      (try? part.shape(in: scope)) != nil, let text = bare(path)
    else { return [] }
    return ["shape(\(text))"]
  }

  /// The line with another operator in place of the one to blame.
  private func operators(_ signs: [BinaryOperator]) -> [String] {
    guard case .binary(_, let left, let right) = expression.part(at: path),
      let first = typed(path + [0]), let second = typed(path + [1])
    else { return [] }
    let found = signs.flatMap { sign in
      replacing(
        path, with: .binary(sign, left, right),
        inBrackets(
          bracketed(first, left, before: sign) + sign.row.ascii + second))
    }
    return found.isEmpty ? shapes(at: path + [0]) : found
  }

  /// Brackets that were around the part stay there.
  private func inBrackets(_ text: String) -> String {
    isBracketed(path) ? "(\(text))" : text
  }

  /// `A .* B @ C` could be read in two ways.
  private func bracketed(
    _ text: String, _ part: Expression, before sign: BinaryOperator
  ) -> String {
    guard sign == .matmul, case .binary(let inner, _, _) = part,
      inner == .hadamard || inner == .hadamardDivide
    else { return text }
    return "(\(text))"
  }

  /// Two slopes of the cost, one over the other.
  private func quotient(of slopes: [Name]) -> [String] {
    guard let top = slopes.first, let bottom = slopes.last else { return [] }
    return replacing(
      path, with: .binary(.divide, .name(top), .name(bottom)),
      inBrackets("(\(top.text))/(\(bottom.text))"))
  }

  private var square: [String] {
    guard
      case .binary(.power, let base, let exponent) =
        expression.part(at: path), exponent.constant == 2,
      let text = typed(path + [0])
    else { return [] }
    return replacing(
      path, with: base.matmul(base), inBrackets("\(text) @ \(text)"))
  }

  /// A row beside a column of as many numbers, one of them turned.
  private func turned(
    _ first: SymbolicShape, _ second: SymbolicShape
  ) -> [String]? {
    guard first.rows == second.columns, first.columns == second.rows else {
      return nil
    }
    return [1, 0].lazy.map { step -> [String] in
      guard let part = expression.part(at: path + [step]),
        let text = typed(path + [step])
      else { return [] }
      let isWhole = part.children.isEmpty || "[(".contains(text.prefix(1))
      return replacing(
        path + [step], with: .transpose(part),
        isWhole ? "\(text)'" : "(\(text))'")
    }.first { !$0.isEmpty }
  }

  /// A column put in every column, or a row in every row.
  private func spread(
    _ first: SymbolicShape, _ second: SymbolicShape
  ) -> [String]? {
    for (small, large, step) in [(second, first, 1), (first, second, 0)] {
      guard let text = typed(path + [step]),
        let part = expression.part(at: path + [step])
      else { continue }
      var found: [String] = []
      if small.columns == .one {
        let ones = Expression.ones(.one, large.columns)
        found = replacing(
          path + [step], with: part.matmul(ones),
          "(\(text) @ ones(1, \(ascii(large.columns))))")
      } else if small.rows == .one {
        let ones = Expression.ones(large.rows, .one)
        found = replacing(
          path + [step], with: ones.matmul(part),
          "(ones(\(ascii(large.rows)), 1) @ \(text))")
      }
      if !found.isEmpty { return found }
    }
    return nil
  }

  private func ascii(_ dimension: Dimension) -> String {
    if case .size(let name) = dimension { name.ascii } else { "\(dimension)" }
  }
}

// MARK: - Names

extension FaultyLine {
  private func nearest(to name: Name) -> [String] {
    let spellings = scope.names.map(\.ascii)
    guard
      let near = NearestName.nearest(to: name.ascii, among: spellings)
    else { return [] }
    return replacing(path, with: .name(Name(near)), near)
  }

  private func remedies(ofFunction name: Name) -> [String] {
    guard case .call(_, let primes, let arguments) = expression.part(at: path),
      let text = typed(path)
    else { return [] }
    let rest = text.drop { $0 != "(" && $0 != "'" && $0 != "′" }
    if scope.isKnown(name), primes == 0, let argument = arguments.first {
      return [BinaryOperator.times, .matmul, .hadamard].flatMap { sign in
        replacing(
          path, with: .binary(sign, .name(name), .group(argument)),
          name.ascii + sign.row.ascii + rest)
      }
    }
    let names = Set(scope.functions.values.map(\.name.ascii)).sorted()
    guard let near = NearestName.nearest(to: name.ascii, among: names) else {
      return []
    }
    return replacing(
      path, with: .call(Name(near), primes: primes, arguments), near + rest)
  }

  private var withoutPrimes: [String] {
    guard case .call(let name, _, let arguments) = expression.part(at: path),
      let text = typed(path)
    else { return [] }
    return replacing(
      path, with: .call(name, primes: 0, arguments),
      name.ascii + text.drop { $0 != "(" })
  }
}

// MARK: - Slopes

extension FaultyLine {
  private var inner: [String] {
    guard let part = expression.part(at: path + [0]),
      let text = typed(path + [0])
    else { return [] }
    return replacing(path, with: part, text)
  }

  /// The slope of the layer's function, or of the sum of all entries.
  private var remediesOfSlope: [String] {
    guard case .derivative(let top, let bottom, _) = expression.part(at: path),
      let above = typed(path + [0]), let below = typed(path + [1])
    else { return [] }
    if case .name(let output) = top.ungrouped,
      case .name(let input) = bottom.ungrouped,
      let layer = layerFunction(output, input)
    {
      let found = replacing(
        path, with: .call(layer, primes: 1, [.name(input)]),
        "\(layer.ascii)'(\(input.ascii))")
      if !found.isEmpty { return found }
    }
    return replacing(
      path, with: .derivative(.call("sum", top), by: bottom, .applied),
      "D(sum(\(above)), \(below))")
  }

  /// The function between `a2` and `z2`, where there is one.
  private func layerFunction(_ output: Name, _ input: Name) -> Name? {
    guard output.stem == "a", input.stem == "z", output.index == input.index
    else { return nil }
    let layer = Name(stem: "g", index: input.index)
    return scope.functions[layer]?.elementwise == nil ? nil : layer
  }

  /// The fault is at what stands below.
  private var slopeInFirstName: [String] {
    let whole = Path(path.dropLast())
    guard case .derivative(let top, let bottom, _) = expression.part(at: whole),
      let above = typed(whole + [0]),
      let name = bottom.names.first(where: { scope.shapes[$0] != nil })
    else { return [] }
    return replacing(
      whole, with: .derivative(top, by: .name(name), .applied),
      "D(\(above), \(name.ascii))")
  }
}

// MARK: - Places

extension FaultyLine {
  private func remediesOfPlaces(
    _ problem: ExpressionFault.Problem
  ) -> [String] {
    let start = scope.notation.firstPlace(
      of: expression.part(at: path + [0]) ?? expression)
    let first = [start.row, start.column]
    switch problem {
    case .subscriptOfNumber: return inner
    case .subscriptCount: return entry(first)
    case .exampleWanted:
      guard case .entry(_, let places) = expression.part(at: path),
        case .at(let place) = places.first, let text = typed(path + [1]),
        let base = expression.part(at: path + [0]),
        let name = typed(path + [0])
      else { return entry(first) }
      let second = Expression(integerLiteral: start.column)
      let found = replacing(
        path, with: .entry(base, [.at(place), .at(second)]),
        "\(name)[\(text),\(start.column)]")
      return found.isEmpty ? entry(first) : found
    case .subscriptOutOfRange(_, _, let last):
      return replacing(
        path, with: Expression(integerLiteral: last), String(last))
    case .subscriptNotWhole(let number):
      guard let whole = Int(exactly: number.rounded(.down)) else { return [] }
      return replacing(
        path, with: Expression(integerLiteral: whole), String(whole))
    case .rangeIsEmpty: return swappedRange
    case .indexWithoutAxis(let index): return sum(over: index)
    default: return []
    }
  }

  /// A sum over the entries of some vector that there is.
  private func sum(over index: Name) -> [String] {
    let vector = scope.names.first { name in
      guard let shape = scope.shapes[name], shape != .scalar else {
        return false
      }
      return (shape.columns == .one) != (shape.rows == .one)
    }
    guard let vector else { return [] }
    return replacing(
      path,
      with: .sum(over: index, .entry(.name(vector), [.at(.name(index))])),
      "sum(\(index.ascii), \(vector.ascii)[\(index.ascii)])")
  }

  private func entry(_ places: [Int]) -> [String] {
    guard let base = expression.part(at: path + [0]),
      let name = typed(path + [0])
    else { return [] }
    let numbers = places.map(String.init).joined(separator: ",")
    return replacing(
      path,
      with: .entry(base, places.map { .at(Expression(integerLiteral: $0)) }),
      "\(name)[\(numbers)]")
  }

  /// The fault is at the first end of the range.
  private var swappedRange: [String] {
    guard let step = path.last else { return [] }
    let entry = Path(path.dropLast())
    let other = entry + [step + 1]
    guard let low = typed(path), let high = typed(other),
      let first = columns(path), let second = columns(other),
      let lowPart = expression.part(at: path),
      let highPart = expression.part(at: other)
    else { return [] }
    let swapped = expression.replacing(path, with: highPart)
      .replacing(other, with: lowPart)
    guard (try? swapped.shape(in: scope)) != nil else { return [] }
    let between = source.dropFirst(first.upperBound)
      .prefix(second.lowerBound - first.upperBound)
    return [
      source.prefix(first.lowerBound) + high + between + low
        + source.dropFirst(second.upperBound)
    ]
  }
}
