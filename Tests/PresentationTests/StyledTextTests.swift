import Presentation
import TestSupport
import Testing

@Suite struct StyledTextTests {
  private let mixed =
    StyledText("The slope of ") + StyledText("C", .name)
    + StyledText(" in\u{A0}z2 is\ncalled ") + StyledText("δ2", .name)

  @Test func joiningLinesGivesTheTextBack() {
    #expect(mixed.lines.count == 2)
    #expect(mixed.lines.joined(separator: "\n") == mixed)
    #expect(StyledText("a\n\nb\n").lines.map(\.plain) == ["a", "", "b", ""])
    #expect(mixed.width == "The slope of C in z2 is".count)
  }

  @Test func paddingKeepsStylesAndFillsTheWidth() {
    let name = StyledText("δ2", .name)
    #expect(name.padded(to: 5).plain == "δ2   ")
    #expect(name.padded(to: 5, alignment: .right).plain == "   δ2")
    #expect(name.padded(to: 5, alignment: .centre).plain == " δ2  ")
    #expect(name.padded(to: 1) == name)
    #expect(
      name.padded(to: 5, alignment: .right).runs == [
        .init("   "), .init("δ2", .name),
      ])
  }

  @Test func indentingLeavesEmptyLinesEmpty() {
    #expect(StyledText("a\n\nb").indented(by: 2).plain == "  a\n\n  b")
  }

  @Test func restylingKeepsTheCharacters() {
    #expect(mixed.restyled(.dim).plain == mixed.plain)
    #expect(mixed.restyled(.dim).runs[0].style == .dim)
    #expect(mixed.restyled(.dim).runs[1].style == .name)
    #expect(mixed.restyled { _ in .wrong }.runs.count == 1)
  }

  @Test func wrappingBreaksAtSpacesOnly() {
    #expect(
      mixed.wrapped(to: 14).plain == "The slope of C\nin z2 is\ncalled δ2")
    #expect(mixed.wrapped(to: 14).lines[0].runs.last?.style == .name)
    #expect(
      StyledText("one two three").wrapped(to: 8, hanging: 2).plain
        == "one two\n  three")
    #expect(
      StyledText("a incomprehensible b").wrapped(to: 5).plain
        == "a\nincomprehensible\nb")
    #expect(StyledText("  a b").wrapped(to: 4).plain == "  a\nb")
  }

  @Test func wrappedProseKeepsItsWordsAndFits() {
    var random = SeededGenerator(1)
    for _ in 0..<200 {
      let words = (0..<30).map { _ in
        String(
          repeating: "x", count: Int.random(in: 1...9, using: &random))
      }
      let width = Int.random(in: 9...40, using: &random)
      let text = StyledText(words.joined(separator: " "))
      let lines = text.wrapped(to: width).lines
      #expect(lines.allSatisfy { $0.width <= width })
      #expect(lines.map(\.plain).joined(separator: " ") == text.plain)
    }
  }

  @Test func elidedTextFits() {
    let text = StyledText("W2 @ ") + StyledText("漢字", .name)
    #expect(text.elided(to: 9) == text)
    #expect(text.elided(to: 8).plain == "W2 @ 漢…")
    #expect(text.elided(to: 7).plain == "W2 @ …")
    #expect(text.elided(to: 8, charset: .ascii).plain == "W2 @ ...")
  }

  @Test func cellsFollowTheWidthTable() {
    #expect("δ₂ ⊙ a̅".cells == 6)
    #expect("x\u{302}".cells == 1)
    #expect("漢字".cells == 4)
    #expect("⎡-1.775⎤".cells == 8)
    #expect("한".cells == 2)
    #expect("\u{1112}\u{1161}\u{11AB}".cells == 2)
    #expect("🙂".cells == 2)
    #expect("👩‍👧".cells == 2)
    #expect("🇫🇷".cells == 2)
    #expect("❤\u{FE0F}".cells == 2)
    #expect("\u{200B}\u{7}".cells == 0)
    #expect("⠒⣿─┤●".cells == 5)
  }
}
