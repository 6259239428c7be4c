/// The length of an axis of a matrix.
public enum Dimension: Hashable, Sendable {
  /// An axis that is one by its nature, such as the columns of a vector.
  case one
  /// A number that happens to be this large.
  case fixed(Int)
  /// A size that stands for any number, such as `m` or `n1`.
  case size(Name)
}

/// What a formula's value is before any number is known.
///
/// A scalar is no matrix that happens to have one entry: which of the two a
/// quantity is belongs to its declaration.
public enum SymbolicShape: Hashable, Sendable {
  case scalar
  case matrix(rows: Dimension, columns: Dimension)

  public static func column(_ rows: Dimension) -> SymbolicShape {
    .matrix(rows: rows, columns: .one)
  }

  public var transposed: SymbolicShape {
    switch self {
    case .scalar: .scalar
    case .matrix(let rows, let columns): .matrix(rows: columns, columns: rows)
    }
  }

  /// Whether the value may stand where a scalar is asked for: a scalar, or a
  /// matrix both of whose axes are one by nature.
  public var isScalar: Bool {
    self == .scalar || self == .matrix(rows: .one, columns: .one)
  }
}

extension Dimension: CustomStringConvertible {
  public var description: String {
    switch self {
    case .one: "1"
    case .fixed(let count): String(count)
    case .size(let name): name.text
    }
  }
}

extension SymbolicShape: CustomStringConvertible {
  public var description: String {
    switch self {
    case .scalar: "a number"
    case .matrix(let rows, let columns):
      SymbolicShape.joined("\(rows)", "\(columns)")
    }
  }

  /// Two lengths with the sign between them; a sum stands in parentheses.
  static func joined(_ rows: String, _ columns: String) -> String {
    [rows, columns].map { $0.contains("+") ? "(\($0))" : $0 }
      .joined(separator: "×")
  }
}
