import TestSupport
import Testing

@testable import Presentation

@Suite struct PlotTests {
  private let bell = Plot(
    [
      .init("g(z)", over: -6...6) { 1 / (1 + $0 * $0) },
      .init("h(z)", over: -6...6) { 1 / (1 + ($0 - 2) * ($0 - 2)) },
    ], mark: .init(.init(x: 0.5, y: 0.8), "z1[1]"))

  private let line = Plot(
    [.init("cost", over: -1...5) { ($0 - 2) * ($0 - 2) - 3 }],
    mark: .init(.init(x: 4, y: 1), "here"))

  @Test func bellInBraille() {
    #expect(
      bell.text(width: 60, height: 12).plain == """
             ⠒⠒⠒ g(z)   ⠒ ⠒ h(z)
          1 ┤                          ⡔⠉⢢      ⡄⠉⠢
            │                         ⡜   ● z1[1]  ⢢
            │                        ⡰⠁   ⠈⢆  ⢸     ⢁
            │                       ⢰⠁     ⠈⡆⢠      ⠈⠆
        0.5 ┤                      ⢠⠃       ⡘⡇        ⢆
            │                     ⡴⠁       ⠠⠃⠈⢦       ⠈⢠
            │                  ⢀⡠⠚⠁      ⣠⠂   ⠈⠓⢄⡀      ⠑ ⡀
            │             ⢀⣀⣠⠤⠒⠉    ⣀⣀⠠⠖         ⠉⠒⠤⣄⣀⡀   ⠉⠁⠤⢄ ⡀
          0 ┤⠤⠤⠤⠤⠤⠤⠶⠶⠒⠶⠶⠉⠭⠭ ⠖⠂⠐⠒⠂⠉⠉                   ⠉⠉⠉⠒⠒⠒⠒⠒⠤⠭⠥⠬⠶⠦
            └┬────────┬────────┬────────┬────────┬────────┬────────┬
            -6       -4       -2        0        2        4        6
        """)
  }

  @Test func costInBraille() {
    #expect(
      line.text(width: 60, height: 12).plain == """
           ⠒⠒⠒ cost
          │⠳⣄                                                     ⣠⠞
        5 ┤ ⠈⠢⡀                                                 ⢀⠔⠁
          │   ⠈⢢⡀                                             ⢀⡔⠁
          │     ⠙⠦⡀                                         ⢀⠴⠋
          │       ⠈⠢⡀                                here ●⠔⠁
        0 ┤┈┈┈┈┈┈┈┈┈⠈⠓⢤⡀┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⡤⠚⠁┈┈┈┈┈┈┈┈┈
          │            ⠈⠳⢄⡀                         ⢀⡠⠞⠁
          │               ⠈⠓⠢⣄⡀                 ⢀⣠⠔⠊⠁
          │                   ⠈⠉⠒⠢⠤⠤⣄⣀⣀⣀⣀⣀⣠⠤⠤⠔⠒⠉⠁
          └┬────────┬─────────┬────────┬────────┬─────────┬────────┬
          -1        0         1        2        3         4        5
        """)
  }

  @Test func costInASCII() {
    #expect(
      line.text(width: 60, height: 12, charset: .ascii).plain == """
           *** cost
          |**                                                     **
        5 + ***                                                 ***
          |   ***                                             ***
          |     ***                                         ***
          |       ***                                here X**
        0 +..........***...............................***..........
          |            *****                       *****
          |                ******             ******
          |                     ***************
          ++--------+---------+--------+--------+---------+--------+
          -1        0         1        2        3         4        5
        """)
  }

  @Test func gapsAndTinyNumbers() {
    let gap = Plot([
      .init("ln", over: -2...2) { $0 > 0.5 ? 0.0001 / $0 : .nan }
    ])
    #expect(
      gap.text(width: 40, height: 8).plain == """
                ⠒⠒⠒ ln
        0.0002 ┤                    ⣆
               │                    ⠘⡄
               │                     ⠘⢦⡀
        0.0001 ┤                       ⠙⠢⣄⡀
               │                          ⠉⠓⠲⠤⢤⣀
               └┬───────┬───────┬──────┬───────┬
               -2      -1       0      1       2
        """)
    #expect(
      gap.spoken().plain == """
        ln: x from 0.5105 to 2
        lowest: at x = 2, y = 0.00005
        highest: at x ≈ 0.5105, y ≈ 0.0001959
        150 of 240 points have no value
        value: at x ≈ 0.5105, y ≈ 0.0001959
        value: at x ≈ 0.8787, y ≈ 0.0001138
        value: at x ≈ 1.247, y ≈ 0.00008020
        value: at x ≈ 1.615, y ≈ 0.00006192
        value: at x = 2, y = 0.00005
        """)
  }

  @Test func nothingToDrawIsSaid() {
    let nothing = Plot([.init("ln", [.init(x: 0, y: -.infinity)])])
    #expect(
      nothing.text(width: 60, height: 12).plain == "no value can be drawn")
    #expect(nothing.spoken().plain == "ln: no value can be drawn")
  }

  @Test func plainPagesHaveFacts() {
    #expect(
      line.text(for: Page(isPlain: true)).plain == """
        cost: x from -1 to 5
        lowest: at x ≈ 1.987, y ≈ -3.000
        highest: at x = -1, y = 6
        value: at x = -1, y = 6
        value: at x ≈ 0.4812, y ≈ -0.6932
        value: at x ≈ 1.987, y ≈ -3.000
        value: at x ≈ 3.494, y ≈ -0.7688
        value: at x = 5, y = 6
        marked: here, at x = 4, y = 1
        """)
  }

  @Test func plotsKeepToTheirRectangle() {
    var random = SeededGenerator(4)
    let scales = [1e-300, 1e-7, 1, 1e5, 1e299]
    for _ in 0..<300 {
      let scale = scales[Int.random(in: 0...4, using: &random)]
      let points = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Plot.Point(
          x: scale * Double.random(in: -1...1, using: &random),
          y: scale * Double.random(in: -1...2, using: &random))
      }
      let width = Int.random(in: 30...80, using: &random)
      let height = Int.random(in: 6...20, using: &random)
      let plot = Plot(
        [.init("a curve", points)],
        mark: points.first.map { .init($0, "a long label") })
      for charset in [Charset.unicode, .ascii] {
        let text = plot.text(width: width, height: height, charset: charset)
        #expect(text.width <= width)
        #expect(text.lines.count == height)
        #expect(text.plain.contains(charset == .unicode ? "●" : "X"))
      }
    }
  }

  @Test func constantCurvesHaveAScale() {
    let flat = Plot([.init("", [.init(x: 0, y: 3), .init(x: 1, y: 3)])])
    #expect(
      flat.text(width: 30, height: 8, charset: .ascii).plain.contains("***"))
  }

  @Test func ticksAreRoundNumbersInTheRange() {
    var random = SeededGenerator(9)
    let format = NumberFormat()
    for _ in 0..<500 {
      let (a, b) = (
        Double.random(in: -100...100, using: &random),
        Double.random(in: -1...1, using: &random)
      )
      let scale = PlotScale([a, a + b], limit: 5, slack: 0.15)
      #expect(scale.ticks.count <= 8)
      #expect(scale.ticks.allSatisfy { scale.range.contains($0) })
      #expect(scale.range.contains(a) && scale.range.contains(a + b))
      #expect(scale.ticks.allSatisfy(format.isExact))
    }
  }
}
