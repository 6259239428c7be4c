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
  case sum([NormalForm: Int])
  /// Factors with how often each stands above the line, in no order, and
  /// whether there is a sign before them.
  case product([NormalForm: Int], isNegative: Bool)
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
    switch self {
    case .sum(let terms): terms
    case .product(let factors, isNegative: true):
      [NormalForm.product(factors, isNegative: false).simplest: -1]
    default: [self: 1]
    }
  }

  private static func added(
    _ left: NormalForm, _ right: NormalForm
  ) -> NormalForm {
    let terms = left.terms.merging(right.terms, uniquingKeysWith: +)
    return .sum(terms.filter { $0.value != 0 })
  }

  private var negated: NormalForm {
    switch self {
    case .sum(let terms): return .sum(terms.mapValues { -$0 })
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
      .filter { $0.value != 0 }
    return NormalForm.product(
      factors, isNegative: first.isNegative != second.isNegative
    ).simplest
  }

  private var inverted: NormalForm {
    let (factors, isNegative) = self.factors
    return .product(
      factors.mapValues { -$0 }, isNegative: isNegative)
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
    case .sum(let terms): .sum(terms.transposed)
    case .product(let factors, let isNegative):
      .product(factors.transposed, isNegative: isNegative)
    case .leaf(let number) where number.constant != nil: self
    default: .transpose(self)
    }
  }
}

extension [NormalForm: Int] {
  fileprivate var transposed: [NormalForm: Int] {
    Dictionary(map { (NormalForm.transposed(of: $0.key), $0.value) }) {
      $0 + $1
    }
  }
}

extension NormalForm {
  fileprivate static func transposed(of form: NormalForm) -> NormalForm {
    form.transposed
  }
}
