/// A place in a larger form where a part stands.
public enum Slot: Hashable, Sendable {
  /// Between brackets or commas, or alone.
  case open
  case left(BinaryOperator)
  case right(BinaryOperator)
  case negated
  /// Before a transpose or a subscript.
  case postfixed
}

extension Expression {
  /// Whether the structure needs parentheses around the part in this place.
  ///
  /// The reader drops the parentheses of which this holds and the printer
  /// puts them back, so that neither can differ from the other.
  public func needsParentheses(in slot: Slot) -> Bool {
    switch slot {
    case .open: false
    case .negated: precedence < .product
    case .postfixed: precedence < .postfix || isNumber
    case .left(let sign): needsParentheses(leftOf: sign)
    case .right(let sign): needsParentheses(rightOf: sign)
    }
  }

  private func needsParentheses(leftOf sign: BinaryOperator) -> Bool {
    switch sign.precedence {
    case .comparison: return precedence <= .comparison
    case .power: return precedence < .postfix || isRaisedName
    case .product:
      if case .binary(.divide, _, _) = self, sign == .times { return true }
      return precedence < .product || (sign == .matmul && isEntrywiseProduct)
    default: return precedence < sign.precedence
    }
  }

  private func needsParentheses(rightOf sign: BinaryOperator) -> Bool {
    switch sign.precedence {
    case .power: precedence < .postfix
    case .sum: precedence <= .negation
    default: precedence <= sign.precedence
    }
  }

  /// Whether an exponent behind it would be taken for more of its index.
  private var isRaisedName: Bool {
    if case .name(let name) = self { name.isRaised } else { false }
  }

  private var isEntrywiseProduct: Bool {
    switch self {
    case .binary(.hadamard, _, _), .binary(.hadamardDivide, _, _): true
    default: false
    }
  }

  var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
