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

  public var row: Row { BinaryOperator.rows[self] ?? BinaryOperator.sumRow }

  public var precedence: Precedence { row.precedence }

  private static let sumRow = Row(
    precedence: .sum, unicode: " + ", ascii: " + ", noun: "sum")

  private static func row(
    _ precedence: Precedence, _ unicode: String, _ ascii: String, _ noun: String
  ) -> Row {
    Row(precedence: precedence, unicode: unicode, ascii: ascii, noun: noun)
  }

  private static let rows: [BinaryOperator: Row] = [
    .or: row(.or, " or ", " or ", "or"),
    .and: row(.and, " and ", " and ", "and"),
    .less: row(.comparison, " < ", " < ", "comparison"),
    .lessOrEqual: row(.comparison, " ≤ ", " <= ", "comparison"),
    .greater: row(.comparison, " > ", " > ", "comparison"),
    .greaterOrEqual: row(.comparison, " ≥ ", " >= ", "comparison"),
    .equal: row(.comparison, " == ", " == ", "comparison"),
    .notEqual: row(.comparison, " ≠ ", " != ", "comparison"),
    .add: sumRow,
    .subtract: row(.sum, " - ", " - ", "difference"),
    .times: row(.product, "·", "*", "product"),
    .matmul: row(.product, "·", " @ ", "matrix product"),
    .hadamard: row(.product, " ⊙ ", " .* ", "entry-by-entry product"),
    .divide: row(.product, "/", "/", "quotient"),
    .hadamardDivide: row(.product, " ./ ", " ./ ", "entry-by-entry quotient"),
    .power: row(.power, "^", "^", "power"),
    .hadamardPower: row(.power, ".^", ".^", "entry-by-entry power"),
  ]
}
