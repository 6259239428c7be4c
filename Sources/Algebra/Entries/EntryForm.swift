/// Writes one entry of an expression in the entries of the names in it.
///
/// A product becomes its sum, a transpose exchanges the two places, what
/// joins every entry or every column loses the places that it does not have.
/// The result is an expression like any other: it can be evaluated, printed
/// and read again.
public struct EntryForm: Sendable {
  let scope: Scope
  /// How many terms a sum is written out with; a longer one is written with
  /// the sum sign.
  let termLimit: Int
  /// How many signs `sum` stand around the place at hand.
  private let depth: Int
  /// The indices that are in use already.
  private let taken: Set<Name>

  init(
    scope: Scope, termLimit: Int, taken: Set<Name> = [], depth: Int = 0
  ) {
    self.scope = scope
    self.termLimit = termLimit
    self.taken = taken
    self.depth = depth
  }

  /// Which entry: a row and a column, each a number or the index of a sum.
  public struct Place: Hashable, Sendable {
    public var row: Expression
    public var column: Expression

    public init(row: Expression, column: Expression) {
      self.row = row
      self.column = column
    }

    var exchanged: Place { Place(row: column, column: row) }
  }

  // MARK: - Places

  /// The number of the first row or column.
  var first: Expression { index(0) }

  /// The row or column that stands `offset` behind the first.
  func index(_ offset: Int) -> Expression {
    .number(Numeral(scope.notation.firstIndex + offset))
  }

  /// The length of an axis, where the scope knows it.
  func count(_ dimension: Dimension) -> Int? {
    dimension.count(sizes: scope.sizes)
  }

  func shape(
    _ expression: Expression
  ) throws(ExpressionFault) -> SymbolicShape {
    var inference = ShapeInference(scope, bound: Array(taken))
    return try inference.shape(expression)
  }

  /// The place in a part that joins a larger form: along an axis that the
  /// part does not have there is only the first place.
  private func place(
    _ place: Place, within shape: SymbolicShape
  ) -> Place {
    Place(
      row: count(shape.rows) == 1 ? first : place.row,
      column: count(shape.columns) == 1 ? first : place.column)
  }

  // MARK: - Sums

  /// The sum of a term over an axis: written out where it is short, else
  /// with an index.
  ///
  /// - Parameters:
  ///   - axis: What the index runs along.
  ///   - term: The term at a value of the index, with the form to write
  ///     further entries by.
  /// - Returns: One expression.
  /// - Throws: What `term` throws.
  func sum(
    along axis: Dimension,
    _ term: (Expression, EntryForm) throws(ExpressionFault) -> Expression
  ) throws(ExpressionFault) -> Expression {
    if let count = count(axis), count <= termLimit {
      var total = try term(first, self)
      for offset in 1..<max(count, 1) {
        total = total.plus(try term(index(offset), self))
      }
      return total
    }
    let name = unusedIndex
    var inner = EntryForm(
      scope: scope, termLimit: termLimit, taken: taken.union([name]),
      depth: depth + 1)
    inner = inner.writingShort
    return .sum(over: name, try term(.name(name), inner))
  }

  /// Sums within a sum are written with the sign, too, lest they fill the
  /// screen.
  private var writingShort: EntryForm {
    EntryForm(scope: scope, termLimit: 1, taken: taken, depth: depth)
  }

  private var unusedIndex: Name {
    let letters: [Name] = ["k", "i", "j", "p", "q", "r", "s", "t", "u", "v"]
    return letters.first { !taken.contains($0) && !scope.isKnown($0) }
      ?? Name(stem: "k", index: String(depth + 1))
  }
}

// MARK: - Entries

extension EntryForm {
  /// The entry of an expression at a place.
  public func entry(
    _ place: Place, of expression: Expression
  ) throws(ExpressionFault) -> Expression {
    switch expression {
    case .number: return expression
    case .name: return named(place, expression, try shape(expression))
    case .group(let inner): return try entry(place, of: inner)
    case .negation(let inner): return .negation(try entry(place, of: inner))
    case .transpose(let inner): return try entry(place.exchanged, of: inner)
    case .binary(let sign, let left, let right):
      return try joined(sign, left, right, at: place)
    case .call(let name, let primes, let arguments):
      return try called(name, primes, arguments, expression, at: place)
    case .matrix(let rows): return try block(rows, expression, at: place)
    case .entry(let base, let places):
      return try stretch(of: base, places, expression, at: place)
    case .sum(let index, let body):
      let inner = EntryForm(
        scope: scope, termLimit: 1, taken: taken.union([index]),
        depth: depth + 1)
      return .sum(over: index, try inner.entry(place, of: body))
    case .derivative(let top, let bottom, let form):
      let below = try shape(bottom)
      return below.isScalar
        ? expression
        : .derivative(top, by: named(place, bottom, below), form)
    case .differential:
      return named(place, expression, try shape(expression))
    }
  }

