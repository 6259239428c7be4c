/// How the places of matrices are counted, and along which axis examples lie.
public struct Notation: Hashable, Sendable {
  /// The number of the first row, column or entry.
  public var firstIndex: Int
  /// The quantities whose axes are counted from other numbers.
  public var firstPlaces: [Name: FirstPlace]
  /// What an example is.
  public var examples: Examples

  public init(
    firstIndex: Int = 1, firstPlaces: [Name: FirstPlace] = [:],
    examples: Examples = .columns
  ) {
    self.firstIndex = firstIndex
    self.firstPlaces = firstPlaces
    self.examples = examples
  }

  /// Places from 1, an example in each column.
  public static let backstep = Notation()

  /// What an example is: a column, or a row.
  public enum Examples: Hashable, Sendable, CaseIterable {
    case columns
    case rows
  }

  /// The numbers of a matrix's first row and first column.
  public struct FirstPlace: Hashable, Sendable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }

    var exchanged: FirstPlace { FirstPlace(row: column, column: row) }

    /// The number of the first place for each of some subscripts.
    ///
    /// - Parameters:
    ///   - count: How many subscripts there are.
    ///   - isRow: Whether what has them is a single row.
    /// - Returns: A number for each subscript.
    func numbers(forSubscripts count: Int, isRow: Bool) -> [Int] {
      count == 1 ? [isRow ? column : row] : [row, column]
    }
  }

  /// The first row and column of what an expression is.
  ///
  /// - Parameter expression: A quantity, or anything else.
  /// - Returns: The quantity's own numbers, which an axis keeps in what is
  ///   computed from it, or those of the notation.
  public func firstPlace(of expression: Expression) -> FirstPlace {
    guard !firstPlaces.isEmpty else { return usual }
    return switch expression {
    case .name(let name):
      firstPlaces[name] ?? usual
    case .group(let inner), .negation(let inner): firstPlace(of: inner)
    case .transpose(let inner): firstPlace(of: inner).exchanged
    case .binary(.matmul, let left, let right):
      FirstPlace(
        row: firstPlace(of: left).row, column: firstPlace(of: right).column)
    case .binary(_, let left, let right):
      // A number beside a matrix has no places of its own.
      firstPlace(of: left) == usual
        ? firstPlace(of: right) : firstPlace(of: left)
    default: usual
    }
  }

  private var usual: FirstPlace {
    FirstPlace(row: firstIndex, column: firstIndex)
  }
}
