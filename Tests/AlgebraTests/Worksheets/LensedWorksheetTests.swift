import Matrices
import Presentation
import TestSupport
import Testing

@testable import Algebra

/// Lenses over worksheets that no layer was written for.
@Suite struct LensedWorksheetTests {
  static let cases = Lens.all.flatMap { lens in
    written.indices.map { (lens.name, $0) }
  }

  private func sight(_ lens: String, _ place: Int) throws -> Sight {
    let lens = try #require(Lens.named(lens))
    return Sight(
      lens,
      of: try Worksheet(
        given: written[place].givens, written[place].equations
      ).withBackwardPass())
  }

  /// What is shown can be typed, and means what is written.
  @Test(arguments: cases)
  func whatIsShownIsReadBack(_ lens: String, _ place: Int) throws {
    let sight = try sight(lens, place)
    try sight.seen.checkShapes()
    let scope = sight.seen.scope
    for equation in sight.own.equations {
      let shown = sight.shown(equation.expression)
      for charset in [Charset.unicode, .ascii] {
        let text = shown.text(charset)
        let read = try Expression(text, in: scope)
        #expect(read == shown, "\(text)")
      }
      if sight.scales.isEmpty {
        #expect(
          sight.meant(shown).withoutGroups
            == equation.expression.withoutGroups,
          "\(equation.name) = \(equation.expression.text()): \(shown.text())")
      }
    }
  }

  /// The book's line holds where the worksheet's own does.
  @Test(arguments: cases)
  func ownLinesHoldInEveryNotation(_ lens: String, _ place: Int) throws {
    let sight = try sight(lens, place)
    for equation in sight.own.equations where equation.role != .update {
      let left = sight.shown(Expression.name(equation.name))
      let right = sight.shown(equation.expression)
      let verdict = sight.seen.verify(left, equals: right)
      #expect(
        verdict.holds, "\(left.text()) = \(right.text()): \(verdict.sentence)")
    }
  }
}
