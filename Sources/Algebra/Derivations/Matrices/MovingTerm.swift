/// One summand of what the cost moves by: an inner product with a
/// differential, `⟨W2ᵀ·δ2, d(a1)⟩`, or a number times a sum, `(1/m)·sum(d(c))`.
struct MovingTerm {
  /// What meets the differential.
  var weight: Weight
  /// A formula in differentials, linear in them.
  var moved: Expression

  enum Weight {
    /// A matrix of the differential's shape, or a number before a number.
    case matrix(Expression)
    /// One number for every entry.
    case number(Expression)
  }

  init(_ weight: Weight, _ moved: Expression) {
    self.weight = weight
    self.moved = moved
  }

  /// The term as it is written.
  func written(in scope: Scope) -> Expression {
    let shape = (try? moved.shape(in: scope)) ?? .scalar
    switch weight {
    case .matrix(let matrix):
      if shape != .scalar { return matrix.inner(moved) }
      return matrix == 1 ? moved : matrix.times(moved)
    case .number(let number):
      let sum = shape == .scalar ? moved : Expression.call("sum", moved)
      return number == 1 ? sum : number.times(sum)
    }
  }

  /// Whether nothing but a quantity's differential is left.
  var isDone: Bool {
    if case .differential(.name) = moved { true } else { false }
  }

  /// The weight as a matrix of the differential's shape.
  func matrix(in scope: Scope) -> Expression {
    switch weight {
    case .matrix(let matrix): return matrix
    case .number(let number):
      let shape = (try? moved.shape(in: scope)) ?? .scalar
      if shape == .scalar { return number }
      return number == 1 ? shape.ones : number.times(shape.ones)
    }
  }
}

extension [MovingTerm] {
  /// The sum of all terms.
  func written(in scope: Scope) -> Expression {
    let terms = map { $0.written(in: scope) }
    guard let first = terms.first else { return 0 }
    return terms.dropFirst().reduce(first) { sum, term in
      if case .negation(let inner) = term { return sum.minus(inner) }
      return sum.plus(term)
    }
  }
}

// MARK: - Moves

extension MovingTerm {
  /// What one move makes of the term, and its rule; nothing where the term is
  /// done or no move is known.
  func moves(in scope: Scope) -> (terms: [MovingTerm], rule: Rule?)? {
    switch moved {
    case .group(let inner): return ([with(inner)], nil)
    case .negation(let inner): return ([scaled(by: -1, inner)], nil)
    case .transpose(let inner): return flipped(inner, scope)
    case .binary(let sign, let left, let right):
      return moves(sign, left, right, scope)
    case .call(let name, 0, let arguments):
      return moves(name, arguments, scope)
    default: return nil
    }
  }

  private func with(_ moved: Expression) -> MovingTerm {
    MovingTerm(weight, moved)
  }

  /// The weight times a number before another differential.
  private func scaled(
    by number: Expression, _ moved: Expression
  ) -> MovingTerm {
    func scaled(_ weight: Expression) -> Expression {
      number == -1
        ? weight.negated : weight == 1 ? number : number.times(weight)
    }
    switch weight {
    case .matrix(let matrix): return MovingTerm(.matrix(scaled(matrix)), moved)
    case .number(let old): return MovingTerm(.number(scaled(old)), moved)
    }
  }

  private func flipped(
    _ inner: Expression, _ scope: Scope
  ) -> (terms: [MovingTerm], rule: Rule?) {
    guard case .matrix(let matrix) = weight else { return ([with(inner)], nil) }
    return ([MovingTerm(.matrix(matrix.transposedOnce), inner)], .flip)
  }

