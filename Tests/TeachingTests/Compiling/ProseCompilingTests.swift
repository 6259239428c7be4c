import Algebra
import Testing

@testable import Teaching

@Suite struct ProseCompilingTests {
  /// What a code span becomes on a screen with one weight.
  private func kinds(_ span: String) throws -> [String] {
    let text = """
      # Title

      Needs nothing. Gives nothing.

      It is `\(span)`.

      \(Asking.oneWeight)

      """
    let lesson = try Lesson(id: "a-lesson", text: text, library: { _ in nil })
    guard case .paragraph(let parts) = lesson.screens[0].pieces[0].content
    else { return [] }
    return parts.dropFirst().dropLast().map { part in
      switch part {
      case .text(let text): "text\(text)"
      case .emphasis: "emphasis"
      case .code: "code"
      case .formula(let formula): "formula \(formula.text(.ascii))"
      case .value(let value): "value \(value.text(.ascii))"
      }
    }
  }

  @Test(arguments: [
    ("z1 - y", ["formula z1 - y"]), ("= z1 - y", ["value z1 - y"]),
    ("w1", ["formula w1"]), ("σ", ["formula sigma"]),
    ("exp(-z)", ["formula exp(-z)"]), ("z", ["formula z"]),
    ("δ1 = z1 - y", ["formula delta1", "text = ", "formula z1 - y"]),
    ("set w1 = 1", ["code"]), ("undo", ["code"]), ("print w1", ["code"]),
    ("hidden-layer", ["code"]), ("@", ["code"]), ("n", ["code"]),
  ])
  func aSpanIsAFormulaAnEqualityOrWhatItIs(
    _ span: String, _ expected: [String]
  ) throws {
    #expect(try kinds(span) == expected)
  }
}
