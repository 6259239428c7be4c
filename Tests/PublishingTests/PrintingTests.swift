import Teaching
import Testing

@testable import Publishing

/// The papers as others read them: a typesetter and a browser.
///
/// Where there is none, the tests say that they were skipped.
@Suite(.serialized) struct PrintingTests {
  @Test(
    .enabled(if: Tools.pdflatex != nil, "there is no pdflatex here"),
    arguments: Papers.all)
  func latexIsTypesetWithinTheMargins(_ paper: Paper) throws {
    try expectTypeset(paper.document)
  }

  @Test(
    .enabled(if: Tools.pdflatex != nil, "there is no pdflatex here"),
    arguments: Document.Edition.allCases)
  func everyPieceIsTypeset(_ edition: Document.Edition) throws {
    try expectTypeset(Document(try Papers.everyPiece(), edition: edition))
  }

  /// More digits than anybody prints, and no line that fits.
  @Test(.enabled(if: Tools.pdflatex != nil, "there is no pdflatex here"))
  func longNumbersAreTypeset() throws {
    for id in ["last-layer", "hidden-layer"] {
      let lesson = try Papers.lesson(named: id)
      try expectTypeset(Document(lesson, digits: 8))
    }
  }

  /// Every sign that a lesson may hold.
  @Test(.enabled(if: Tools.pdflatex != nil, "there is no pdflatex here"))
  func everySignIsTypeset() throws {
    let signs = (UInt32(33)..<0x2800).compactMap(Unicode.Scalar.init)
      .filter { $0.properties.generalCategory != .control }
    let blocks = stride(from: 0, to: signs.count, by: 20).map { start in
      let words = signs[start...].prefix(20).map { "\($0)" }
        .joined(separator: " ")
      return Block.paragraph([
        .text(words), .code(words), .emphasis(words), .strong(words),
      ])
    }
    let document = Document(
      title: "#$%&_{}~^\\<>|\"", id: "signs", edition: .full,
      sections: [
        Document.Section(id: "s", title: "Ćšø & ½", blocks: blocks)
      ])
    let outcome = try Tools.typeset(document.text(.latex))
    #expect(outcome.exitCode == 0, "\(outcome.output.suffix(600))")
  }

  // MARK: - Browsers

  @Test(
    .enabled(if: Tools.chromium != nil, "there is no Chromium here"),
    arguments: Papers.ids)
  func pagesAreShownWithoutComplaint(_ id: String) throws {
    let document = try Paper(lesson: id, edition: .full).document
    let seen = try Tools.browse(document.text(.html))
    #expect(seen.complaints.isEmpty)
    // A page that shows nothing is a few thousand bytes.
    #expect(seen.picture > 20_000)
    #expect(seen.page.contains("<h1 id=\"\(id)\">"))
    for section in document.sections.dropFirst() {
      #expect(seen.page.contains("<h2 id=\"\(section.id)\">"))
    }
    #expect(seen.page.contains("<math>"))
  }
}
