import Presentation
import Testing

@Suite struct TableTests {
  private let changes = Table(
    [
      .init("name"), .init("before", .decimal), .init("after", .decimal),
      .init("note"),
    ],
    rows: [
      ["W2[1,2]", "0.9734", "-1"],
      ["z2[1]", "-12.25", "0.2929", "a note that goes on for a while"],
    ])

  @Test func decimalColumnsAlignBelowTheirHeadings() {
    #expect(
      changes.text(width: 80).plain == """
        name       before    after  note
        ───────  ────────  ───────  ───────────────────────────────
        W2[1,2]    0.9734  -1
        z2[1]    -12.25     0.2929  a note that goes on for a while
        """)
  }

  @Test func theLastColumnIsElided() {
    #expect(
      changes.text(width: 40, charset: .ascii).plain == """
        name       before    after  note
        -------  --------  -------  ------------
        W2[1,2]    0.9734  -1
        z2[1]    -12.25     0.2929  a note th...
        """)
  }

  @Test func tablesWithoutHeadingsHaveNoRule() {
    let plain = Table([.right, .left], rows: [["1", "a"], ["10", "b"]])
    #expect(plain.text(width: 80).plain == " 1  a\n10  b")
    #expect(Table([.left]).text(width: 80).plain == "")
  }

  @Test func spokenRowsNameTheirColumns() {
    #expect(
      changes.text(for: Page(isPlain: true)).plain == """
        name: W2[1,2], before: 0.9734, after: -1
        name: z2[1], before: -12.25, after: 0.2929, \
        note: a note that goes on for a while
        """)
  }
}
