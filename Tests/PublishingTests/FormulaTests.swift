import Algebra
import Presentation
import Testing

@testable import Publishing

/// A formula on paper is what stands in its layout.
@Suite struct FormulaTests {
  private func latex(_ layout: Layout) -> String {
    LaTeXFormula(reader: .latex).text(Formula(layout))
  }

  private func latex(_ text: String, _ names: [Name: SymbolicShape] = [:])
    throws -> String
  {
    latex(try Expression(text, in: scope(names)).layout)
  }

  private func scope(_ names: [Name: SymbolicShape]) -> Scope {
    var shapes = names
    for name: Name in ["x", "y", "z", "z1", "a1", "up", "δ1", "dW1", "η"]
    where shapes[name] == nil {
      shapes[name] = .scalar
    }
    return Scope(shapes: shapes)
  }

  private static let matrix = SymbolicShape.matrix(
    rows: .fixed(2), columns: .fixed(3))

  @Test(arguments: [
    ("z1", "z_{1}"), ("δ1", "\\delta_{1}"), ("up", "\\mathit{up}"),
    ("x^2", "x^{2}"), ("(x/y)^2", "{\\left(\\frac{x}{y}\\right)}^{2}"),
    ("½(x - y)^2", "\\tfrac{1}{2}{(x-y)}^{2}"),
    ("sigmoid(z1)", "\\sigma(z_{1})"),
    ("tanh'(z1)", "\\mathrm{tanh}'(z_{1})"),
    ("exp(-z)", "e^{-z}"), ("sqrt(x)", "\\sqrt{x}"),
    ("2*η*x", "2\\eta\\cdot x"),
    (
      "x < y and y >= 1",
      "x<y\\;\\text{and}\\;y\\ge 1"
    ),
    ("D(x*y, x)", "D(x\\cdot y,\\,x)"), ("1e-9*x", "1\\cdot 10^{{-}9}x"),
  ])
  func latexIsAsTheBlackboard(_ text: String, _ expected: String) throws {
    #expect(try latex(text) == expected)
  }

  @Test func entriesKeepTheirIndices() throws {
    #expect(
      try latex("W1[1,2]", ["W1": Self.matrix]) == "W_{1}[1{,}2]")
    #expect(
      try latex("W1'", ["W1": Self.matrix]) == "W_{1}^{\\mathsf{T}}")
  }

  /// Another book's notation has its index above, and a transpose or a prime
  /// stands behind it.
  @Test func scriptsAboveTakeWhatFollowsThem() {
    let raised = Layout.script(
      .token("W", .name), below: nil, above: .token("[1]", .name))
    let turned = Layout.row([raised, .text("ᵀ", ascii: "'", .symbol)])
    #expect(latex(turned) == "W^{[1]\\mathsf{T}}")
    let curve = Layout.script(
      .token("g", .name), below: nil, above: .token("(2)", .name))
    let primed = Layout.row([
      curve, .text("′", ascii: "'", .symbol),
      .fence(.round, .token("z", .name), inlineOnly: false),
    ])
    #expect(latex(primed) == "g^{(2)\\prime}(z)")
  }

  @Test func scriptsOnBothSidesStayOnBothSides() {
    let both = Layout.script(
      .token("a", .name), below: .token("3", .name),
      above: .token("[2]", .name))
    #expect(latex(both) == "a_{3}^{[2]}")
    #expect(
      MathML.inline(Formula(both)).hasPrefix("<math><msubsup><mi>a</mi>"))
  }

  /// A power of what has a script above is no second script.
  @Test func powersOfRaisedNamesAreInBrackets() {
    let raised = Layout.script(
      .token("a", .name), below: nil, above: .token("[2]", .name))
    let squared = Layout.script(
      raised, below: nil, above: .text("2", ascii: "2", .number))
    #expect(latex(squared) == "{(a^{[2]})}^{2}")
  }

  @Test func hostsAreGivenNoInvisibleText() {
    let column = Formula.grid([
      [.joined([.room("-"), .number("0.5")])], [.number("-1.25")],
    ])
    let text = LaTeXFormula(reader: .codeHost).text(column)
    #expect(!text.contains("phantom"))
    #expect(LaTeXFormula(reader: .latex).text(column).contains("\\phantom"))
  }

  @Test func longFormulasBreakBeforeOperations() throws {
    let long = Formula(
      try Expression("x + y - x*y + z - x + y", in: scope([:])).layout)
    let lines = long.folded(to: 6)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.width <= 6 })
    #expect(lines.flatMap(\.inRow).count == long.inRow.count)
  }

  /// Every formula of the course, in both languages.
  @Test(arguments: Papers.all)
  func bracketsAreBalanced(_ paper: Paper) throws {
    for formula in try paper.document.formulas {
      for reader in [LaTeXFormula.Reader.latex, .codeHost] {
        let text = LaTeXFormula(reader: reader).text(formula)
        #expect(text.hasBalancedBraces, "\(text)")
        #expect(
          text.components(of: "\\left").count
            == text.components(of: "\\right").count, "\(text)")
        #expect(text.utf8.allSatisfy { $0 < 128 }, "\(text)")
      }
      #expect(MathML.inline(formula).hasBalancedTags)
    }
  }
}

extension String {
  fileprivate var hasBalancedBraces: Bool {
    var depth = 0
    var last: Character = " "
    for character in self {
      if character == "{", last != "\\" { depth += 1 }
      if character == "}", last != "\\" { depth -= 1 }
      if depth < 0 { return false }
      last = character
    }
    return depth == 0
  }

  /// The places where a command stands that is no longer one.
  fileprivate func components(of command: String) -> [String] {
    ranges(of: command).filter { range in
      range.upperBound == endIndex || !self[range.upperBound].isLetter
    }.map { String(self[$0]) }
  }

  /// Whether each element ends, in the order in which they began.
  var hasBalancedTags: Bool {
    var open: [Substring] = []
    for part in split(separator: "<").dropFirst(hasPrefix("<") ? 0 : 1) {
      let tag = part.prefix { $0 != ">" }
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else if !tag.hasSuffix("/"), !Self.voidTags.contains(String(name)) {
        open.append(name)
      }
    }
    return open.isEmpty
  }

  private static let voidTags: Set<String> = ["!DOCTYPE", "meta", "wbr", "br"]
}
