/// A rectangle of numbers with at least one row and one column.
///
/// The entries stand column after column, so that one example of a batch,
/// which is one column, is contiguous.
public struct Matrix<Element: Sendable>: Sendable {
  public let shape: Shape

  /// The entries, column after column.
  public private(set) var storage: [Element]

  /// A matrix whose storage is known to have as many entries as the shape.
  @usableFromInline
  init(shape: Shape, columnMajor storage: [Element]) {
    self.shape = shape
    self.storage = storage
  }

  @inlinable
  public var rows: Int { shape.rows }

  @inlinable
  public var columns: Int { shape.columns }

  /// The entry at a row and a column, both counted from 0.
  @inlinable
  public subscript(row: Int, column: Int) -> Element {
    get { storage[offset(row, column)] }
    set { replace(at: offset(row, column), with: newValue) }
  }

  /// Returns the entry at a row and a column, both counted from 0.
  ///
  /// - Parameters:
  ///   - row: The row, counted from 0.
  ///   - column: The column, counted from 0.
  /// - Returns: The entry.
  /// - Throws: ``ShapeError/noEntry(row:column:shape:)``.
  public func entry(_ row: Int, _ column: Int) throws(ShapeError) -> Element {
    guard (0..<rows).contains(row), (0..<columns).contains(column) else {
      throw .noEntry(row: row, column: column, shape: shape)
    }
    return storage[offset(row, column)]
  }

  /// The entries row by row, as they are written.
  public var rowArrays: [[Element]] {
    (0..<rows).map { row in (0..<columns).map { self[row, $0] } }
  }

  /// A row outside the matrix would otherwise read an entry of the next
  /// column; the offset is then put outside the storage, where the array
  /// itself stops the program.
  @inlinable
  func offset(_ row: Int, _ column: Int) -> Int {
    UInt(bitPattern: row) < UInt(bitPattern: rows)
      ? column * rows + row : storage.count
  }

  @usableFromInline
  mutating func replace(at offset: Int, with element: Element) {
    storage[offset] = element
  }
}

extension Matrix: Equatable where Element: Equatable {}
extension Matrix: Hashable where Element: Hashable {}
