extension Expression {
  /// The expression of which every matrix lies where it stood: what it is when
  /// each quantity in it is transposed is the transpose of what this one is.
  ///
  /// A product is reversed, a transpose stays one, sums of rows and of columns
  /// change places, and so do the two subscripts of an entry. Mirrored twice,
  /// an expression is what it was.
  ///
  /// - Parameter scope: What the names are, before or after: a number before
  ///   a product stays before it.
  /// - Returns: The mirrored expression.
  public func mirrored(in scope: Scope) -> Expression {
    Mirror(scope: scope).image(of: self)
  }
}

/// Turns what is said of columns into what is said of rows.
private struct Mirror {
  let scope: Scope

  func image(of expression: Expression) -> Expression {
    switch expression {
    case .binary(.matmul, _, _): return product(expression)
    case .call(let name, let primes, let arguments):
      let images = arguments.map(image)
      return .call(
        Self.others[name] ?? name, primes: primes,
        Self.makers.contains(name) ? images.reversed() : images)
    case .entry(let base, let places):
      return .entry(image(of: base), places.map(image).reversed())
    case .matrix(let rows): return matrix(rows)
    case .transpose(.matrix(let rows)) where rows.isRagged:
      return .matrix(
        rows.map { $0.map { image(of: $0.flipped) } })
    default:
      return expression.withChildren(expression.children.map(image))
    }
  }

  /// What the sums along one axis are called along the other.
  private static let others: [Name: Name] = [
    "rowsum": "colsum", "colsum": "rowsum",
  ]

  /// The functions whose arguments are rows and columns.
  private static let makers: Set<Name> = ["ones", "zeros"]

  private func image(of place: Expression.Subscript) -> Expression.Subscript {
    switch place {
    case .all: .all
    case .at(let index): .at(image(of: index))
    case .range(let first, let last):
      .range(image(of: first), image(of: last))
    }
  }

  /// The factors of a product in the other order, the number before the first
  /// of them still before it.
  private func product(_ expression: Expression) -> Expression {
    var factors = expression.chain
    let (number, first) = coefficient(of: factors[0])
    factors[0] = first
    var images = factors.reversed().map(image)
    for place in images.indices {
      images[place] = place == 0 ? images[0].first : images[place].later
    }
    if let number { images[0] = image(of: number).times(images[0].bare) }
    return images.dropFirst().reduce(images[0]) { $0.matmul($1) }
  }

  /// A number before a factor, and the factor.
  private func coefficient(
    of factor: Expression
  ) -> (number: Expression?, rest: Expression) {
    guard case .binary(.times, let number, let rest) = factor,
      let shape = try? number.shape(in: scope), shape.isScalar
    else { return (nil, factor) }
    return (number, rest)
  }

  private func matrix(_ rows: [[Expression]]) -> Expression {
    guard !rows.isRagged, let first = rows.first else {
      return .transpose(
        .matrix(rows.map { $0.map { image(of: $0).flipped } }))
    }
    return .matrix(
      first.indices.map { column in rows.map { image(of: $0[column]) } })
  }
}

extension Expression {
  /// The factors of a product that is read from the left.
  fileprivate var chain: [Expression] {
    guard case .binary(.matmul, let left, let right) = self else {
      return [self]
    }
    return left.chain + [right]
  }

  /// Whether it needs parentheses behind a product's sign and none before.
  private var opensBehindSign: Bool {
    needsParentheses(in: .right(.matmul))
      && !needsParentheses(in: .left(.matmul))
  }

  /// The factor at the beginning of a product: what would be taken for more
  /// factors, or for a number before them, stands in parentheses.
  fileprivate var first: Expression { opensBehindSign ? .group(self) : self }

  /// The factor behind a product's sign, without the parentheses that it has
  /// there anyway.
  fileprivate var later: Expression {
    if case .group(let inner) = self, inner.opensBehindSign {
      inner
    } else {
      self
    }
  }

  /// The factor behind a number, without the parentheses that it has there.
  fileprivate var bare: Expression {
    if case .group(let inner) = self,
      inner.needsParentheses(in: .right(.times))
    {
      inner
    } else {
      self
    }
  }

  fileprivate var flipped: Expression {
    if case .transpose(let inner) = self { inner } else { .transpose(self) }
  }
}

extension [[Expression]] {
  /// Whether the rows hold different numbers of parts.
  fileprivate var isRagged: Bool {
    contains { $0.count != self[0].count }
  }
}
