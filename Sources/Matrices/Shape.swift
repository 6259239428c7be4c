/// The number of rows and of columns of a matrix.
public struct Shape: Hashable, Sendable {
  public let rows: Int
  public let columns: Int

  @inlinable
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// The shape with rows and columns exchanged.
  @inlinable
  public var transposed: Shape { Shape(rows: columns, columns: rows) }

  /// Whether there is one row and one column.
  @inlinable
  public var isScalar: Bool { rows == 1 && columns == 1 }

  /// The number of entries, or nil where no `Int` can hold it.
  @inlinable
  public var count: Int? {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    return overflow ? nil : count
  }
}

extension Shape: CustomStringConvertible {
  /// The shape as it is written on a blackboard, such as `3×2`.
  public var description: String { "\(rows)×\(columns)" }
}
