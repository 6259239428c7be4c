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
    /// What a reader calls it.
    public let noun: String
  }

  public var row: Row {
    switch self {
    case .or: row(.or, " or ", " or ", "or")
    case .and: row(.and, " and ", " and ", "and")
    case .less: row(.comparison, " < ", " < ", "comparison")
    case .lessOrEqual: row(.comparison, " ≤ ", " <= ", "comparison")
    case .greater: row(.comparison, " > ", " > ", "comparison")
    case .greaterOrEqual: row(.comparison, " ≥ ", " >= ", "comparison")
    case .equal: row(.comparison, " == ", " == ", "comparison")
    case .notEqual: row(.comparison, " ≠ ", " != ", "comparison")
    case .add: row(.sum, " + ", " + ", "sum")
    case .subtract: row(.sum, " - ", " - ", "difference")
    case .times: row(.product, "·", "*", "product")
    case .matmul: row(.product, "·", " @ ", "matrix product")
    case .hadamard: row(.product, " ⊙ ", " .* ", "entry-by-entry product")
    case .divide: row(.product, "/", "/", "quotient")
    case .hadamardDivide:
      row(.product, " ./ ", " ./ ", "entry-by-entry quotient")
    case .power: row(.power, "^", "^", "power")
    case .hadamardPower: row(.power, ".^", ".^", "entry-by-entry power")
    }
  }

  public var precedence: Precedence { row.precedence }

  private func row(
    _ precedence: Precedence, _ unicode: String, _ ascii: String, _ noun: String
  ) -> Row {
    Row(precedence: precedence, unicode: unicode, ascii: ascii, noun: noun)
  }
}
