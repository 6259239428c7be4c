import Presentation
import TestSupport
import Testing

@Suite struct DiagnosticTests {
  private let product = Diagnostic(
    "W1 is 3×2 and x is 3×1, so W1 @ x has no meaning", source: "W1 @ x",
    labels: [
      .init(SourceSpan(5..<6), "3 rows"), .init(SourceSpan(0..<2), "2 columns"),
    ],
    notes: ["a product (m×n)·(n×p) needs the two n to agree"],
    remedy: "shape W1, or why W1' for what a transpose would mean here")

  @Test func labelsStandBelowTheirParts() {
    #expect(
      product.text(width: 80).plain == """
        error: W1 is 3×2 and x is 3×1, so W1 @ x has no meaning
          | W1 @ x
          | ^^   ^ 3 rows
          | 2 columns
          = a product (m×n)·(n×p) needs the two n to agree
        try: shape W1, or why W1' for what a transpose would mean here
        """)
  }

  @Test func barsLeadToLabelsStillToCome() {
    var three = product
    three.source = "W1 @ x + b"
    three.labels.append(.init(SourceSpan(9..<10), "3×1"))
    three.notes = []
    three.remedy = nil
    #expect(
      three.text(width: 80).plain == """
        error: W1 is 3×2 and x is 3×1, so W1 @ x has no meaning
          | W1 @ x + b
          | ^^   ^   ^ 3×1
          | |    3 rows
          | 2 columns
        """)
  }

  @Test func longLinesAreElidedAroundTheirParts() {
    var long = product
    long.source =
      "a1 .* (1 - a1) .* (W2' @ δ2) + W1 @ x + 0.5*norm(W1)^2 + sum(y)"
    long.labels = [
      .init(SourceSpan(31..<33), "2 columns"),
      .init(SourceSpan(36..<37), "3 rows, and so much to say of them"),
    ]
    #expect(
      long.text(width: 40).plain == """
        error: W1 is 3×2 and x is 3×1, so W1 @ x
          has no meaning
          | …(W2' @ δ2) + W1 @ x + 0.5*norm(W1…
          |               ^^   ^
          |               |    3 rows, and so
          |               |    much to say of
          |               |    them
          |               2 columns
          = a product (m×n)·(n×p) needs the two
            n to agree
        try: shape W1, or why W1' for what a
             transpose would mean here
        """)
    #expect(long.text(width: 40, charset: .ascii).plain.contains("| ..."))
  }

  @Test func wideCharactersAreUnderlinedWhole() {
    let wide = Diagnostic(
      "no name 漢字 here", source: "漢字 @ x",
      labels: [.init(SourceSpan(0..<2), "?"), .init(SourceSpan(5..<6), "x")])
    #expect(
      wide.text(width: 80).plain == """
        error: no name 漢字 here
          | 漢字 @ x
          | ^^^^   ^ x
          | ?
        """)
  }

  @Test func emptySpansHaveOneCaret() {
    let end = Diagnostic(
      "the line ends after @", source: "W1 @",
      labels: [.init(SourceSpan(start: 4, end: 4), "a factor is missing")])
    #expect(
      end.text(width: 80).plain == """
        error: the line ends after @
          | W1 @
          |     ^ a factor is missing
        """)
  }

  @Test func controlCharactersAreNotDrawn() {
    let pasted = Diagnostic(
      "odd characters", source: "W1\t@\u{1B}x",
      labels: [.init(SourceSpan(4..<5), "here")])
    #expect(
      pasted.text(width: 80).plain == """
        error: odd characters
          | W1 @?x
          |     ^ here
        """)
  }

  @Test func filesAreNamedWithLineAndColumn() {
    let lesson = Diagnostic(
      "nothing is called W9", severity: .warning,
      location: .init(file: "xor.md", line: 12, column: 5))
    #expect(
      lesson.text(width: 80).plain
        == "xor.md:12:5: warning: nothing is called W9")
  }

  @Test func plainPagesHaveFactsAndNoPicture() {
    let page = Page(width: 80, isPlain: true)
    #expect(
      product.text(for: page).plain == """
        error: W1 is 3×2 and x is 3×1, so W1 @ x has no meaning
        in the line: W1 @ x
        x: 3 rows
        W1: 2 columns
        a product (m×n)·(n×p) needs the two n to agree
        try: shape W1, or why W1' for what a transpose would mean here
        """)
  }

  @Test func picturesFitTheirWidthWhereverTheSpansAre() {
    var random = SeededGenerator(3)
    for _ in 0..<500 {
      let length = Int.random(in: 0...120, using: &random)
      let line = String(
        (0..<length).map { _ in
          "ab漢 +".randomElement(using: &random) ?? "x"
        })
      let spans = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        let start = Int.random(in: -2...(length + 2), using: &random)
        return SourceSpan(
          start: start,
          end: start + Int.random(in: 0...30, using: &random))
      }
      let diagnostic = Diagnostic(
        "a headline", source: line, labels: spans.map { .init($0, "label") })
      for charset in [Charset.unicode, .ascii] {
        let lines = diagnostic.text(width: 60, charset: charset).lines
        #expect(lines.allSatisfy { $0.width <= 60 })
        #expect(lines[2].plain.contains("^"))
        let labels = lines.filter { $0.plain.hasSuffix("label") }
        #expect(labels.count == spans.count)
      }
    }
  }
}
