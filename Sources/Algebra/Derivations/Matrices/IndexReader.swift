/// Reads formulas of entries as formulas of matrices.
///
/// A sum over the index between two factors is a row times a column; entries
/// in the same place make a matrix entry by entry; what does not have an
/// index stands in every row or column. The letters of the sums go away one
/// after the other, and what cannot be written as matrices is not read.
struct IndexReader {
  let scope: Scope
  /// The axis that each letter runs along.
  private(set) var axes: [Name: Dimension] = [:]
  /// The letter that rows should have in the end.
  let row: Name?
  /// The letter that columns should have in the end.
  let column: Name?

  init(_ scope: Scope, row: Name?, column: Name?) {
    self.scope = scope
    self.row = row
    self.column = column
  }

  /// The matrix whose entry the formula is.
  ///
  /// - Parameters:
  ///   - entry: A formula of numbers.
  ///   - shape: What the matrix is to be; a formula without letters is the
  ///     same in every place.
  /// - Returns: Nothing where the formula cannot be read so.
  mutating func matrix(
    of entry: Expression, shape: SymbolicShape
  ) -> Expression? {
    part(of: entry, shape: shape).flatMap { filled($0, shape) }
  }

  /// The matrix whose entry the formula is, with its letters alone.
  mutating func part(
    of entry: Expression, shape: SymbolicShape
  ) -> IndexedPart? {
    if let row { axes[row] = shape.rows }
    if let column { axes[column] = shape.columns }
    return part(of: entry)
  }

  /// The same where the formula itself says how long its axes are.
  mutating func part(of entry: Expression) -> IndexedPart? {
    var count = 0
    let single = entry.withUniqueIndices([:], &count)
    note(single)
    guard let part = read(single),
      part.indices.isSubset(of: [row, column].compactMap { $0 })
    else { return nil }
    return part
  }

  /// The part as a matrix of the whole shape.
  private func filled(
    _ part: IndexedPart, _ shape: SymbolicShape
  ) -> Expression? {
    guard shape != .scalar else { return part.isNumber ? part.value : nil }
    if row == nil && column == nil { return part.value }
    if part.isNumber {
      return part.value == 1
        ? shape.ones : part.value.times(shape.ones)
    }
    return spread(part, row: row, column: column, inSum: false)
  }

  // MARK: - Axes

  /// Notes which axis each letter runs along.
  private mutating func note(_ expression: Expression) {
    for (_, part) in expression.parts {
      guard case .entry(let base, let places) = part,
        let shape = try? base.shape(in: scope)
      else { continue }
      let lengths =
        places.count == 2
        ? [shape.rows, shape.columns]
        : [shape.columns == .one ? shape.rows : shape.columns]
      for (place, axis) in zip(places, lengths) {
        if case .at(.name(let name)) = place { axes[name] = axis }
      }
    }
  }

  func length(_ index: Name) -> Dimension? { axes[index] }

  // MARK: - Reading

  mutating func read(_ expression: Expression) -> IndexedPart? {
    switch expression {
    case .number: return IndexedPart(expression)
    case .name(let name): return number(name, expression)
    case .group(let inner): return read(inner)
    case .negation(let inner):
      return read(inner).map { $0.with($0.value.negated) }
    case .entry(let base, let places): return entry(base, places)
    case .sum: return sum(expression)
    case .binary(.times, _, _): return product(expression, over: [])
    case .binary(.equal, .name(let left), .name(let right)):
      return kronecker(left, right, expression)
    case .binary(.equal, .name(let letter), .number(let numeral)):
      return unit(letter, numeral)
    case .binary(.matmul, _, _): return whole(expression)
    case .binary(let sign, let left, let right):
      return joined(sign, left, right)
    case .call(let name, let primes, let arguments):
      return call(name, primes, arguments, expression)
    case .derivative(let top, let bottom, let form):
      guard top.freeIndices.isEmpty else { return nil }
      return read(bottom).map { part in
        IndexedPart(
          .derivative(top, by: part.value, form), row: part.row,
          column: part.column)
      }
    default: return whole(expression)
    }
  }

  /// A formula without letters is a number like any other.
  private func whole(_ expression: Expression) -> IndexedPart? {
    let isNumber = (try? expression.shape(in: scope).isScalar) ?? false
    return isNumber && expression.sumIndices.isEmpty
      ? IndexedPart(expression) : nil
  }

  private func number(
    _ name: Name, _ expression: Expression
  ) -> IndexedPart? {
    axes[name] == nil || scope.isKnown(name) ? whole(expression) : nil
  }