  private func moves(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression,
    _ scope: Scope
  ) -> (terms: [MovingTerm], rule: Rule?)? {
    switch sign {
    case .add: return ([with(left), with(right)], .split)
    case .subtract:
      return ([with(left), with(right).scaled(by: -1, right)], .split)
    case .times: return scaledMoves(left, right, scope)
    case .hadamard:
      let (factor, rest) = left.moves ? (right, left) : (left, right)
      return slid(rest, scope) {
        $0.hadamard(factor)
      } spread: {
        factor
      }
    case .hadamardDivide:
      return slid(left, scope) {
        .binary(.hadamardDivide, $0, right)
      } spread: {
        .binary(.hadamardDivide, 1, right)
      }
    case .divide:
      return ([scaled(by: Expression(1).over(right), left)], .slide)
    case .matmul: return productMoves(left, right, scope)
    default: return nil
    }
  }

  /// A factor that works entry by entry goes over to the other side.
  private func slid(
    _ rest: Expression, _ scope: Scope,
    _ change: (Expression) -> Expression, spread: () -> Expression
  ) -> (terms: [MovingTerm], rule: Rule?) {
    switch weight {
    case .matrix(let matrix):
      return ([MovingTerm(.matrix(change(matrix)), rest)], .slide)
    case .number(let number):
      let matrix = number == 1 ? spread() : number.times(spread())
      return ([MovingTerm(.matrix(matrix), rest)], .innerProduct)
    }
  }

  private func scaledMoves(
    _ left: Expression, _ right: Expression, _ scope: Scope
  ) -> (terms: [MovingTerm], rule: Rule?)? {
    let (factor, rest) = left.moves ? (right, left) : (left, right)
    let isNumber = (try? factor.shape(in: scope).isScalar) ?? false
    if isNumber { return ([scaled(by: factor, rest)], .slide) }
    guard (try? rest.shape(in: scope).isScalar) ?? false else { return nil }
    let total = matrix(in: scope)
    if case .call("ones", 0, _) = factor {
      return (
        [MovingTerm(.matrix(.call("sum", total)), rest)], .undoBroadcast
      )
    }
    return ([MovingTerm(.matrix(total.inner(factor)), rest)], .slide)
  }

  private func productMoves(
    _ left: Expression, _ right: Expression, _ scope: Scope
  ) -> (terms: [MovingTerm], rule: Rule?) {
    let total = matrix(in: scope)
    if right.moves {
      return (
        [MovingTerm(.matrix(left.transposedOnce.matmul(total)), right)],
        .moveLeft
      )
    }
    if case .call("ones", 0, let sizes) = right, sizes.first == 1 {
      return (
        [MovingTerm(.matrix(.call("rowsum", total)), left)], .undoBroadcast
      )
    }
    return (
      [MovingTerm(.matrix(total.matmul(right.transposedOnce)), left)],
      .moveRight
    )
  }

  private func moves(
    _ name: Name, _ arguments: [Expression], _ scope: Scope
  ) -> (terms: [MovingTerm], rule: Rule?)? {
    guard let inner = arguments.first,
      let shape = try? inner.shape(in: scope)
    else { return nil }
    switch (name, weight) {
    case ("sum", _):
      return ([MovingTerm(.number(matrix(in: scope)), inner)], nil)
    case ("colsum", .number), ("rowsum", .number):
      return ([with(inner)], .undoSum)
    case ("colsum", .matrix(let row)):
      let every = Expression.ones(shape.rows, .one).matmul(row)
      return ([MovingTerm(.matrix(every), inner)], .undoSum)
    case ("rowsum", .matrix(let column)):
      let every = column.matmul(.ones(.one, shape.columns))
      return ([MovingTerm(.matrix(every), inner)], .undoSum)
    case ("inner", _):
      guard arguments.count == 2 else { return nil }
      let (factor, rest) =
        arguments[0].moves
        ? (arguments[1], arguments[0]) : (arguments[0], arguments[1])
      let number = matrix(in: scope)
      return (
        [
          MovingTerm(
            .matrix(number == 1 ? factor : number.times(factor)), rest)
        ], .slide
      )
    default: return nil
    }
  }
}

extension Expression {
  /// Whether a differential stands in it.
  var moves: Bool {
    parts.contains { _, part in
      if case .differential = part { true } else { false }
    }
  }
}
