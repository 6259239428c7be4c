/// A formula as its author wrote it: unevaluated, its order, its signs and
/// its parentheses kept.
///
/// A `group` holds parentheses that the structure does not need; those that
/// it needs are put back by the printer. So printing an expression and
/// reading it again gives the same expression.
public indirect enum Expression: Hashable, Sendable {
  case number(Numeral)
  case name(Name)
  /// A function applied; `primes` counts the derivatives taken, as in `σ'(z)`.
  case call(Name, primes: Int, [Expression])
  case negation(Expression)
  case transpose(Expression)
  case binary(BinaryOperator, Expression, Expression)
  case group(Expression)
  /// An entry, a row, a column or a block: `W[1,2]`, `W[1,:]`, `W[:,1:2]`.
  case entry(Expression, [Subscript])
  /// A matrix of numbers or of blocks, row by row.
  case matrix([[Expression]])
  /// The slope of the first expression in the second.
  case derivative(Expression, by: Expression, DerivativeForm)
  /// The differential of an expression, `d(W1)`.
  case differential(Expression)
  /// A sum over all values of an index, `sum(k, W[1,k]*a[k])`.
  case sum(over: Name, Expression)

  /// How a derivative was written.
  public enum DerivativeForm: Hashable, Sendable, CaseIterable {
    /// `dC/dW1`.
    case straight
    /// `∂C/∂W1`.
    case partial
    /// `D(C, W1)`.
    case applied
  }

  /// One place between square brackets.
  public enum Subscript: Hashable, Sendable {
    case all
    case at(Expression)
    case range(Expression, Expression)
  }
}

extension Expression: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self =
      value < 0 ? .negation(.number(Numeral(value))) : .number(Numeral(value))
  }
}

extension Expression: ExpressibleByStringLiteral {
  /// The name that is spelled so.
  public init(stringLiteral value: String) { self = .name(Name(value)) }
}

extension Expression {
  /// The binding strength of the outermost form.
  public var precedence: Precedence {
    switch self {
    case .binary(let sign, _, _): sign.precedence
    case .negation: .negation
    case .transpose, .entry: .postfix
    case .derivative(_, _, .straight), .derivative(_, _, .partial): .product
    default: .primary
    }
  }

  public static func call(_ name: Name, _ arguments: Expression...)
    -> Expression
  {
    .call(name, primes: 0, arguments)
  }

  /// The expression inside all redundant parentheses around it.
  public var ungrouped: Expression {
    if case .group(let inner) = self { inner.ungrouped } else { self }
  }
}
