import Matrices
import Testing

@Suite struct ShapeErrorWordingTests {
  private static let tall = Shape(rows: 3, columns: 2)
  private static let wide = Shape(rows: 2, columns: 3)

  static let wordings: [(ShapeError, headline: String, note: String)] = [
    (
      .innerDimensionsDiffer(left: tall, right: tall),
      "a 3×2 matrix times a 3×2 matrix has no meaning",
      "a product (m×n)·(n×p) needs the two n to agree"
    ),
    (
      .entrywise(left: tall, right: wide, operation: "⊙"),
      "3×2 ⊙ 2×3 has no meaning entry by entry",
      "entry by entry, both sides need the same shape"
    ),
    (
      .columnDiffers(matrix: tall, column: wide, operation: "+"),
      "3×2 + 2×3 has no meaning column by column",
      "what joins every column is one column of 3 rows"
    ),
    (
      .besideDiffers(left: tall, right: wide),
      "3×2 and 2×3 cannot stand side by side",
      "side by side, both need the same number of rows"
    ),
    (
      .aboveDiffers(upper: tall, lower: wide),
      "3×2 and 2×3 cannot stand one above the other",
      "one above the other, both need the same number of columns"
    ),
    (
      .ragged(row: 1, length: 1, first: 2),
      "row 2 has 1 entry, and row 1 has 2",
      "every row of a matrix has the same number of entries"
    ),
    (
      .countDiffers(shape: tall, count: 5),
      "a 3×2 matrix cannot be made of 5 numbers",
      "a 3×2 matrix has 6 entries"
    ),
    (
      .noEntries(Shape(rows: 0, columns: 4)),
      "a 0×4 matrix has no entries",
      "a matrix has at least one row and one column"
    ),
    (
      .tooLarge(Shape(rows: 100_000, columns: 100_000), bytes: 80 << 30),
      "a 100000×100000 matrix is too large",
      "a matrix may take 1024 MiB, and this one would take 81920 MiB"
    ),
    (
      .tooLarge(Shape(rows: .max, columns: 2), bytes: nil),
      "a 9223372036854775807×2 matrix is too large",
      "a matrix may take 1024 MiB, and this one has more bytes than can be"
        + " counted"
    ),
    (
      .noEntry(row: 3, column: 0, shape: tall),
      "a 3×2 matrix has no entry [4,1]",
      "rows go from 1 to 3, columns from 1 to 2"
    ),
    (
      .noRows(1..<4, shape: tall),
      "a 3×2 matrix has no rows 2 to 4", "rows go from 1 to 3"
    ),
    (
      .noColumns(2..<3, shape: tall),
      "a 3×2 matrix has no column 3", "columns go from 1 to 2"
    ),
  ]

  @Test(arguments: wordings)
  func wordingNamesBothSides(
    error: ShapeError, headline: String, note: String
  ) {
    #expect(error.headline == headline)
    #expect(error.note == note)
  }

  @Test func wordingCountsFromTheBaseOfTheReader() {
    let error = ShapeError.noEntry(row: 3, column: 0, shape: Self.tall)
    #expect(
      error.headline(countingFrom: 0) == "a 3×2 matrix has no entry [3,0]")
    #expect(
      error.note(countingFrom: 0) == "rows go from 0 to 2, columns from 0 to 1")
  }
}
