/// Derives a slope of the cost for one entry, through sums over roads, and
/// reads the sums as matrices.
struct SumsDerivation {
  typealias Place = EntryForm.Place

  let roads: Roads
  /// The quantity in which the slope is taken.
  let name: Name
  let adjoint: Name
  let shape: SymbolicShape
  /// The letters of the row and the column.
  let row: Name?
  let column: Name?
  var lines: [Derivation.Line] = []

  init?(_ worksheet: Worksheet, of adjoint: Name) {
    guard let name = worksheet.quantity(withAdjoint: adjoint),
      let roads = Roads(worksheet.reaching(name)),
      let shape = roads.scope.shapes[name]
    else { return nil }
    self.roads = roads
    self.name = name
    self.adjoint = adjoint
    self.shape = shape
    let letters = Expression.indexLetters(in: roads.scope)
    let inUse = Set(roads.forward.flatMap(\.computed.sumIndices))
    let free = letters.filter { !inUse.contains($0) }
    row = shape.rows == .one ? nil : free.first
    column = shape.columns == .one ? nil : free.dropFirst().first
  }

  var place: Place {
    let first = Expression.number(Numeral(roads.scope.notation.firstIndex))
    return Place(
      row: row.map(Expression.name) ?? first,
      column: column.map(Expression.name) ?? first)
  }

  var letters: Set<Name> { Set([row, column].compactMap { $0 }) }

  /// The entry of a quantity, as `δ1[i,j]`.
  func entry(_ name: Name, at place: Place) -> Expression {
    EntryForm(scope: roads.scope, termLimit: 1, taken: letters)
      .named(place, .name(name), roads.scope.shapes[name] ?? .scalar)
  }

  /// The entry of a matrix of the quantity's shape.
  func own(_ matrix: Expression) -> Expression {
    EntryForm(scope: roads.scope, termLimit: 1, taken: letters)
      .named(place, matrix, shape)
  }

  mutating func add(
    _ expression: Expression, by rule: Rule, _ name: Name? = nil,
    inner: [Derivation.Line] = []
  ) {
    guard expression != lines.last?.expression, isSound(expression) else {
      return
    }
    lines.append(
      Derivation.Line(expression, by: Reason(rule, name), inner: inner))
  }

  /// Whether the formula has a meaning as it stands; a sum of ones has an
  /// index without an axis, and its line is left out.
  private func isSound(_ expression: Expression) -> Bool {
    var inference = ShapeInference(roads.scope, bound: Array(letters))
    return (try? inference.shape(expression)) != nil
  }
}

// MARK: - The slopes along the roads

extension SumsDerivation {
  /// The slope of the cost in an entry, as the sum over all roads.
  ///
  /// - Returns: The terms and the rules that were used; nothing where a form
  ///   has no slope in entries.
  func terms(
    of name: Name, at target: Place, taken: Set<Name>, depth: Int = 0
  ) throws(ExpressionFault) -> (terms: [IndexTerm], rules: [Rule])? {
    guard depth < 8 else { return nil }
    var all: [IndexTerm] = []
    var rules: [Rule] = []
    for (equation, formula) in roads.consumers(of: name) {
      var slope = EntrySlope(
        of: name, at: target, scope: roads.scope, named: roads.named,
        constants: roads.worksheet.constants, taken: taken)
      let shape = roads.scope.shapes[equation.name] ?? .scalar
      let (row, rows) = slope.index(along: shape.rows)
      let (column, columns) = slope.index(along: shape.columns)
      let place = Place(row: row, column: column)
      guard let slopes = try slope.slope(of: formula, at: place),
        let before = try adjoint(
          of: equation, from: name, at: place, taken: slope.taken, depth)
      else { return nil }
      rules += slope.rules
      for first in before {
        all += slopes.map { first.times($0).summed(over: [rows, columns]) }
      }
    }
    return (all, rules)
  }

  /// The slope of the cost in an entry of what an equation computes.
  private func adjoint(
    of equation: Equation, from name: Name, at place: Place,
    taken: Set<Name>, _ depth: Int
  ) throws(ExpressionFault) -> [IndexTerm]? {
    if equation.name == roads.cost.name {
      // The sum of the examples' costs is what δ is the slope of.
      return roads.isPerExample(name) ? [] : [IndexTerm()]
    }
    var weight: IndexTerm? = IndexTerm()
    if roads.isPerExample(equation.name), !roads.isPerExample(name) {
      weight = exampleWeight
    }
    guard let weight else { return nil }
    if roads.row?.name == equation.name { return [weight] }
    let adjoint = roads.worksheet.adjoint(of: equation.name)
    guard let known = roads.worksheet.equation(adjoint) else {
      return try terms(
        of: equation.name, at: place, taken: taken, depth: depth + 1)?
        .terms.map { weight.times($0.picked) }
    }
    guard roads.isConstant(known.expression) else {
      return [weight.times(entry(adjoint, at: place))]
    }
    let form = EntryForm(scope: roads.scope, termLimit: 1, taken: taken)
    let constant = try form.entry(place, of: known.expression).withoutUnits
      .tidied(in: roads.scope, constants: roads.worksheet.constants)
    return [weight.times(constant: constant)]
  }

  /// The slope of the cost in the cost of one example.
  var exampleWeight: IndexTerm? {
    guard let row = roads.row else { return nil }
    var slope = EntrySlope(
      of: row.name, at: place, scope: roads.scope, named: [:],
      constants: roads.worksheet.constants, taken: letters)
    let first = Expression.number(Numeral(roads.scope.notation.firstIndex))
    guard
      let slopes = try? slope.slope(
        of: roads.cost.computed, at: Place(row: first, column: first))
    else { return nil }
    let terms = slopes.map { $0.picked }
    guard terms.count == 1, let term = terms.first, term.factors.isEmpty,
      term.indices.isEmpty
    else { return nil }
    return IndexTerm(isNegative: term.isNegative, constants: term.constants)
  }
}
