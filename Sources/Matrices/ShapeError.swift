/// Why a matrix cannot be made, read or computed.
///
/// Indices are counted from 0 here; the wording counts from the base that the
/// reader uses.
public enum ShapeError: Error, Hashable, Sendable {
  /// The columns of the left factor are not the rows of the right one.
  case innerDimensionsDiffer(left: Shape, right: Shape)

  /// Two matrices meet entry by entry, and their shapes differ.
  case entrywise(left: Shape, right: Shape, operation: String)

  /// What should join every column is not one column of the same height.
  case columnDiffers(matrix: Shape, column: Shape, operation: String)

  /// Two matrices are to stand side by side, and their heights differ.
  case besideDiffers(left: Shape, right: Shape)

  /// Two matrices are to stand one above the other, and their widths differ.
  case aboveDiffers(upper: Shape, lower: Shape)

  /// A row is longer or shorter than the first.
  case ragged(row: Int, length: Int, first: Int)

  /// The numbers given are not as many as the shape has entries.
  case countDiffers(shape: Shape, count: Int)

  /// A shape without a row or without a column.
  case noEntries(Shape)

  /// More bytes than a matrix may take; nil where no `Int` can hold them.
  case tooLarge(Shape, bytes: Int?)

  /// No entry stands at this row and column.
  case noEntry(row: Int, column: Int, shape: Shape)

  /// Some of these rows are not there.
  case noRows(Range<Int>, shape: Shape)

  /// Some of these columns are not there.
  case noColumns(Range<Int>, shape: Shape)
}
