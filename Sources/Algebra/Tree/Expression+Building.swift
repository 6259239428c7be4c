/// Formulas put together in code, where the tables of functions and the rules
/// for slopes need them.
extension Expression {
  public func plus(_ other: Expression) -> Expression {
    .binary(.add, self, other)
  }

  public func minus(_ other: Expression) -> Expression {
    .binary(.subtract, self, other)
  }

  public func times(_ other: Expression) -> Expression {
    .binary(.times, self, other)
  }

  public func hadamard(_ other: Expression) -> Expression {
    .binary(.hadamard, self, other)
  }

  public func over(_ other: Expression) -> Expression {
    .binary(.divide, self, other)
  }

  public func matmul(_ other: Expression) -> Expression {
    .binary(.matmul, self, other)
  }

  public func raised(to exponent: Expression) -> Expression {
    .binary(.power, self, exponent)
  }

  public func equals(_ other: Expression) -> Expression {
    .binary(.equal, self, other)
  }

  public var negated: Expression { .negation(self) }

  /// The value of a numeral, with the sign before it.
  public var constant: Double? {
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
  public static func decimal(_ text: String) -> Expression {
    Numeral(text).map(Expression.number) ?? .name(Name(text))
  }
}
