import TestSupport
import Testing

@testable import Presentation

@Suite struct LayoutTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func everyLeafIsDrawnOnce(seed: UInt64) {
    var random = SeededGenerator(seed)
    let made = RandomLayout.make(depth: 4, &random)
    for charset in [Charset.unicode, .ascii] {
      for density in Density.allCases {
        let drawn = made.layout.box(density, charset).text.plain
        for token in made.tokens {
          #expect(
            drawn.occurrences(of: token) == 1,
            "\(token) in \(density) \(charset):\n\(drawn)")
        }
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func asciiPicturesAreAscii(seed: UInt64) {
    var random = SeededGenerator(seed)
    let layout = RandomLayout.make(depth: 4, &random).layout
    for density in Density.allCases {
      #expect(
        layout.box(density, .ascii).text.plain.utf8.allSatisfy { $0 < 128 })
    }
  }

  @Test func scriptsAreSmallOnlyAsAWhole() {
    let one = Layout.script("W", below: "1", above: nil)
    #expect(one.inline(.unicode).plain == "W₁")
    #expect(one.inline(.ascii).plain == "W1")
    let letter = Layout.script("w", below: "b", above: nil)
    #expect(letter.inline(.unicode).plain == "w_b")
    #expect(letter.inline(.ascii).plain == "w_b")
    let power = Layout.script("x", below: nil, above: "k + 1")
    #expect(power.inline(.unicode).plain == "x^(k + 1)")
    #expect(power.box(.compact, .unicode).text.plain == "xᵏ⁺¹")
    #expect(power.inline(.ascii).plain == "x^(k + 1)")
    let capital = Layout.script("x", below: nil, above: "k + Q")
    #expect(capital.inline(.unicode).plain == "x^(k + Q)")
    let layer = Layout.script("W", below: nil, above: "(2)")
    #expect(layer.inline(.unicode).plain == "W⁽²⁾")
    #expect(layer.inline(.ascii).plain == "W^(2)")
    let entrywise = Layout.script("a.", below: nil, above: "2")
    #expect(entrywise.inline(.unicode).plain == "a.²")
    #expect(entrywise.inline(.ascii).plain == "a.^2")
    let prime = Layout.script(
      "σ", below: nil, above: .text("′", ascii: "'", .plain))
    #expect(prime.inline(.unicode).plain == "σ′")
    #expect(prime.inline(.ascii).plain == "σ'")
    let both = Layout.script("W", below: "1", above: "2")
    #expect(both.inline(.unicode).plain == "W₁²")
    #expect(both.inline(.ascii).plain == "W1^2")
    let digit = Layout.script("2", below: "1", above: nil)
    #expect(digit.inline(.ascii).plain == "2_1")
  }

  @Test func deepTowersOfScriptsTakeNoLongerThanTheyMust() {
    let tower = (0..<200).reduce(Layout.token("x")) { inner, _ in
      .script("x", below: nil, above: inner)
    }
    let line = tower.inline(.unicode).plain
    #expect(line.filter { $0 == "x" || $0 == "ˣ" }.count == 201)
    #expect(tower.box(.tall, .ascii).height == 201)
  }

  @Test func smallCharactersAreOneCellWide() {
    for table in [SmallCharacters.below, .above] {
      for character in "0123456789+-=()aehijklmnoprstuvxβγφχ" {
        #expect(table[character]?.cells == 1, "\(character) \(table)")
      }
    }
    for character in "bcdfgqwyzABCXYZα" {
      #expect(SmallCharacters.below[character] == nil)
    }
    for character in "qCFQSXYZ" {
      #expect(SmallCharacters.above[character] == nil)
    }
  }

  @Test func inlineColumnsFindEveryPart() {
    let layout = Layout.tagged(
      [],
      .row([
        .tagged([0], .script("W", below: .tagged([0, 0], "1"), above: nil)),
        " @ ",
        .tagged(
          [1],
          .script("x", below: nil, above: .tagged([1, 0], "k + 1"))),
      ]))
    for charset in [Charset.unicode, .ascii] {
      let line = Array(layout.inline(charset).plain)
      let parts = layout.inlineColumns(charset)
      let texts = parts.map { String(line[$0.columns]) }
      #expect(parts.map(\.path) == [[], [0], [0, 0], [1], [1, 0]])
      #expect(
        texts
          == (charset == .unicode
            ? ["W₁ @ x^(k + 1)", "W₁", "₁", "x^(k + 1)", "k + 1"]
            : ["W1 @ x^(k + 1)", "W1", "1", "x^(k + 1)", "k + 1"]))
    }
  }

  @Test func inlineBoxesKnowTheirParts() {
    let layout = Layout.tagged(
      [], .row([.tagged([0], "漢"), "+", .tagged([1], "b")]))
    let box = layout.box(.inline, .unicode)
    #expect(box.tags == [[[0], [0], [], [1]]])
  }

  @Test func fittedTakesTheTallestFormThatMakesSense() {
    let flat = Layout.row(["W", " @ ", "x"])
    #expect(flat.fitted(width: 80, charset: .unicode).height == 1)
    let fraction = Layout.fraction(.row(["a", " + ", "b"]), "n")
    #expect(fraction.fitted(width: 5, charset: .unicode).height == 3)
    let grid = Layout.grid([["1", "2"], ["3", "4"]])
    #expect(grid.fitted(width: 6, charset: .unicode).height == 2)
    let forced = Layout.alternatives(
      inline: "s", drawn: .fraction("abc", "d"))
    #expect(forced.fitted(width: 3, charset: .unicode).height == 3)
    #expect(forced.fitted(width: 2, charset: .unicode).text.plain == "s")
  }
}

extension Layout: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .token(value) }
}

extension String {
  fileprivate func occurrences(of token: String) -> Int {
    indices.filter { self[$0...].hasPrefix(token) }.count
  }
}
