import Lessons
import Presentation
import Teaching
import TestSupport
import Testing

@testable import Publishing

/// What stands on paper.
@Suite struct DocumentTests {
  @Test(arguments: PaperFormat.allCases)
  func everyPieceIsAsItWasRead(_ format: PaperFormat) throws {
    let document = Document(try Papers.everyPiece())
    try Snapshot.check(
      document.text(format),
      against: "Recorded/every-piece.\(format.fileEnding).txt")
  }

  @Test(arguments: [Document.Edition.handout, .key])
  func otherEditionsAreAsTheyWereRead(_ edition: Document.Edition) throws {
    let document = Document(try Papers.everyPiece(), edition: edition)
    try Snapshot.check(
      document.text(.markdown),
      against: "Recorded/every-piece-\(edition).md.txt")
  }

  @Test func theWholeCourseIsThere() {
    #expect(Papers.course.map(\.id) == LessonCatalog.all.map(\.id))
    for lesson in Papers.course {
      let document = Document(lesson)
      #expect(document.title == lesson.title)
      #expect(
        document.sections.map(\.id)
          == lesson.screens.map(\.id) + ["hints", "answers"])
    }
  }

  /// The same numbers, with as many digits as are asked for.
  @Test func numbersHaveTheDigitsOfTheTerminal() throws {
    let lesson = try Papers.lesson(named: "last-layer")
    let text = Document(lesson).text(.markdown)
    #expect(text.contains("&\\approx {-}1.775"))
    #expect(text.contains("{-}1.775"))
    let long = Document(lesson, digits: 8).text(.markdown)
    #expect(long.contains("{-}1.7748877"))
  }

  /// A `set` fence alters what follows it, and nothing before.
  @Test func alterationsHoldForWhatFollows() throws {
    let text = Document(try Papers.everyPiece()).text(.markdown)
    let parts = text.components(before: "\\mathrm{set}")
    #expect(parts.before.contains("$`W_{1}[1{,}2]`$, is 0.2,"))
    #expect(parts.after.contains("W_{1}[1{,}2] &=0.3"))
  }

  @Test(arguments: Papers.all)
  func latexIsPureASCII(_ paper: Paper) throws {
    let text = try paper.document.text(.latex)
    #expect(text.utf8.allSatisfy { $0 < 128 })
    #expect(text.hasSuffix("\\end{document}\n"))
  }

  /// Nothing that a code host refuses to typeset.
  @Test(arguments: Papers.all)
  func markdownIsWhatHostsTypeset(_ paper: Paper) throws {
    let text = try paper.document.text(.markdown)
    for macro in ["\\operatorname", "\\phantom", "\\mbox", "\\newcommand"] {
      #expect(!text.contains(macro))
    }
    let fences = text.split(separator: "\n").filter { $0.hasPrefix("```") }
    #expect(fences.count.isMultiple(of: 2))
  }

  /// One file, readable without a network and without a script.
  @Test(arguments: Papers.all)
  func pagesNeedNothingButThemselves(_ paper: Paper) throws {
    let document = try paper.document
    let text = document.text(.html)
    #expect(!text.contains("<script"))
    #expect(!text.contains("http:"))
    #expect(!text.contains("https:"))
    #expect(!text.contains("url("))
    #expect(text.contains("<html lang=\"en\">"))
    #expect(text.hasBalancedTags)
    for section in document.sections where section.title != nil {
      #expect(text.contains("<h2 id=\"\(section.id)\">"))
    }
  }

  @Test func whatHasAMeaningIsEscaped() {
    let hostile = "<b> & \"q\" $x$ _a_ *b* `c` \\ {d} #e %f ^g ~h |i| [j](k)"
    let document = Document(
      title: hostile, id: "x", edition: .full,
      sections: [
        Document.Section(
          id: "s", title: hostile,
          blocks: [
            .paragraph([.text(hostile), .code(hostile), .emphasis(hostile)]),
            .printed(unicode: "```\n</pre>\n" + hostile, ascii: hostile),
          ])
      ])
    let html = document.text(.html)
    #expect(!html.contains("<b>"))
    #expect(html.hasBalancedTags)
    let markdown = document.text(.markdown)
    #expect(markdown.contains("\\<b\\> \\& \"q\" \\$x\\$ \\_a\\_ \\*b\\*"))
    #expect(markdown.contains("````text\n```\n"))
    #expect(!document.text(.latex).contains("<b>"))
  }

  /// Signs of every kind, not those alone that lessons happen to hold.
  @Test func everySignHasACommand() {
    for scalar in UInt32(32)..<0x3000 {
      guard let scalar = Unicode.Scalar(scalar) else { continue }
      let text = LaTeXText.escaped("a\(scalar)b")
      let code = LaTeXText.code("a\(scalar)b")
      #expect(text.utf8.allSatisfy { $0 < 128 })
      #expect(code.utf8.allSatisfy { $0 < 128 })
    }
  }
}

extension String {
  fileprivate func components(
    before word: String
  ) -> (before: Substring, after: Substring) {
    guard let place = ranges(of: word).first else { return (self[...], "") }
    return (self[..<place.lowerBound], self[place.upperBound...])
  }
}
