import Algebra
import Matrices
import Presentation

@testable import Teaching

/// What the pictures of this folder are pictures of.
enum PictureSubjects {
  static let pages = [
    "wide": Page(), "narrow": Page(width: 40, charset: .ascii),
    "plain": Page(isPlain: true),
  ]

  static func why(_ text: String, _ page: String) throws -> String {
    let valuation = try Notebook.valuation()
    return try Why(valuation.expression(text), in: valuation)
      .text(valuation, for: named(page)).shown(page)
  }

  static func named(_ page: String) -> Page { pages[page] ?? Page() }

  static func paths(_ text: String, _ page: String) throws -> String {
    let valuation = try Notebook.valuation()
    return try PathSum(valuation.expression(text), in: valuation)
      .text(for: named(page)).shown(page)
  }

  static func graph(_ valuation: Valuation, _ page: String) -> String {
    DependencyGraph(valuation.worksheet).text(for: named(page)).shown(page)
  }

  static func overview(_ page: String) throws -> String {
    Overview(.parameters, of: try Notebook.valuation())
      .text(for: named(page)).shown(page)
  }

  /// `set W2[1,2] = -1`, with dW2 not reached yet.
  static func effect(_ page: String) throws -> String {
    let before = try Notebook.valuation()
    var after = before
    var weights = Notebook.w2
    weights[0][1] = -1
    try after.set("W2", to: Matrix(weights))
    return Effect(
      from: before, to: after, order: ["W2", "z2", "δ2"], hiding: ["dW2"]
    ).text(for: named(page)).shown(page)
  }

  static func values(_ page: String) throws -> String {
    let valuation = try Notebook.valuation()
    let expressions = try ["W1", "x", "C"].map(valuation.expression)
    return try ValueList(expressions, in: valuation)
      .text(for: named(page)).shown(page)
  }

  static func plot(
    _ formula: String, _ points: [Expression], _ page: String
  ) throws -> String {
    let valuation = try Notebook.valuation()
    let scope = valuation.scope(with: ["z": Matrix(scalar: 0)])
    let description = PlotDescription(
      curves: [
        PlotDescription.Curve(
          expression: try Expression(formula, in: scope), variable: "z",
          low: -5, high: 5)
      ], points: points, showsSlope: false)
    return try CurvePlot(description, in: valuation)
      .text(for: named(page)).shown(page)
  }
}

extension StyledText {
  /// What a page of this kind shows in the end, or says.
  fileprivate func shown(_ page: String) -> String {
    PictureSubjects.named(page).isPlain ? spoken().plain : plain
  }
}
