import Presentation
import Testing

@testable import Teaching

struct DerivationShowingTests {
  static let letters = """
    # Letters

    Needs nothing. Gives a slope.

    ```worksheet
    a = 5   input
    s = a^2   cost
    ```

    ```derivation
    given z >= -2
    given u
    z + u = u + z
          = z + u
    ```

    ```derivation
    given P: k×n
    given q: n×1
    P @ q = (P @ q + P @ q)/2   by sum rule
    ```

    ```derivation
    given t
    2*t = t + t
    ```
    """

  private func shown(_ text: String, _ page: Page = Page()) throws -> String {
    let lesson = try SmallLessons.lesson("letters", text)
    var session = Session(
      library: LessonLibrary([lesson]), page: page, opening: "letters")
    session.type("next 20")
    return session.type("again").text.plain
  }

  @Test func whatALetterIsStandsAboveTheFirstLine() throws {
    let lines = try shown(Self.letters).split(separator: "\n").map(String.init)
    let wheres = lines.filter { $0.contains("where ") }
    #expect(wheres == ["   where z ≥ -2", "   where P: k×n, q: n×1"])
    let place = try #require(lines.firstIndex(of: wheres[0]))
    #expect(lines[place + 1].contains("z + u = u + z"))
  }

  @Test func inASCIITheConditionIsASCII() throws {
    let text = try shown(Self.letters, Page(charset: .ascii))
    #expect(text.contains("where z >= -2"))
    #expect(text.contains("where P: kxn, q: nx1"))
  }

  @Test func aReasonStandsBesideItsLineWhereItFits() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    session.type("goto roads", "next 3")
    let lines = session.type("again").text.plain.split(separator: "\n")
    #expect(lines.contains { $0.contains("= D(") && $0.contains("chain rule") })
    #expect(
      lines.contains {
        $0.contains("·δ₂[2] ") && $0.contains("constant multiple")
      })
    #expect(lines.allSatisfy { String($0).cells <= 78 })
  }

  @Test func aNameInAReasonIsTypeset() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    session.type("goto bend", "next 9", "skip", "next 9")
    let text = session.type("again").text.plain
    #expect(text.contains("definition of da₁"))
  }
}
