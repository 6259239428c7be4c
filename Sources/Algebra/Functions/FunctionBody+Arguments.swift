import Matrices

extension Array where Element == SymbolicShape {
  /// The shape of the only argument, which has to be a matrix.
  func matrix(of name: Name) throws(ExpressionFault) -> SymbolicShape {
    guard let shape = first, shape != .scalar else {
      throw ExpressionFault(.matrixWanted(name, found: .scalar), at: [0])
    }
    return shape
  }
}

extension Array {
  /// The only argument.
  func only<Number>() throws(ExpressionFault) -> Matrix<Number>
  where Element == Matrix<Number> {
    guard let argument = first else { throw Function.noArgument }
    return argument
  }
}

extension Function {
  /// What is wrong with a call whose arguments were not counted before.
  static let noArgument = ExpressionFault(
    .argumentCount("", 1...1, found: 0))
}

extension Matrix {
  /// The entries of one column.
  func entries(ofColumn column: Int) -> ArraySlice<Element> {
    storage[(column * rows)..<((column + 1) * rows)]
  }

  /// Returns the matrix of what a function makes of each column.
  ///
  /// - Parameter transform: Gives as many entries for every column.
  /// - Returns: The new columns side by side.
  /// - Throws: What `transform` throws.
  func mapColumns(
    _ transform: (ArraySlice<Element>) throws -> [Element]
  ) throws -> Matrix {
    var entries: [Element] = []
    entries.reserveCapacity(storage.count)
    for column in 0..<columns {
      entries += try transform(self.entries(ofColumn: column))
    }
    return try Matrix(
      rows: entries.count / columns, columns: columns, storage: entries)
  }
}
