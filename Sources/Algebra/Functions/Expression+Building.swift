/// Formulas put together in code, where the tables of functions and the rules
/// for slopes need them.
extension Expression {
  func plus(_ other: Expression) -> Expression {
    .binary(.add, self, other)
  }

  func minus(_ other: Expression) -> Expression {
    .binary(.subtract, self, other)
  }

  func times(_ other: Expression) -> Expression {
    .binary(.times, self, other)
  }

  func hadamard(_ other: Expression) -> Expression {
    .binary(.hadamard, self, other)
  }

  func over(_ other: Expression) -> Expression {
    .binary(.divide, self, other)
  }

  func matmul(_ other: Expression) -> Expression {
    .binary(.matmul, self, other)
  }

  func raised(to exponent: Expression) -> Expression {
    .binary(.power, self, exponent)
  }

  func equals(_ other: Expression) -> Expression {
    .binary(.equal, self, other)
  }

  var negated: Expression { .negation(self) }

  /// The value of a numeral, with the sign before it.
  var constant: Double? {
    switch self {
    case .number(let numeral): numeral.value
    case .negation(let inner): inner.constant.map { -$0 }
    case .group(let inner): inner.constant
    default: nil
    }
  }
}

extension Expression {
  /// The numeral with this spelling, or the name where it is none.
  static func decimal(_ text: String) -> Expression {
    Numeral(text).map(Expression.number) ?? .name(Name(text))
  }
}