  /// Where both letters are the same there is a 1 of the unit matrix.
  private func kronecker(
    _ left: Name, _ right: Name, _ whole: Expression
  ) -> IndexedPart? {
    guard let axis = axes[left] ?? axes[right] else {
      return self.whole(whole)
    }
    return IndexedPart(
      .call("eye", axis.expression), row: left, column: right)
  }

  /// Where a letter is a number there is a 1 in a column of the unit matrix.
  private func unit(_ letter: Name, _ numeral: Numeral) -> IndexedPart? {
    guard let axis = axes[letter] else { return nil }
    return IndexedPart(
      .entry(
        .call("eye", axis.expression), [.all, .at(.number(numeral))]),
      row: letter)
  }

  private func entry(
    _ base: Expression, _ places: [Expression.Subscript]
  ) -> IndexedPart? {
    guard base.freeIndices.isEmpty, let shape = try? base.shape(in: scope)
    else { return nil }
    let letters = places.map(letter)
    if letters.allSatisfy({ $0 == nil }) {
      return whole(.entry(base, places))
    }
    if places.count == 1, let letter = letters[0] {
      return shape.columns == .one
        ? IndexedPart(base.ungrouped, row: letter)
        : IndexedPart(base.ungrouped, column: letter)
    }
    guard places.count == 2 else { return nil }
    switch (letters[0], letters[1]) {
    case (let row?, let column?) where row == column:
      return IndexedPart(.call("diag", base.ungrouped), row: row)
    case (let row?, let column?):
      return IndexedPart(base.ungrouped, row: row, column: column)
    case (let row?, nil):
      return IndexedPart(.entry(base, [.all, places[1]]), row: row)
    case (nil, let column?):
      return IndexedPart(.entry(base, [places[0], .all]), column: column)
    default: return nil
    }
  }

  private func letter(_ place: Expression.Subscript) -> Name? {
    guard case .at(.name(let name)) = place, axes[name] != nil else {
      return nil
    }
    return name
  }

  private mutating func sum(_ expression: Expression) -> IndexedPart? {
    var indices: [Name] = []
    var body = expression
    while case .sum(let index, let inner) = body.ungrouped {
      indices.append(index)
      body = inner
    }
    return product(body, over: indices)
  }

  private mutating func product(
    _ body: Expression, over indices: [Name]
  ) -> IndexedPart? {
    var parts: [IndexedPart] = []
    var isNegative = false
    for factor in body.factors(&isNegative) {
      guard let part = read(factor) else { return nil }
      parts.append(part)
    }
    return contracted(parts, over: indices).map {
      isNegative ? $0.with($0.value.negated) : $0
    }
  }

  private mutating func call(
    _ name: Name, _ primes: Int, _ arguments: [Expression],
    _ expression: Expression
  ) -> IndexedPart? {
    if expression.freeIndices.isEmpty, expression.sumIndices.isEmpty {
      return whole(expression)
    }
    var parts: [IndexedPart] = []
    for argument in arguments {
      guard let part = read(argument) else { return nil }
      parts.append(part)
    }
    if parts.count == 1, scope.functions[name]?.elementwise != nil {
      return parts[0].with(
        Expression.call(name, primes: primes, [parts[0].value]).recognised)
    }
    guard parts.count == 2, ["max", "min"].contains(name),
      let both = aligned(parts[0], parts[1], inSum: false)
    else { return nil }
    return both.0.with(.call(name, both.0.value, both.1.value))
  }
}

extension Expression {
  /// The factors of a product of numbers, signs gathered.
  func factors(_ isNegative: inout Bool) -> [Expression] {
    switch self {
    case .group(let inner):
      if case .binary(.times, _, _) = inner.ungrouped {
        return inner.factors(&isNegative)
      }
      return [self]
    case .negation(let inner):
      isNegative.toggle()
      return inner.factors(&isNegative)
    case .binary(.times, let left, let right):
      return left.factors(&isNegative) + right.factors(&isNegative)
    default: return [self]
    }
  }

  /// The expression in which no two sums have the same index.
  fileprivate func withUniqueIndices(
    _ names: [Name: Name], _ count: inout Int
  ) -> Expression {
    switch self {
    case .name(let name): return names[name].map(Expression.name) ?? self
    case .sum(let index, let body):
      count += 1
      let own = Name(stem: "index", index: String(count))
      return .sum(
        over: own,
        body.withUniqueIndices(names.merging([index: own]) { $1 }, &count))
    default:
      var parts: [Expression] = []
      for child in children {
        parts.append(child.withUniqueIndices(names, &count))
      }
      return withChildren(parts)
    }
  }
}
