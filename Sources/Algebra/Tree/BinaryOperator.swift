/// An operator between two expressions.
public enum BinaryOperator: Hashable, Sendable, CaseIterable {
  case or
  case and
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case equal
  case notEqual
  case add
  case subtract
  /// A product in which all factors but one are scalars.
  case times
  /// The matrix product.
  case matmul
  /// The product entry by entry.
  case hadamard
  case divide
  /// The quotient entry by entry.
  case hadamardDivide
  case power
  /// The power entry by entry.
  case hadamardPower
}

/// How tightly a form binds; the larger one binds first.
public enum Precedence: Int, Comparable, Sendable {
  case or
  case and
  case comparison
  case sum
  case negation
  case product
  case power
  case postfix
  case primary

  public static func < (left: Precedence, right: Precedence) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension BinaryOperator {
  /// A row of the table of operators: how it binds and how it is spelled.
  public struct Row: Sendable {
    public let precedence: Precedence
    /// As it is printed, spaces included, in Unicode and in ASCII.
    public let unicode: String
    public let ascii: String
    /// What is said between its operands.
    ///
    /// A matrix product and a product of numbers are said alike: what the
    /// operands are tells them apart.
    public let spoken: String
    /// What a reader calls it.
    public let noun: String
  }

  public var row: Row {
    switch self {
    case .or:
      row(.or, " or ", " or ", "or", "or")
    case .and:
      row(.and, " and ", " and ", "and", "and")
    case .less:
      row(.comparison, " < ", " < ", "is less than", "comparison")
    case .lessOrEqual:
      row(.comparison, " ≤ ", " <= ", "is at most", "comparison")
    case .greater:
      row(.comparison, " > ", " > ", "is greater than", "comparison")
    case .greaterOrEqual:
      row(.comparison, " ≥ ", " >= ", "is at least", "comparison")
    case .equal:
      row(.comparison, " == ", " == ", "is equal to", "comparison")
    case .notEqual:
      row(.comparison, " ≠ ", " != ", "is not", "comparison")
    case .add:
      row(.sum, " + ", " + ", "plus", "sum")
    case .subtract:
      row(.sum, " - ", " - ", "minus", "difference")
    case .times:
      row(.product, "·", "*", "times", "product")
    case .matmul:
      row(.product, "·", " @ ", "times", "matrix product")
    case .hadamard:
      row(
        .product, " ⊙ ", " .* ", "entry by entry times",
        "entry-by-entry product")
    case .divide:
      row(.product, "/", "/", "over", "quotient")
    case .hadamardDivide:
      row(
        .product, " ./ ", " ./ ", "entry by entry over",
        "entry-by-entry quotient")
    case .power:
      row(.power, "^", "^", "to the power", "power")
    case .hadamardPower:
      row(
        .power, ".^", ".^", "entry by entry to the power",
        "entry-by-entry power")
    }
  }

  public var precedence: Precedence { row.precedence }

  private func row(
    _ precedence: Precedence, _ unicode: String, _ ascii: String,
    _ spoken: String, _ noun: String
  ) -> Row {
    Row(
      precedence: precedence, unicode: unicode, ascii: ascii, spoken: spoken,
      noun: noun)
  }
}
