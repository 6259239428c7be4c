// From a sum over indices to matrices, step by step.

extension SumsDerivation {
  /// Adds the lines in which sums become matrices.
  ///
  /// - Returns: The matrix; nothing where the sums are none.
  mutating func addReading(
    of found: [IndexTerm], _ head: Expression
  ) -> Expression? {
    var terms = found.map { tidied($0.picked) }
    let hasDeltas = found.contains { !$0.deltas.isEmpty }
    add(
      written(terms.map(tidyLetters).sum, head),
      by: hasDeltas ? .kronecker : .arithmetic)
    terms = terms.map(assumed)
    add(written(terms.map(tidyLetters).sum, head), by: .oneInEachColumn)
    terms = terms.map(tidyLetters)
    let turned = terms.map { self.turned($0) }
    if let side = turned.compactMap(\.side).first {
      add(
        written(turned.map(\.term).sum, head),
        by: side.isRow ? .rowOfTranspose : .columnOfTranspose, side.name)
    }
    terms = turned.map(\.term)
    guard let read = products(in: terms) else { return nil }
    let hasProduct = read.contains { $0.holdsProduct }
    add(
      written(zip(terms, read).map { ($0, $1) }.sum, head),
      by: hasProduct ? .readAsProduct : .readAsSum)
    let whole = zip(terms, read).map { ($0, $1) }.sum
    var reader = IndexReader(roads.scope, row: row, column: column)
    guard
      let matrix = reader.matrix(
        of: head == 1 ? whole : whole == 1 ? head : whole.times(head),
        shape: shape)
    else { return nil }
    let tidy = matrix.tidied(
      in: roads.scope, constants: roads.worksheet.constants)
    add(own(tidy), by: .entryByEntry)
    return tidy
  }

  private func written(_ sum: Expression, _ head: Expression) -> Expression {
    head == 1 ? sum : sum == 1 ? head : sum.times(head)
  }

  /// The term with its constants put together.
  private func tidied(_ term: IndexTerm) -> IndexTerm {
    guard let product = term.constants.timesInOrder else { return term }
    var result = term
    let tidy = product.tidied(
      in: roads.scope, constants: roads.worksheet.constants)
    if case .negation(let inner) = tidy {
      result.isNegative.toggle()
      result.constants = inner == 1 ? [] : [inner]
    } else {
      result.constants = tidy == 1 ? [] : [tidy]
    }
    return result
  }

  // MARK: - What is assumed

  /// The term without a sum that an assumption makes 1.
  private func assumed(_ term: IndexTerm) -> IndexTerm {
    var result = term
    for index in term.indices {
      let holders = result.factors.indices.filter {
        result.factors[$0].names.contains(index)
      }
      guard holders.count == 1, let place = holders.first,
        case .entry(.name(let name), let places) = result.factors[place],
        places.first == .at(.name(index)),
        roads.worksheet.assumesColumnsSumToOne(of: name),
        !result.deltas.contains(where: {
          $0.left == .name(index) || $0.right == .name(index)
        })
      else { continue }
      result.factors.remove(at: place)
      result.indices.removeAll { $0 == index }
    }
    return result
  }

  // MARK: - Rows of a transpose

  /// The term with the factors of a product turned so that the index between
  /// them is the column of the first and the row of the second.
  private func turned(
    _ term: IndexTerm
  ) -> (term: IndexTerm, side: (name: Name, isRow: Bool)?) {
    guard term.indices.count == 1, let index = term.indices.first else {
      return (term, nil)
    }
    let holders = term.factors.indices.filter {
      term.factors[$0].names.contains(index)
    }
    guard holders.count == 2,
      let first = end(of: term.factors[holders[0]], beside: index),
      let second = end(of: term.factors[holders[1]], beside: index)
    else { return (term, nil) }
    let isSwapped =
      column != nil && first == column || row != nil && second == row
    let (left, right) =
      isSwapped ? (holders[1], holders[0]) : (holders[0], holders[1])
    var result = term
    let (one, firstName) = turned(term.factors[left], to: index, at: 1)
    let (two, secondName) = turned(term.factors[right], to: index, at: 0)
    result.factors[holders[0]] = one
    result.factors[holders[1]] = two
    let side =
      firstName.map { (name: $0, isRow: true) }
      ?? secondName.map { (name: $0, isRow: false) }
    return (result, side)
  }

  /// The other letter of an entry; an empty name for a vector, and nothing
  /// for what is no entry.
  private func end(of factor: Expression, beside index: Name) -> Name? {
    guard case .entry(_, let places) = factor else { return nil }
    let letters = places.compactMap { place -> Name? in
      if case .at(.name(let name)) = place { name } else { nil }
    }
    guard letters.count == places.count, letters.contains(index) else {
      return nil
    }
    return letters.count == 1 ? "" : letters.first { $0 != index }
  }

  private func turned(
    _ factor: Expression, to index: Name, at step: Int
  ) -> (Expression, Name?) {
    guard case .entry(let base, let places) = factor, places.count == 2,
      places[step] != .at(.name(index))
    else { return (factor, nil) }
    let name: Name? =
      if case .name(let name) = base { name } else { nil }
    return (.entry(base.transposedOnce, places.reversed()), name)
  }

  // MARK: - Products

  /// For each term the part of it that has sums, as the entry of a matrix.
  private func products(in terms: [IndexTerm]) -> [Expression]? {
    var read: [Expression] = []
    for term in terms {
      guard !term.indices.isEmpty else {
        read.append(1)
        continue
      }
      var inner = term
      inner.constants = []
      inner.isNegative = false
      inner.factors = term.factors.filter { term.isSummed($0) }
      var reader = IndexReader(roads.scope, row: row, column: column)
      guard let part = reader.part(of: inner.magnitude, shape: shape) else {
        return nil
      }
      read.append(entry(of: part))
    }
    return read
  }

  private func entry(of part: IndexedPart) -> Expression {
    let places = [part.row, part.column].compactMap { $0 }
    return places.isEmpty
      ? part.value : .entry(part.value, places.map { .at(.name($0)) })
  }
}

extension IndexTerm {
  /// Whether a factor has an index of a sum.
  fileprivate func isSummed(_ factor: Expression) -> Bool {
    !Set(factor.names).isDisjoint(with: indices)
  }
}

extension [(IndexTerm, Expression)] {
  /// The sum of terms, each with the matrix that its sum was read as.
  fileprivate var sum: Expression {
    let terms = map { term, matrix in
      var read = term
      let place = term.factors.firstIndex { term.isSummed($0) } ?? 0
      read.factors = term.factors.filter { !term.isSummed($0) }
      if matrix != 1 {
        read.factors.insert(
          matrix, at: Swift.min(place, read.factors.count))
      }
      read.indices = []
      if !term.indices.isEmpty { read.deltas = [] }
      return read
    }
    return terms.sum
  }
}

extension Expression {
  /// Whether a matrix product stands in it.
  fileprivate var holdsProduct: Bool {
    parts.contains { _, part in
      if case .binary(.matmul, _, _) = part { true } else { false }
    }
  }
}
