import TestSupport
import Testing

@testable import Presentation

@Suite struct PictureTests {
  private static let pages: [(name: String, page: Page)] = [
    ("80", Page(width: 80)), ("40", Page(width: 40)),
    ("ascii", Page(width: 60, charset: .ascii)),
    ("plain", Page(width: 80, isPlain: true)),
  ]

  /// The recorded pictures, which were looked at.
  @Test(arguments: [0, 1, 2, 3])
  func picturesAreAsRecorded(_ place: Int) throws {
    let (name, page) = Self.pages[place]
    let text = PictureSample.all(page).map { $0.plain + "\n" }
    try Snapshot.check(
      text.joined(separator: "\n"), against: "Recorded/\(name).txt")
  }

  @Test(arguments: [24, 30, 40, 60, 80, 132])
  func picturesKeepToTheirWidth(_ width: Int) {
    for charset in [Charset.unicode, .ascii] {
      let page = Page(width: width, charset: charset)
      for picture in PictureSample.all(page) where width >= 40 {
        #expect(picture.width <= width, "\(picture.plain)")
        #expect(picture.lines.count <= 24, "\(picture.plain)")
      }
      #expect(PictureSample.heatMap.text(for: page).width <= width)
      #expect(PictureSample.network.text(for: page).width <= width)
    }
  }

  @Test func nothingBeyondASCIIIsDrawnInASCII() {
    let page = Page(width: 60, charset: .ascii)
    let names = "δ"
    for picture in PictureSample.all(page) {
      let strange = picture.plain.filter { !$0.isASCII && !names.contains($0) }
      #expect(strange.isEmpty)
    }
  }

  // MARK: - Every value is told

  @Test(arguments: [Charset.unicode, .ascii])
  func shadesTellSignAndQuarter(_ charset: Charset) {
    let shades = Shades(charset: charset, largest: 4)
    let signs = shades.above + shades.below + [" ", "?"]
    #expect(Set(signs).count == signs.count)
    for level in 1...4 {
      let value = Double(level) - 0.5
      #expect(shades.cells(value, width: 1)[0].text == shades.above[level - 1])
      #expect(shades.cells(-value, width: 1)[0].text == shades.below[level - 1])
    }
    #expect(shades.cells(0, width: 2).map(\.text) == [" ", " "])
    #expect(shades.cells(1e-300, width: 1)[0].text == shades.above[0])
    #expect(shades.cells(.nan, width: 1)[0].text == "?")
  }

  @Test func oneEntryOfManyIsNotLost() {
    for page in Self.pages.prefix(3).map(\.page) {
      let text = PictureSample.large.text(for: page).plain
      let sign = Shades(charset: page.charset, largest: 1).below[3]
      let picture = text.split(separator: "\n").dropFirst().prefix(14)
      #expect(picture.joined().contains(sign))
    }
    let spoken = PictureSample.large.text(for: Self.pages[3].page).plain
    #expect(spoken.contains("farthest from 0: -2 in row 21, column 151"))
  }

  @Test(arguments: [Charset.unicode, .ascii])
  func everyNumberIsCountedOnce(_ charset: Charset) {
    for histogram in [PictureSample.slopes, PictureSample.even] {
      let bins = histogram.bins(charset)
      for (place, group) in histogram.groups.enumerated() {
        let counted = bins.reduce(0) { $0 + $1.counts[place] }
        #expect(counted == group.values.count)
      }
    }
  }

  @Test func tinyNumbersOfManyDecadesShareTheLastBin() {
    let values = (0..<30).map { Double("1e-\($0)") ?? 0 }
    let histogram = Histogram("|δ|", [.init("δ1", values)])
    let bins = histogram.bins(.ascii)
    #expect(bins.count == Histogram.decadeLimit + 1)
    #expect(bins.last?.label == .word("below 1e-11"))
    #expect(bins.last?.counts == [18])
    #expect(bins.first?.label == .between("1", "10"))
  }

  @Test func boundsOfDecadesBelongToTheUpperBin() {
    let bins = Histogram("|δ|", [.init("a", [0.1, 0.0999, 1])]).bins(.ascii)
    #expect(bins.map(\.counts) == [[1], [1], [1]])
  }

  @Test func leapsOutliveShorteningOfACurve() {
    for width in [20, 40, 80] {
      let text = PictureSample.falling.text(width: width).plain
      let bars = text.filter { "▁▂▃▄▅▆▇█".contains($0) }.map { $0 }
      let low = bars.firstIndex(of: "▁") ?? 0
      #expect(bars[low...].contains { "▃▄▅▆".contains($0) }, "\(text)")
      #expect(text.cells <= width)
    }
    #expect(PictureSample.broken.text(width: 30).plain.contains("!!"))
    #expect(Sparkline("C", [2, 2]).text(width: 20).plain == "C 2 ▅▅ 2")
    #expect(Sparkline("C", []).text(width: 20).plain == "C has no values")
  }

  @Test func everyExampleIsDrawnInItsCell() {
    let page = Page(width: 80)
    let surface = PictureSample.surface(page)
    for example in surface.examples {
      #expect(surface.grid.cell(x: example.x, y: example.y) != nil)
    }
    // The middle of every cell lies in it.
    for (place, point) in surface.grid.places.enumerated() {
      let cell = surface.grid.cell(x: point.x, y: point.y)
      #expect(cell?.row == place / surface.grid.columns)
      #expect(cell?.column == place % surface.grid.columns)
    }
    let text = surface.text(for: page).plain
    #expect(text.contains("◆ examples of several classes in one place"))
    #expect(text.contains("○ same: 3 examples, 1 not in its region"))
  }

  @Test func halvesOfACellAreDrawnEach() {
    let text = PictureSample.images.text(width: 40).plain
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("▄▀▀▄"))
    #expect(lines[0].hasSuffix(" ░▒▓"))
    #expect(lines[1].hasSuffix("▀▀▄▄"))
  }

  @Test func everyWeightIsSpoken() {
    let spoken = PictureSample.network.text(for: Self.pages[3].page).plain
    for weight in PictureSample.network.weights.joined().joined() {
      #expect(spoken.contains(NumberFormat().text(weight) + " from "))
    }
  }

  @Test func linesTellSignAndStrength() {
    let signs = [-1, 1.0].flatMap { sign in
      [0.3, 0.6, 0.9].map { weight -> String in
        NetworkDiagram(
          layers: [["a", "b"], ["c", "d"]],
          weights: [[[sign * weight, 0], [0, 0.9]]]
        ).text(width: 40, charset: .ascii).lines[0].plain
      }
    }
    #expect(Set(signs).count == signs.count)
    for (line, sign) in zip(signs, [".", ":", "%", "-", "=", "#"]) {
      #expect(line.contains(sign + sign))
    }
  }
}
