// Matrices put together entry by entry, and sums over the letter between.

extension IndexReader {
  mutating func joined(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> IndexedPart? {
    guard let first = read(left), let second = read(right) else { return nil }
    switch sign {
    case .add, .subtract:
      guard let both = aligned(first, second, inSum: true) else { return nil }
      let sum = Expression.binary(sign, both.0.value, both.1.value)
      let shape = both.0.isNumber ? both.1 : both.0
      // A column that joins every column has the letter of the row alone.
      let wide = both.1.isMatrix ? both.1 : shape
      return wide.with(sum.recognised)
    case .divide:
      if second.isNumber { return first.with(first.value.over(second.value)) }
      return entrywise(.hadamardDivide, first, second)
    case .power:
      guard !first.isNumber else {
        return second.isNumber
          ? IndexedPart(first.value.raised(to: second.value)) : nil
      }
      guard second.isNumber else { return nil }
      return first.with(.binary(.hadamardPower, first.value, second.value))
    default:
      return sign.precedence == .comparison
        ? entrywise(sign, first, second) : nil
    }
  }

  private func entrywise(
    _ sign: BinaryOperator, _ left: IndexedPart, _ right: IndexedPart
  ) -> IndexedPart? {
    guard let both = aligned(left, right, inSum: false) else { return nil }
    let shape = both.0.isNumber ? both.1 : both.0
    return shape.with(
      Expression.binary(sign, both.0.value, both.1.value).recognised)
  }

  // MARK: - The same letters for both

  /// Two parts in the same rows and columns; a number joins every entry.
  ///
  /// - Parameters:
  ///   - left: One part.
  ///   - right: The other.
  ///   - inSum: Whether a column may join every column by itself.
  /// - Returns: Nothing where they have more than two letters.
  func aligned(
    _ left: IndexedPart, _ right: IndexedPart, inSum: Bool
  ) -> (IndexedPart, IndexedPart)? {
    if left.isNumber || right.isNumber { return (left, right) }
    let letters = left.indices.union(right.indices)
    guard letters.count <= 2 else { return nil }
    let (row, column) = frame(left, right)
    guard
      let first = spread(left, row: row, column: column, inSum: inSum),
      let second = spread(right, row: row, column: column, inSum: inSum)
    else { return nil }
    return (
      IndexedPart(
        first, row: row,
        column: inSum && !left.indices.contains(column ?? "") ? nil : column),
      IndexedPart(
        second, row: row,
        column: inSum && !right.indices.contains(column ?? "") ? nil : column)
    )
  }

  /// Which letter the rows and which the columns of two parts together have.
  private func frame(
    _ left: IndexedPart, _ right: IndexedPart
  ) -> (row: Name?, column: Name?) {
    let letters = left.indices.union(right.indices)
    if letters.count == 1 { return (left.row, left.column) }
    if let row, letters.contains(row) {
      return (row, letters.first { $0 != row })
    }
    if let column, letters.contains(column) {
      return (letters.first { $0 != column }, column)
    }
    if left.isMatrix { return (left.row, left.column) }
    if right.isMatrix { return (right.row, right.column) }
    return (left.indices.first, right.indices.first)
  }

  /// A part as a matrix with these letters.
  func spread(
    _ part: IndexedPart, row: Name?, column: Name?, inSum: Bool
  ) -> Expression? {
    if part.isMatrix { return part.turned(row: row).value }
    if row == nil { return part.lying.value }
    guard let column else { return part.standing.value }
    if part.indices == [column] {
      guard let rows = row.flatMap(length) else { return nil }
      return Expression.ones(rows, .one).matmul(part.lying.value)
    }
    if inSum { return part.standing.value }
    guard let columns = length(column) else { return nil }
    return part.standing.value.matmul(.ones(.one, columns))
  }

  // MARK: - Sums over a letter

  /// The product of parts, summed over letters.
  func contracted(
    _ parts: [IndexedPart], over indices: [Name]
  ) -> IndexedPart? {
    var parts = parts
    var left = indices
    while !left.isEmpty {
      parts = merged(parts, on: Set(left))
      let next = left.indices.reversed().min { first, second in
        count(of: left[first], in: parts) < count(of: left[second], in: parts)
      }
      guard let next, let rest = summed(parts, over: left.remove(at: next))
      else { return nil }
      parts = rest
    }
    return multiplied(parts)
  }

  private func count(of index: Name, in parts: [IndexedPart]) -> Int {
    parts.filter { $0.indices.contains(index) }.count
  }

  /// Puts parts with the same letters together, entry by entry.
  private func merged(
    _ parts: [IndexedPart], on letters: Set<Name>
  ) -> [IndexedPart] {
    var result: [IndexedPart] = []
    for part in parts {
      guard !part.indices.isDisjoint(with: letters),
        let place = result.firstIndex(where: { $0.indices == part.indices }),
        // Two vectors alone are a row times a column.
        part.isMatrix || count(of: part.indices.first ?? "", in: parts) > 2
      else {
        result.append(part)
        continue
      }
      let first = result[place]
      let second =
        first.row == part.row && first.column == part.column
        ? part : part.transposed
      result[place].value = first.value.hadamard(second.value)
    }
    return result
  }

  /// The parts after the sum over one letter.
  private func summed(
    _ parts: [IndexedPart], over index: Name
  ) -> [IndexedPart]? {
    let places = parts.indices.filter { parts[$0].indices.contains(index) }
    guard let place = places.first else {
      guard let length = length(index) else { return nil }
      return parts + [IndexedPart(length.expression)]
    }
    let involved = places.map { parts[$0] }
    guard let sum = sum(involved, over: index) else { return nil }
    var rest = parts
    rest[place] = sum
    for other in places.dropFirst().reversed() { rest.remove(at: other) }
    return rest
  }

  private func sum(
    _ parts: [IndexedPart], over index: Name
  ) -> IndexedPart? {
    let vectors = parts.filter { !$0.isMatrix }
    let matrices = parts.filter(\.isMatrix)
    switch (matrices.count, vectors.count) {
    case (0, 1):
      return IndexedPart(Expression.call("sum", vectors[0].value).recognised)
    case (0, 2):
      return IndexedPart(
        vectors[0].lying.value.matmul(vectors[1].standing.value))
    case (1, 0): return sum(matrices[0], over: index)
    case (1, 1): return sum(matrices[0], times: vectors[0], over: index)
    case (2, 0): return product(matrices[0], matrices[1], over: index)
    case (2, 1):
      let diagonal = IndexedPart(
        .call("diag", vectors[0].standing.value), row: index, column: index)
      let first = matrices[0].turned(row: other(matrices[0], index))
      let scaled = first.with(first.value.matmul(diagonal.value))
      return product(scaled, matrices[1], over: index)
    default: return nil
    }
  }

  private func other(_ part: IndexedPart, _ index: Name) -> Name? {
    part.row == index ? part.column : part.row
  }

  private func sum(
    _ matrix: IndexedPart, over index: Name
  ) -> IndexedPart {
    matrix.row == index
      ? IndexedPart(
        Expression.call("colsum", matrix.value), column: matrix.column)
      : IndexedPart(.call("rowsum", matrix.value), row: matrix.row)
  }

  private func sum(
    _ matrix: IndexedPart, times vector: IndexedPart, over index: Name
  ) -> IndexedPart {
    let other = other(matrix, index)
    if other == column {
      let factor = matrix.turned(row: index)
      return IndexedPart(
        vector.lying.value.matmul(factor.value), column: other)
    }
    let factor = matrix.turned(row: other)
    return IndexedPart(
      factor.value.matmul(vector.standing.value), row: other)
  }

  /// A row of one matrix times a column of another.
  private func product(
    _ first: IndexedPart, _ second: IndexedPart, over index: Name
  ) -> IndexedPart {
    let ends = (other(first, index), other(second, index))
    let isTurned =
      ends.0 == column && column != nil || ends.1 == row && row != nil
    let (left, right) = isTurned ? (second, first) : (first, second)
    let factors = (
      left.turned(row: other(left, index)), right.turned(row: index)
    )
    return IndexedPart(
      factors.0.value.matmul(factors.1.value), row: factors.0.row,
      column: factors.1.column)
  }

  /// The product of parts without a sum, numbers in front.
  private func multiplied(_ parts: [IndexedPart]) -> IndexedPart? {
    let numbers = parts.filter(\.isNumber)
    var matrix: IndexedPart?
    for part in parts where !part.isNumber {
      guard let first = matrix else {
        matrix = part
        continue
      }
      guard let next = product(first, part) else { return nil }
      matrix = next
    }
    let factor = numbers.map(\.value).filter { $0 != 1 }
      .reduce(nil as Expression?) { $0?.times($1) ?? $1 }
    guard let matrix else { return IndexedPart(factor ?? 1) }
    return factor.map { matrix.with($0.times(matrix.value)) } ?? matrix
  }

  private func product(
    _ first: IndexedPart, _ second: IndexedPart
  ) -> IndexedPart? {
    let isOuter =
      !first.isMatrix && !second.isMatrix && first.indices != second.indices
    if isOuter {
      let letters = frame(first, second)
      let (left, right) =
        first.indices == [letters.row ?? ""]
        ? (first, second) : (second, first)
      return IndexedPart(
        left.standing.value.matmul(right.lying.value), row: letters.row,
        column: letters.column)
    }
    return aligned(first, second, inSum: false).map {
      $0.0.with($0.0.value.hadamard($0.1.value))
    }
  }
}
