import Presentation
import Testing

@testable import Teaching

/// Whole lessons on pages of every kind.
struct SessionPageTests {
  static let pages = [
    Page(width: 40), Page(width: 60), Page(width: 80), Page(width: 120),
    Page(width: 40, charset: .ascii), Page(width: 80, charset: .ascii),
    Page(width: 80, isPlain: true), Page(width: 12),
  ]

  static func everything(_ id: String, _ page: Page) -> StyledText {
    var session = Session(
      library: CourseLibrary.lessons, page: page, opening: id)
    var texts = [session.opening]
    for _ in 0..<200 where !session.isAtEnd {
      texts.append(session.type("").text)
      if session.openQuestion != nil {
        texts.append(session.type("hint").text)
        texts.append(session.type("skip").text)
      }
    }
    #expect(session.isAtEnd)
    return StyledText.stacked(texts)
  }

  @Test(arguments: CourseLibrary.lessons.ids, pages.indices)
  func noLineIsWiderThanThePage(_ id: String, _ index: Int) {
    let page = Self.pages[index]
    guard page.width >= 40, !page.isPlain else { return }
    for line in Self.everything(id, page).lines {
      #expect(line.width <= page.width, "\(line.plain)")
    }
  }

  @Test(arguments: CourseLibrary.lessons.ids)
  func anASCIIPageHoldsNothingElse(_ id: String) {
    let text = Self.everything(id, Page(charset: .ascii)).plain
    let others = text.filter { !$0.isASCII }
    #expect(others.isEmpty)
  }

  @Test(arguments: CourseLibrary.lessons.ids)
  func aNarrowPageShowsEverythingToo(_ id: String) {
    _ = Self.everything(id, Page(width: 12))
  }

  @Test func theFirstScreenFitsATerminal() {
    let session = Session(library: CourseLibrary.lessons)
    #expect(session.opening.lines.count <= 24)
    #expect(session.opening.width <= 80)
  }
}
