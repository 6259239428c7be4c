/// Takes the slope of one entry of a formula in one entry of a quantity.
///
/// What comes out is a sum of products of entries in which `(p == i)` says
/// that only the entry in the same place has the slope 1.
struct EntrySlope {
  typealias Place = EntryForm.Place

  let scope: Scope
  /// The quantity, and the place in it.
  let name: Name
  let target: Place
  /// The names of functions' values that were computed on the way.
  let named: [Expression: Name]
  /// The names of scalars that count as constants.
  let constants: Set<Name>
  /// The letters that are used already.
  private(set) var taken: Set<Name>
  /// The rules that were used.
  private(set) var rules: [Rule] = []

  init(
    of name: Name, at target: Place, scope: Scope, named: [Expression: Name],
    constants: Set<Name>, taken: Set<Name>
  ) {
    self.name = name
    self.target = target
    self.scope = scope
    self.named = named
    self.constants = constants
    self.taken = taken
  }

  // MARK: - Letters and shapes

  private var form: EntryForm {
    EntryForm(scope: scope, termLimit: 1, taken: taken)
  }

  /// A new index along an axis, or the one place that there is.
  mutating func index(along axis: Dimension) -> (Expression, Name?) {
    if axis.count(sizes: scope.sizes) == 1 { return (form.first, nil) }
    let name =
      Expression.sumLetters(in: scope).first { !taken.contains($0) }
      ?? Name(stem: "k", index: String(taken.count))
    taken.insert(name)
    return (.name(name), name)
  }

  func shape(_ expression: Expression) throws(ExpressionFault) -> SymbolicShape
  {
    try form.shape(expression)
  }

  mutating func entry(
    _ place: Place, of expression: Expression
  ) throws(ExpressionFault) -> Expression {
    if let name = named[expression] {
      return form.named(place, .name(name), try shape(expression))
    }
    let entry = try form.entry(place, of: expression).withoutUnits
    taken.formUnion(entry.sumIndices)
    return entry
  }

  /// A part that joins something larger has one place along an axis of one.
  func place(
    _ place: Place, within part: Expression
  ) throws(ExpressionFault) -> Place {
    let shape = try shape(part)
    return Place(
      row: form.count(shape.rows) == 1 ? form.first : place.row,
      column: form.count(shape.columns) == 1 ? form.first : place.column)
  }

  mutating func note(_ rule: Rule) {
    if !rules.contains(rule) { rules.append(rule) }
  }

  /// A factor, which is a constant where it holds nothing else.
  func term(_ factor: Expression) -> IndexTerm {
    isConstant(factor)
      ? IndexTerm(constants: factor == 1 ? [] : [factor])
      : IndexTerm(factors: [factor])
  }

  private func isConstant(_ expression: Expression) -> Bool {
    expression.parts.allSatisfy { _, part in
      switch part {
      case .number, .binary, .negation, .group: true
      case .name(let name):
        scope.sizes[name] != nil || constants.contains(name)
      default: false
      }
    }
  }

  // MARK: - Slopes

  /// The slope of the entry of a formula; nothing where no form of sums says
  /// what it is.
  mutating func slope(
    of expression: Expression, at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    guard expression.names.contains(name) else { return [] }
    switch expression {
    case .name: return [own(try shape(expression), at: place)]
    case .group(let inner): return try slope(of: inner, at: place)
    case .negation(let inner):
      return try slope(of: inner, at: place)?.map(\.negated)
    case .transpose(let inner):
      return try slope(of: inner, at: place.exchanged)
    case .binary(let sign, let left, let right):
      return try slope(of: sign, left, right, at: place)
    case .call(let name, let primes, let arguments):
      return try slope(ofCall: name, primes, arguments, expression, at: place)
    case .entry(let base, let places):
      return try slope(ofEntry: base, places, at: place)
    case .sum(let index, let body):
      let own = Expression.sumLetters(in: scope).first { !taken.contains($0) }
      guard let own else { return nil }
      taken.insert(own)
      note(.sum)
      return try slope(of: body.substituting([index: .name(own)]), at: place)?
        .map { $0.summed(over: [own]) }
    default: return nil
    }
  }

  /// The slope of the quantity's own entry: 1 in the same place.
  private func own(_ shape: SymbolicShape, at place: Place) -> IndexTerm {
    var term = IndexTerm()
    if form.count(shape.rows) != 1 {
      term.deltas.append((place.row, target.row))
    }
    if form.count(shape.columns) != 1 {
      term.deltas.append((place.column, target.column))
    }
    return term
  }

  private mutating func slope(
    ofEntry base: Expression, _ places: [Expression.Subscript],
    at place: Place
  ) throws(ExpressionFault) -> [IndexTerm]? {
    let shape = try shape(base)
    let isRow = places.count == 1 && shape.rows == .one
    let wanted = isRow ? [place.column] : [place.row, place.column]
    var found: [Expression] = []
    for (subscripted, own) in zip(places, wanted) {
      switch subscripted {
      case .all: found.append(own)
      case .at(let index): found.append(index)
      case .range: return nil
      }
    }
    guard let first = found.first, let last = found.last else { return nil }
    note(.entry)
    let inner =
      found.count == 2
      ? Place(row: first, column: last)
      : isRow
        ? Place(row: form.first, column: first)
        : Place(row: first, column: form.first)
    return try slope(of: base, at: inner)
  }
}

extension Expression {
  /// The letters that sums go over, the usual ones first.
  static func sumLetters(in scope: Scope) -> [Name] {
    let letters: [Name] = ["k", "p", "q", "r", "s", "t", "u", "v"]
    return letters.filter { !scope.isKnown($0) }
      + (1...9).map { Name(stem: "k", index: String($0)) }
  }
}
