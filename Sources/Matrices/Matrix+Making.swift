extension Matrix {
  /// The bytes that the entries of one matrix may take: 1 GiB.
  ///
  /// Sizes are typed by learners, and a slip of the finger must not bring
  /// the machine to a halt.
  @inlinable
  public static var limit: Int { 1 << 30 }

  /// Refuses a shape without entries or with too many, before anything is
  /// allocated.
  ///
  /// - Parameter shape: The shape of the matrix to be made.
  /// - Returns: The number of entries.
  /// - Throws: ``ShapeError/noEntries(_:)`` or
  ///   ``ShapeError/tooLarge(_:bytes:)``.
  @inlinable
  public static func checkedCount(
    of shape: Shape
  ) throws(ShapeError) -> Int {
    guard shape.rows > 0, shape.columns > 0 else { throw .noEntries(shape) }
    guard let count = shape.count else { throw .tooLarge(shape, bytes: nil) }
    let stride = MemoryLayout<Element>.stride
    let (bytes, overflow) = count.multipliedReportingOverflow(by: stride)
    guard !overflow, bytes <= limit else {
      throw .tooLarge(shape, bytes: overflow ? nil : bytes)
    }
    return count
  }

  /// Makes a matrix of entries that stand column after column.
  ///
  /// - Parameters:
  ///   - rows: The number of rows.
  ///   - columns: The number of columns.
  ///   - storage: The entries, column after column.
  /// - Throws: ``ShapeError/countDiffers(shape:count:)`` when there are more
  ///   or fewer entries than the shape has.
  @inlinable
  public init(rows: Int, columns: Int, storage: [Element]) throws(ShapeError) {
    let shape = Shape(rows: rows, columns: columns)
    let count = try Self.checkedCount(of: shape)
    guard count == storage.count else {
      throw .countDiffers(shape: shape, count: storage.count)
    }
    self.init(shape: shape, columnMajor: storage)
  }

  /// Makes a matrix of rows, as they are written.
  ///
  /// - Parameter rows: The entries, row by row.
  /// - Throws: ``ShapeError/ragged(row:length:first:)`` when a row is longer
  ///   or shorter than the first.
  public init(_ rows: [[Element]]) throws(ShapeError) {
    let width = rows.first?.count ?? 0
    for (row, entries) in rows.enumerated() where entries.count != width {
      throw .ragged(row: row, length: entries.count, first: width)
    }
    try self.init(rows: rows.count, columns: width) { rows[$0][$1] }
  }

  /// Makes a matrix of one element repeated.
  ///
  /// - Parameters:
  ///   - element: Every entry.
  ///   - rows: The number of rows.
  ///   - columns: The number of columns.
  /// - Throws: ``ShapeError`` when the size is refused.
  @inlinable
  public init(
    repeating element: Element, rows: Int, columns: Int
  ) throws(ShapeError) {
    let shape = Shape(rows: rows, columns: columns)
    let count = try Self.checkedCount(of: shape)
    self.init(
      shape: shape, columnMajor: Array(repeating: element, count: count))
  }

  /// Makes a matrix of what a function gives for each row and column.
  ///
  /// - Parameters:
  ///   - rows: The number of rows.
  ///   - columns: The number of columns.
  ///   - entry: Gives the entry at a row and a column, counted from 0; it is
  ///     asked column after column.
  /// - Throws: ``ShapeError`` when the size is refused.
  @inlinable
  public init(
    rows: Int, columns: Int, entry: (Int, Int) -> Element
  ) throws(ShapeError) {
    let shape = Shape(rows: rows, columns: columns)
    let count = try Self.checkedCount(of: shape)
    var storage: [Element] = []
    storage.reserveCapacity(count)
    for column in 0..<columns {
      for row in 0..<rows { storage.append(entry(row, column)) }
    }
    self.init(shape: shape, columnMajor: storage)
  }

  /// Makes a matrix of one row and one column.
  @inlinable
  public init(scalar element: Element) {
    self.init(shape: Shape(rows: 1, columns: 1), columnMajor: [element])
  }
}
