import Algebra
import Teaching
import Testing

@testable import Publishing

/// A lesson in another book's notation goes on paper in that notation.
@Suite struct LensPaperTests {
  private static let lenses = Lens.all.map(\.name)

  @Test(arguments: lenses)
  func everyLensIsWrittenInEveryLanguage(_ name: String) throws {
    let lens = try #require(Lens.named(name))
    for id in ["last-layer", "hidden-layer"] {
      let document = Document(try Papers.lesson(named: id), lens: lens)
      #expect(document.text(.latex).utf8.allSatisfy { $0 < 128 })
      #expect(document.text(.html).hasBalancedTags)
      for formula in document.formulas {
        let text = LaTeXFormula(reader: .latex).text(formula)
        // One script above another is what LaTeX refuses.
        #expect(!text.contains("}^{") || !text.hasDoubleScript, "\(text)")
      }
    }
  }

  @Test(
    .enabled(if: Tools.pdflatex != nil, "there is no pdflatex here"),
    arguments: lenses)
  func everyLensIsTypeset(_ name: String) throws {
    let lens = try #require(Lens.named(name))
    for edition in [Document.Edition.full, .handout] {
      let lesson = try Papers.lesson(named: "last-layer")
      try expectTypeset(Document(lesson, edition: edition, lens: lens))
    }
  }
}

extension String {
  /// Whether a script above stands right behind another.
  fileprivate var hasDoubleScript: Bool {
    var depth = 0
    var endOfScript: Int?
    var openings: [Bool] = []
    var last: Character = " "
    for (place, character) in enumerated() {
      if character == "{", last != "\\" {
        openings.append(last == "^")
        depth += 1
      }
      if character == "}", last != "\\" {
        if openings.popLast() == true { endOfScript = place }
        depth -= 1
      }
      if character == "^", endOfScript == place - 1 { return true }
      last = character
    }
    return false
  }
}
