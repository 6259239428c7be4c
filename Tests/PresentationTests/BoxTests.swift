import TestSupport
import Testing

@testable import Presentation

@Suite struct BoxTests {
  private let tall = Box(StyledText("a\nbb\nc"))

  @Test func baselinesAreLevelInARow() {
    var lower = tall
    lower.baseline = 2
    let row = lower.beside(Box("=")).beside(tall)
    #expect(row.text.plain == "a\nbb\nc =a\n   bb\n   c")
    #expect(row.baseline == 2)
    #expect((row.width, row.height) == (5, 5))
  }

  @Test func columnsAreCentredOrLeft() {
    let wide = Box("-----")
    #expect(Box("a").above(wide).text.plain == "  a\n-----")
    #expect(
      Box("a").above(wide, alignment: .left).text.plain == "a\n-----")
  }

  @Test func wideCharactersTakeTwoCells() {
    let box = Box("漢").above(Box("ab"))
    #expect((box.width, box.height) == (2, 2))
    #expect(Box("e\u{301}漢").beside(Box("|")).width == 4)
    #expect(Box("漢").beside(Box("|")).text.plain == "漢|")
  }

  @Test func everyRowHasTheWidthOfTheBox() {
    var random = SeededGenerator(2)
    for _ in 0..<100 {
      let box = RandomLayout.make(depth: 4, &random).layout
        .box(.tall, .unicode)
      #expect(box.rows.allSatisfy { $0.count == box.width })
      #expect((0..<box.height).contains(box.baseline))
    }
  }

  @Test func partsCanBeUnderlinedAndRestyled() {
    let layout = Layout.row([
      .tagged([0], .token("W2")), .token(" @ "),
      .tagged([1], .row([.tagged([1, 0], .token("a1")), .token("'")])),
    ])
    let box = layout.box(.compact, .unicode).tagged([])
    #expect(box.underlined(at: [1]).text.plain == "W2 @ a1'\n     ^^^")
    #expect(
      box.underlined(at: [1, 0], with: "~").text.plain
        == "W2 @ a1'\n     ~~")
    #expect(box.underlined(at: [2]) == box)
    #expect(box.columns(of: []) == 0..<8)
    #expect(
      box.styled(.changed, at: [1]).text.runs == [
        .init("W2 @ "), .init("a1'", .changed),
      ])
    #expect(box.tags[0][5] == [1, 0])
    #expect(box.tags[0][2] == [])
  }
}