  /// The entry written with brackets behind a form, counted as it counts.
  func named(
    _ place: Place, _ base: Expression, _ shape: SymbolicShape
  ) -> Expression {
    if shape.isScalar { return base }
    let start = scope.notation.firstPlace(of: base)
    let place = Place(
      row: place.row.counted(up: start.row - scope.notation.firstIndex),
      column: place.column
        .counted(up: start.column - scope.notation.firstIndex))
    if shape.columns == .one { return .entry(base, [.at(place.row)]) }
    if shape.rows == .one { return .entry(base, [.at(place.column)]) }
    return .entry(base, [.at(place.row), .at(place.column)])
  }

  private func joined(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression,
    at place: Place
  ) throws(ExpressionFault) -> Expression {
    let shapes = (try shape(left), try shape(right))
    if sign == .matmul {
      if let (factor, rest) = try scalarInFront(of: left) {
        let product = Expression.binary(.matmul, rest, right)
        return factor.times(try entry(place, of: product))
      }
      return try sum(along: shapes.0.columns) {
        (index, form) throws(ExpressionFault) in
        let first = try form.entry(
          Place(row: place.row, column: index), of: left)
        let second = try form.entry(
          Place(row: index, column: place.column), of: right)
        return first.times(second)
      }
    }
    return .binary(
      sign.betweenNumbers,
      try entry(self.place(place, within: shapes.0), of: left),
      try entry(self.place(place, within: shapes.1), of: right))
  }

  /// A number that multiplies the left factor of a product, and the rest of
  /// the factor: the number is written once, before the sum.
  private func scalarInFront(
    of factor: Expression
  ) throws(ExpressionFault) -> (Expression, Expression)? {
    guard case .binary(.times, let number, let rest) = factor.ungrouped,
      try shape(number).isScalar, try !shape(rest).isScalar
    else { return nil }
    return (number, rest)
  }

  private func called(
    _ name: Name, _ primes: Int, _ arguments: [Expression],
    _ expression: Expression, at place: Place
  ) throws(ExpressionFault) -> Expression {
    let whole = try shape(expression)
    guard let function = scope.functions[name] else {
      throw ExpressionFault(.unknownFunction(name))
    }
    if function.elementwise != nil, let argument = arguments.first {
      return .call(name, primes: primes, [try entry(place, of: argument)])
    }
    if let body = function.body as? any EntryBody,
      let entry = try body.entry(place, of: arguments, in: self)
    {
      return entry
    }
    return named(place, expression, whole)
  }
}

extension BinaryOperator {
  /// The sign that joins two numbers where this one joins matrices.
  fileprivate var betweenNumbers: BinaryOperator {
    switch self {
    case .hadamard, .matmul: .times
    case .hadamardDivide: .divide
    case .hadamardPower: .power
    default: self
    }
  }
}

extension Expression {
  /// Writes one entry of the expression in entries of the names in it.
  ///
  /// - Parameters:
  ///   - row: The row, the first being 0.
  ///   - column: The column, the first being 0.
  ///   - scope: What the names are; a sum is written out where the sizes are
  ///     known.
  ///   - termLimit: How many terms a sum may be written out with.
  /// - Returns: An expression of numbers with the same value as the entry.
  /// - Throws: ``ExpressionFault`` where the expression has no shape, or no
  ///   such entry.
  public func entry(
    _ row: Int, _ column: Int, in scope: Scope, termLimit: Int = 8
  ) throws(ExpressionFault) -> Expression {
    let form = EntryForm(scope: scope, termLimit: termLimit)
    let shape = try form.shape(self)
    let start = scope.notation.firstPlace(of: self)
    for (place, axis, first) in [
      (row, shape.rows, start.row), (column, shape.columns, start.column),
    ] {
      guard let count = form.count(axis) else { continue }
      guard (0..<count).contains(place) else {
        throw ExpressionFault(
          .subscriptOutOfRange(
            place + first, first: first, last: first + count - 1))
      }
    }
    return try form.entry(
      EntryForm.Place(row: form.index(row), column: form.index(column)),
      of: self)
  }
}
