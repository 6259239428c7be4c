import Presentation
import Testing

@Suite struct PageTests {
  @Test func aPageSaysHowNumbersAreWritten() {
    var page = Page()
    #expect((page.width, page.charset) == (80, .unicode))
    #expect(page.format.text(2.0 / 3) == "0.6667")
    page.digits = 2
    #expect(page.format.text(2.0 / 3) == "0.67")
  }

  @Test func aPageChoosesCharactersOrWords() {
    let picture = MatrixPicture([[1], [.infinity]])
    #expect(picture.text(for: Page()).plain == "⎡1⎤\n⎣∞⎦")
    #expect(
      picture.text(for: Page(charset: .ascii)).plain == "[  1]\n[inf]")
    #expect(
      picture.text(for: Page(isPlain: true)).plain == "row 1: 1\nrow 2: ∞")
  }
}
