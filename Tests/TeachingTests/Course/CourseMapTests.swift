import Presentation
import Testing

@testable import Teaching

/// The course as a map, and the way through it.
@Suite struct CourseMapTests {
  private func session(
    done: [String] = [], at lesson: String? = nil, page: Page = Page()
  ) -> Session {
    var record = ProgressRecord()
    record.finished = done
    record.lesson = lesson
    return Session(
      library: CourseLibrary.lessons, page: page, progress: record,
      opening: lesson)
  }

  private static let ids = CourseLibrary.lessons.ids
  private static let core = CourseLibrary.parts[0].ids

  @Test(arguments: [0, 1, 7, 11, 20, 24])
  func theMapFitsATerminal(_ done: Int) {
    let finished = Array(Self.ids.prefix(done))
    var wide = session(done: finished)
    let text = wide.type("lessons").text
    #expect(text.lines.count <= 23, "\(text.plain)")
    #expect(text.lines.allSatisfy { $0.width <= 80 })
    var narrow = session(
      done: finished, page: Page(width: 40, charset: .ascii))
    let small = narrow.type("lessons").text
    #expect(small.lines.allSatisfy { $0.width <= 40 }, "\(small.plain)")
    #expect(small.plain.allSatisfy { $0.isASCII })
    #expect(!small.plain.contains("..."), "\(small.plain)")
  }

  @Test(arguments: [20, 40, 60, 80, 120])
  func everyLessonStandsOnTheMap(_ width: Int) {
    var session = session(page: Page(width: width))
    let words = session.type("lessons").text.plain.split { " \n".contains($0) }
    for (place, id) in Self.ids.enumerated() {
      #expect(words.contains(Substring(id)), "\(id)")
      #expect(words.contains { $0.hasSuffix("\(place + 1)") })
    }
  }

  @Test func theMapSaysWhatIsDoneAndWhatIsNeeded() {
    var session = session(done: ["one-weight"], at: "forks")
    session.type("next 30", "skip", "next 30")
    let text = session.type("lessons").text.plain
    func row(_ id: String) -> String {
      text.split(separator: "\n").map(String.init)
        .first { $0.contains(" \(id) ") } ?? ""
    }
    #expect(row("one-weight").contains("done"))
    #expect(row("forks").contains(" of "))
    #expect(row("forks").contains("▸"))
    #expect(row("layers").contains("needs 2 3"))
    #expect(row("sigmoid").contains("needs") == false)
    #expect(text.contains("Next: open forks"))
  }

  @Test func aScreenReaderIsToldInWords() {
    var session = session(page: Page(isPlain: true))
    let text = session.type("lessons").text.plain
    #expect(text.contains("The core:\n1, one-weight: ") == false)
    #expect(
      text.contains("1, one-weight, One weight, 8 minutes, not begun"))
    #expect(text.contains("needs one-weight"))
  }

  @Test func theShellsMapSaysHowALessonIsOpenedThere() {
    #expect(session().courseList.plain.contains("Next: backstep one-weight"))
  }

  // MARK: The next lesson

  private func end(of id: String, done: [String]) -> (Session, String) {
    var session = session(done: done, at: id)
    var text = ""
    for _ in 0..<400 where !text.contains("End of ") {
      text = session.type(session.openQuestion == nil ? "" : "skip").text.plain
    }
    return (session, text)
  }

  @Test func inTheCoreComesTheNextOfTheCore() {
    var (session, text) = end(of: "one-weight", done: [])
    #expect(text.contains("Enter opens forks, "))
    #expect(text.contains("Skipped on "))
    session.type("")
    #expect(session.lesson?.id == "forks")
  }

  @Test func afterTheCoreComeBranchesWhoseNeedsAreDone() {
    let before = Self.core.filter { $0 != "gradient-check" }
    var (session, text) = end(of: "gradient-check", done: before)
    #expect(text.contains("That was the core"))
    #expect(text.contains("Enter opens tanh"))
    #expect(text.contains("cross-entropy, descent, moves, mazur"))
    #expect(!text.contains("softmax"))
    session.type("")
    #expect(session.lesson?.id == "tanh")
  }

  @Test func afterABranchOneIsLedBackToTheCore() {
    var (session, text) = end(of: "tanh", done: ["one-weight", "sigmoid"])
    #expect(text.contains("Back to the core: Enter opens forks"))
    session.type("")
    #expect(session.lesson?.id == "forks")
  }

  @Test func atTheVeryEndAllIsDone() {
    let (_, text) = end(
      of: "find-the-slip", done: Self.ids.filter { $0 != "find-the-slip" })
    #expect(text.contains("Every lesson is done."))
  }

  /// Whoever only ever presses Enter at the ends comes through all of it.
  @Test func oneWayLeadsFromTheFirstLessonToTheLast() {
    var session = session(at: Self.ids[0])
    var way: [String] = []
    while let id = session.lesson?.id, !way.contains(id) {
      way.append(id)
      session.finished.append(id)
      guard let next = session.suggestion(after: id) else { break }
      #expect(session.isReady(next), "\(next)")
      session.enter(next)
    }
    #expect(way == Self.ids)
  }

  @Test func partsComeInTheirOrderWithTheCoreFirst() {
    let titles = CourseLibrary.parts.map(\.title)
    #expect(titles.first == "The core")
    #expect(CourseLibrary.parts.filter(\.isCore).count == 1)
    #expect(Self.core.first == "one-weight")
    #expect(Self.core.last == "gradient-check")
    #expect(Self.core.count == 11)
    #expect(titles.allSatisfy { !$0.isEmpty })
  }

  // MARK: Progress

  @Test(arguments: [40, 80])
  func progressFitsAndHoldsWhatWasBegun(_ width: Int) {
    var session = session(page: Page(width: width))
    #expect(session.type("progress").text.plain.contains("No lesson is begun"))
    session.type("open one-weight", "next 40", "12345.678", "hint", "skip")
    let text = session.type("progress").text
    #expect(text.lines.allSatisfy { $0.width <= width }, "\(text.plain)")
    #expect(text.plain.contains("one-weight"))
    #expect(!text.plain.contains("forks"))
  }
}
