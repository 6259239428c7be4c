import Presentation
import Testing

@Suite struct LayoutPictureTests {
  private let slope = Layout.fraction(
    .row([.text("∂", ascii: "d", .plain), "C"]),
    .row([
      .text("∂", ascii: "d", .plain),
      .script("W", below: "1", above: nil),
    ]))

  private func picture(
    _ layout: Layout, _ density: Density, _ charset: Charset = .unicode
  ) -> String {
    layout.box(density, charset).text.plain
  }

  @Test func fractionsAreThreeRows() {
    let line = Layout.row([slope, " = ", "2"])
    #expect(picture(line, .inline) == "∂C/∂W₁ = 2")
    #expect(
      picture(line, .compact) == """
        ∂C
        ─── = 2
        ∂W₁
        """)
    #expect(
      picture(line, .tall, .ascii) == """
        dC
        --- = 2
        dW1
        """)
  }

  @Test func barsOfOuterFractionsAreLonger() {
    let sum = Layout.row(["a", " + ", slope])
    let nested = Layout.fraction(.fence(.round, sum, inlineOnly: true), "n")
    #expect(picture(nested, .inline) == "(a + ∂C/∂W₁)/n")
    #expect(
      picture(nested, .compact) == """
             ∂C
         a + ───
             ∂W₁
        ─────────
            n
        """)
  }

  @Test func bracketsGrowWithWhatTheyHold() {
    func squared(_ fence: Layout.Fence) -> Layout {
      .script(
        .fence(fence, .row([slope, " - ", "y"]), inlineOnly: false),
        below: nil, above: "2")
    }
    #expect(picture(squared(.doubleBar), .inline) == "‖∂C/∂W₁ - y‖²")
    #expect(
      picture(squared(.doubleBar), .compact) == """
        ‖∂C     ‖²
        ‖─── - y‖
        ‖∂W₁    ‖
        """)
    #expect(
      picture(squared(.round), .compact) == """
        ⎛∂C     ⎞²
        ⎜─── - y⎟
        ⎝∂W₁    ⎠
        """)
    #expect(
      picture(squared(.round), .compact, .ascii) == #"""
                 2
        /dC     \
        |--- - y|
        \dW1    /
        """#)
  }

  @Test func matricesAlignOnTheDecimalPointWithoutBlankRows() {
    let grid = Layout.row([
      "A", " = ",
      .grid([["1.25", "-3"], ["a", "0.5"], ["10", "0.001"]]),
    ])
    #expect(picture(grid, .inline) == "A = [1.25, -3; a, 0.5; 10, 0.001]")
    #expect(
      picture(grid, .compact) == """
            ⎡ 1.25  -3    ⎤
        A = ⎢  a     0.5  ⎥
            ⎣10      0.001⎦
        """)
    #expect(
      picture(grid, .compact, .ascii) == """
            [ 1.25  -3    ]
        A = [  a     0.5  ]
            [10      0.001]
        """)
  }

  @Test func sumsHaveLimitsInFullRows() {
    let term = Layout.script("x", below: "k", above: nil)
    let sum = Layout.sign(
      "Σ", ascii: "sum", below: "k=1", above: "m", body: term,
      inline: .row(["sum(k, ", term, ")"]))
    #expect(picture(sum, .inline) == "sum(k, xₖ)")
    #expect(
      picture(sum, .compact) == """
         m
         Σ  xₖ
        k=1
        """)
    #expect(
      picture(sum, .compact, .ascii) == """
         m
        sum x_k
        k=1
        """)
    #expect(
      picture(sum, .tall, .ascii) == """
         m
        sum x
        k=1  k
        """)
  }

  @Test func scriptsWithoutSmallFormsTakeRowsWhenTall() {
    let power = Layout.row([
      "(", .script("x", below: "b", above: "k + Q"), ")",
    ])
    #expect(picture(power, .compact) == "(x_b^(k + Q))")
    #expect(
      picture(power, .tall) == """
          k + Q
        (x     )
          b
        """)
  }
}
