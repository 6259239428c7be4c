import Presentation
import Testing

@Suite struct MatrixPictureTests {
  private let weights = MatrixPicture(
    [[0.97007005, 0.61840113], [-0.92420913, 10], [0.72183716, 1e-9]],
    changed: [.init(row: 1, column: 1)])

  private func counting(_ rows: Int, _ columns: Int) -> MatrixPicture {
    MatrixPicture(
      (0..<rows).map { row in
        (0..<columns).map { column in Double(10 * row + column) }
      })
  }

  @Test func columnsAlignAndChangesAreMarked() {
    let box = weights.box(width: 80)
    #expect(
      box.text.plain == """
        ⎡ 0.9701   0.6184 ⎤
        ⎢-0.9242  10     *⎥
        ⎣ 0.7218   1e-9   ⎦
        """)
    #expect(box.baseline == 1)
    #expect(box.text.runs.contains { $0.style == .changed })
    #expect(
      weights.box(width: 80, charset: .ascii).text.plain == """
        [ 0.9701   0.6184 ]
        [-0.9242  10     *]
        [ 0.7218   1e-9   ]
        """)
  }

  @Test func oneRowHasSimpleBrackets() {
    #expect(counting(1, 3).box(width: 80).text.plain == "[0  1  2]")
    #expect(counting(2, 1).box(width: 80).text.plain == "⎡ 0⎤\n⎣10⎦")
  }

  @Test func whatDoesNotFitIsElided() {
    let picture = counting(12, 40).box(width: 24)
    #expect(
      picture.text.plain == """
        ⎡  0    1    2  ⋯   39⎤
        ⎢ 10   11   12  ⋯   49⎥
        ⎢ 20   21   22  ⋯   59⎥
        ⎢ 30   31   32  ⋯   69⎥
        ⎢ 40   41   42  ⋯   79⎥
        ⎢ 50   51   52  ⋯   89⎥
        ⎢ ⋮    ⋮    ⋮   ⋯   ⋮ ⎥
        ⎣110  111  112  ⋯  149⎦
        """)
  }

  @Test func picturesKeepTheirWidth() {
    for columns in 1...30 {
      for width in stride(from: 20, through: 60, by: 7) {
        for charset in [Charset.unicode, .ascii] {
          let box = counting(9, columns).box(width: width, charset: charset)
          #expect(box.width <= width)
          #expect(box.height == 8)
        }
      }
    }
  }

  @Test func spokenRowsAreFacts() {
    #expect(
      weights.text(for: Page(isPlain: true)).plain == """
        row 1: 0.9701, 0.6184
        row 2: -0.9242, 10 changed
        row 3: 0.7218, 1e-9
        """)
    #expect(
      counting(10, 9).spoken().plain == """
        row 1: 0, 1, 2, 3, 4, 5, columns 7 to 8 left out, 8
        row 2: 10, 11, 12, 13, 14, 15, columns 7 to 8 left out, 18
        row 3: 20, 21, 22, 23, 24, 25, columns 7 to 8 left out, 28
        row 4: 30, 31, 32, 33, 34, 35, columns 7 to 8 left out, 38
        row 5: 40, 41, 42, 43, 44, 45, columns 7 to 8 left out, 48
        row 6: 50, 51, 52, 53, 54, 55, columns 7 to 8 left out, 58
        rows 7 to 9 are left out
        row 10: 90, 91, 92, 93, 94, 95, columns 7 to 8 left out, 98
        """)
  }
}
