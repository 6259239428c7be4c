import Presentation
import Testing

@testable import Teaching

/// What a class sees.
@Suite struct StageTests {
  /// A session in a room whose window has 60 columns.
  private func session(
    _ lesson: String, width: Int = 60
  ) -> Session {
    var session = Session(
      library: CourseLibrary.lessons, page: Page(width: width, digits: 3),
      opening: lesson)
    session.enterRoom()
    return session
  }

  private func show(_ place: Place, in session: inout Session) {
    session.place = place
    session.refresh()
  }

  /// Every screen of the course fits a window of 60 columns and 18 rows, the
  /// prompt among them, and one of 80 and 24 with room to spare.
  @Test(
    arguments: CourseLibrary.lessons.ids, [(60, 18), (80, 24)])
  func screensFitTheRoom(_ id: String, window: (width: Int, rows: Int)) throws {
    var session = session(id, width: window.width)
    let lesson = try #require(session.lesson)
    for (number, screen) in lesson.screens.enumerated() {
      show(Place(screen: number, shown: screen.pieces.count), in: &session)
      let text = session.stage(rows: window.rows - 1, spacing: 1)
      #expect(text.lines.count <= window.rows - 1, "\(screen.id)")
      #expect(text.width <= window.width, "\(screen.id)")
      #expect(text.plain.contains("\(id)#\(screen.id)"))
    }
  }

  @Test func rowsAreFartherApartWhereThereIsRoom() {
    var session = session("hidden-layer")
    _ = session.reply(to: "")
    func height(_ rows: Int, _ spacing: Int) -> Int {
      session.stage(rows: rows, spacing: spacing).lines.count
    }
    let close = height(100, 0)
    #expect(height(100, 1) > close)
    #expect(height(100, 2) > height(100, 1))
    #expect(height(height(100, 1), 2) == height(100, 1))
    #expect(height(close, 2) == close)
  }

  /// A long answer takes the words of a screen before its formula and its
  /// numbers.
  @Test func formulaAndNumbersStayAboveWhatIsTyped() throws {
    var session = session("last-layer", width: 80)
    let lesson = try #require(session.lesson)
    let number = try #require(
      lesson.screens.firstIndex { screen in
        let kinds = screen.pieces.map(\.content)
        return kinds.contains {
          if case .derivation = $0 { true } else { false }
        }
          && kinds.contains { if case .paragraph = $0 { true } else { false } }
      })
    show(
      Place(screen: number, shown: lesson.screens[number].pieces.count),
      in: &session)
    let whole = session.stage(rows: 100, spacing: 0)
    let formula = try #require(
      session.slide.parts.last { $0.kind == .formula })
    let answer = StyledText(
      Array(repeating: "answer", count: 10).joined(separator: "\n"))
    let rows = whole.lines.count + 6
    let text = session.stage(rows: rows, spacing: 1, below: answer)
    #expect(text.lines.count <= rows)
    #expect(text.plain.contains(formula.text.plain))
    #expect(text.plain.hasSuffix("answer"))
    #expect(!text.plain.contains(session.slide.parts[0].text.plain))
  }

  @Test(arguments: [(60, 18), (80, 24)])
  func aSurfaceFitsTheWindow(window: (width: Int, rows: Int)) {
    var session = session("xor", width: window.width)
    session.page.height = window.rows
    _ = session.reply(to: "")
    let reply = session.reply(to: "plot surface")
    #expect(!reply.failed)
    let text = session.stage(
      rows: window.rows - 1, spacing: 1, below: "> plot surface\n" + reply.text)
    #expect(text.lines.count < window.rows)
    #expect(text.plain.contains("xor#xor"))
    #expect(text.plain.contains(reply.text.plain))
  }

  @Test func anAnswerThatFitsNowhereIsShownWhole() {
    var session = session("one-weight")
    _ = session.reply(to: "")
    let answer = StyledText(
      Array(repeating: "row", count: 50).joined(separator: "\n"))
    let text = session.stage(rows: 17, spacing: 1, below: answer)
    #expect(text.plain.components(of: "row") == 50)
  }

  /// What an alteration changed is marked where it stands, until the next
  /// piece; by a star, and not by colour alone.
  @Test func changesAreMarkedUntilTheNextPiece() {
    var session = session("hidden-layer", width: 80)
    _ = session.reply(to: "")
    func stage() -> String { session.stage(rows: 60, spacing: 0).plain }
    #expect(!stage().contains("*"))
    _ = session.reply(to: "set W1[2,1] = 2")
    #expect(stage().contains("2    *") || stage().contains("2*"))
    _ = session.reply(to: "W1")
    #expect(stage().contains("*"))
    _ = session.reply(to: "")
    _ = session.reply(to: "back")
    #expect(!stage().contains("*"))
  }

  /// A matrix that is altered is seen whole, wherever that happens.
  @Test func alteredMatricesAreSeen() throws {
    var session = session("hidden-layer", width: 80)
    _ = session.reply(to: "goto error")
    _ = session.reply(to: "next 2")
    let reply = session.reply(to: "set W2[1,2] = -1").text.plain
    #expect(reply.contains("-1*") || reply.contains("-1    *"))
    #expect(reply.contains("2×3"))
    _ = session.reply(to: "goto 1")
    let other = session.reply(to: "set W2[1,2] = 1").text.plain
    #expect(!other.contains("2×3"))
  }

  /// A learner alone sees nothing of that.
  @Test func aScreenOfOnesOwnHasNoMarksAndNoNames() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    _ = session.reply(to: "")
    _ = session.reply(to: "set W1[2,1] = 2")
    let text = session.reply(to: "again").text.plain
    #expect(!text.contains("*"))
    #expect(!text.contains("#"))
  }

  @Test func theFirstPieceAlwaysStands() throws {
    var session = session("hidden-layer")
    _ = session.reply(to: "")
    let first = session.stage(rows: 17, spacing: 1)
    _ = session.reply(to: "next 3")
    #expect(!session.reply(to: "back 20").isRefusal)
    #expect(session.stage(rows: 17, spacing: 1) == first)
    #expect(session.reply(to: "back").text.plain.contains("begins"))
    #expect(session.stage(rows: 17, spacing: 1) == first)
  }

  /// The remedy of a line that cannot be read might be the answer.
  @Test func noRemedyAnswersBeforeTheRoom() throws {
    for isRoom in [false, true] {
      var session = Session(
        library: CourseLibrary.lessons, opening: "hidden-layer")
      if isRoom { session.enterRoom() }
      while session.openQuestion == nil { _ = session.reply(to: "") }
      let reply = session.reply(to: "sigmod(z1)")
      #expect(reply.failed)
      #expect(reply.text.plain.contains("try: ") == !isRoom)
    }
  }
}

extension String {
  fileprivate func components(of word: String) -> Int {
    ranges(of: word).count
  }
}
