extension Expression {
  /// A form that is the same for all formulas which differ in the order of
  /// terms and factors, in parentheses and in how signs and transposes are
  /// placed, and in nothing else.
  ///
  /// The order of a matrix product stays.
  var normalForm: NormalForm { NormalForm(self) }
}

/// A formula without the choices that change nothing.
indirect enum NormalForm: Hashable {
  /// What is taken apart no further, by the form itself and its parts.
  case leaf(Expression)
  case form(String, [NormalForm])
  /// Terms with how often each is added, in no order.
  ///
  /// Nothing cancels: what is left of `X + b − X` has the shape of b, and
  /// what is left of z/z has a value where z/z has none.
  case sum([NormalForm: Int])
  /// Factors with how often each stands there, in no order, and whether
  /// there is a sign before them.
  case product([NormalForm: Int], isNegative: Bool)
  /// What stands below the line.
  case inverse(NormalForm)
  /// The factors of a matrix product from left to right.
  case chain([NormalForm])
  case transpose(NormalForm)

  init(_ expression: Expression) {
    switch expression {
    case .group(let inner): self.init(inner)
    case .negation(let inner): self = NormalForm(inner).negated
    case .transpose(let inner): self = NormalForm(inner).transposed
    case .binary(let sign, let left, let right):
      self = NormalForm.binary(sign, NormalForm(left), NormalForm(right))
    case .number, .name: self = .leaf(expression)
    default:
      let parts = expression.children
      let hollow = expression.withChildren(parts.map { _ in 0 })
      self = .form(hollow.text(.ascii), parts.map { NormalForm($0) })
    }
  }

  private static func binary(
    _ sign: BinaryOperator, _ left: NormalForm, _ right: NormalForm
  ) -> NormalForm {
    switch sign {
    case .add: added(left, right)
    case .subtract: added(left, right.negated)
    case .times, .hadamard: multiplied(left, right)
    case .divide, .hadamardDivide: multiplied(left, right.inverted)
    case .matmul: chained(left, right)
    case .power, .hadamardPower: .form("^", [left, right])
    default: .form(sign.row.ascii, [left, right])
    }
  }

  // MARK: - Sums

  private var terms: [NormalForm: Int] {
    if case .sum(let terms) = self { terms } else { [self: 1] }
  }

  private static func added(
    _ left: NormalForm, _ right: NormalForm
  ) -> NormalForm {
    .sum(left.terms.merging(right.terms, uniquingKeysWith: +))
  }

  private var negated: NormalForm {
    switch self {
    case .sum(let terms): return .sum(terms.mapKeys(\.negated))
    default:
      let (factors, isNegative) = self.factors
      return NormalForm.product(factors, isNegative: !isNegative).simplest
    }
  }

  // MARK: - Products

  private var factors: ([NormalForm: Int], isNegative: Bool) {
    switch self {
    case .product(let factors, let isNegative): (factors, isNegative)
    case .leaf(let number) where number.constant == 1: ([:], false)
    default: ([self: 1], false)
    }
  }

  private static func multiplied(
    _ left: NormalForm, _ right: NormalForm
  ) -> NormalForm {
    let (first, second) = (left.factors, right.factors)
    let factors = first.0.merging(second.0, uniquingKeysWith: +)
    return NormalForm.product(
      factors, isNegative: first.isNegative != second.isNegative
    ).simplest
  }

  private var inverted: NormalForm {
    let (factors, isNegative) = self.factors
    return NormalForm.product(
      factors.mapKeys { .inverse($0) }, isNegative: isNegative
    ).simplest
  }

  /// A product of one factor is that factor.
  private var simplest: NormalForm {
    guard case .product(let factors, isNegative: false) = self,
      factors.count == 1, let only = factors.first, only.value == 1
    else { return self }
    return only.key
  }

  // MARK: - Matrix products and transposes

  private var links: [NormalForm] {
    if case .chain(let links) = self { links } else { [self] }
  }

  private static func chained(
    _ left: NormalForm, _ right: NormalForm
  ) -> NormalForm {
    .chain(left.links + right.links)
  }

  private var transposed: NormalForm {
    switch self {
    case .transpose(let inner): inner
    case .chain(let links): .chain(links.reversed().map(\.transposed))
    case .sum(let terms): .sum(terms.mapKeys(\.transposed))
    case .product(let factors, let isNegative):
      .product(factors.mapKeys(\.transposed), isNegative: isNegative)
    case .inverse(let inner): .inverse(inner.transposed)
    case .leaf(let number) where number.constant != nil: self
    default: .transpose(self)
    }
  }
}

extension [NormalForm: Int] {
  fileprivate func mapKeys(_ change: (NormalForm) -> NormalForm) -> Self {
    Dictionary(map { (change($0.key), $0.value) }, uniquingKeysWith: +)
  }
}
