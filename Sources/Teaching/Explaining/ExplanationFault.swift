import Algebra
import Presentation

/// What keeps a question about a worksheet from having an answer.
public enum ExplanationFault: Error, Hashable, Sendable {
  case unknownQuantity(Name, nearest: Name?)
  /// One entry of a matrix is wanted.
  case entryWanted(Name, rows: Int, columns: Int)
  case noEntry(Expression, rows: Int, columns: Int)
  /// The question needs a quantity or an entry of one.
  case quantityWanted(Expression)
  /// No road leads from the quantity to the cost.
  case noRoad(Name, cost: Name)
  case noCost
  case stepIsNoNumber
  case expression(ExpressionFault)
  case worksheet(WorksheetFault)
  /// No line of a derivation has this number.
  case noLine(Int, count: Int)
  case notANumber(Expression, rows: Int, columns: Int)
  case rangeIsEmpty(Double, Double)
}

extension ExplanationFault {
  /// The fault in words, with what can be typed instead.
  ///
  /// - Parameters:
  ///   - command: The word that was typed first, as `why`.
  ///   - question: What was asked, and the line it was read from; with it a
  ///     fault of the expression is drawn below the line.
  /// - Returns: A headline, a note, and what to type.
  public func diagnostic(
    _ command: String,
    of question: (reading: Reading, source: String, scope: Scope)? = nil
  ) -> Diagnostic {
    if case .expression(let fault) = self, let question {
      return fault.diagnostic(
        of: question.reading.expression, source: question.source,
        columns: { question.reading.columns(of: $0) }, scope: question.scope)
    }
    return ownDiagnostic(command)
  }

  private func ownDiagnostic(_ command: String) -> Diagnostic {
    switch self {
    case .unknownQuantity(let name, let nearest):
      Diagnostic(
        "nothing here is called \(name.text)",
        remedy: nearest.map { "\(command) \($0.ascii)" } ?? "info")
    case .entryWanted(let name, let rows, let columns):
      Diagnostic(
        "\(name.text) has \(rows * columns) entries, and one is wanted",
        notes: ["\(name.text) is \(rows)×\(columns)"],
        remedy: "\(command) \(name.ascii)"
          + (columns == 1 || rows == 1 ? "[1]" : "[1,1]"))
    case .noEntry(let expression, let rows, let columns):
      Diagnostic(
        "there is no \(expression.text())",
        notes: ["it is \(rows)×\(columns), counted from 1"],
        remedy: "shape \(expression.baseName?.ascii ?? "")")
    case .quantityWanted(let expression):
      Diagnostic(
        "\(expression.text()) is neither a quantity nor an entry of one",
        remedy: expression.names.first.map { "\(command) \($0.ascii)" })
    case .noRoad(let name, let cost):
      Diagnostic(
        "no road leads from \(name.text) to \(cost.text)",
        notes: ["what \(cost.text) does not depend on has no slope"],
        remedy: "graph")
    case .noCost:
      Diagnostic(
        "no cost is written down here",
        notes: ["a slope is always the slope of something"], remedy: "info")
    case .stepIsNoNumber:
      Diagnostic(
        "the step is no number", remedy: "\(command) z1[1] 0.01")
    case .expression:
      Diagnostic(
        "this formula has no value here",
        notes: ["its parts do not fit together"], remedy: "info")
    case .worksheet(.equation(let name, _)):
      Diagnostic(
        "\(name.text) cannot be computed with these numbers",
        remedy: "why \(name.ascii)")
    case .worksheet:
      Diagnostic("the worksheet does not take this value", remedy: "info")
    case .noLine(let line, let count):
      Diagnostic(
        "there is no line \(line) on the screen",
        notes: ["the derivation has \(count) lines so far"],
        remedy: count > 0 ? "\(command) \(count)" : nil)
    case .notANumber(let expression, let rows, let columns):
      Diagnostic(
        "\(expression.text()) is \(rows)×\(columns), and one number is wanted",
        notes: ["a curve needs one height at every place"])
    case .rangeIsEmpty(let low, let high):
      Diagnostic(
        "from \(NumberFormat().text(low)) to \(NumberFormat().text(high))"
          + " there is nothing to draw",
        notes: ["the first end is the smaller one"])
    }
  }
}
