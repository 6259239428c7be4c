import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

/// The example that is copied most: its figures are right up to the first
/// update, and its cost after it belongs to another update.
@Suite struct PublishedTests {
  private static let text = """
    # A step by step example

    Needs nothing. Gives numbers that were printed.

    ```network
    layers 2 → 2 sigmoid → 2 sigmoid
    cost half squared error
    x = [0.05; 0.1]
    y = [0.01; 0.99]
    W1 = [0.15 0.2; 0.25 0.3]
    b1 = [0.35; 0.35]
    W2 = [0.4 0.45; 0.5 0.55]
    b2 = [0.6; 0.6]
    ```

    ```published
    source: Mazur (2015), "A Step by Step Backpropagation Example"
    a1 = [0.593269992; 0.596884378]
    a2[1] = 0.75136507
    C = 0.298371109
    after update of W1, W2 with η = 0.5
    W1[1,:] = [0.149780716 0.19956143]
    C = 0.291027924  disagrees: the hidden slopes there use
      weights that were updated already
    ```

    """

  private func session(_ page: Page) throws -> Session {
    let lesson = try SmallLessons.lesson("a-lesson", Self.text)
    return Session(
      library: LessonLibrary([lesson]), page: page, opening: "a-lesson")
  }

  @Test func aFamousExampleAgreesUpToItsLastFigure() {
    let report = lint(files: [("a-lesson", Self.text)])
    #expect(report.findings.map(\.text) == [])
    #expect(report.tally.printed == 7)
  }

  @Test func theTableTellsWhatAgrees() throws {
    var session = try session(Page())
    session.type("next 9")
    let text = session.type("again").text.plain
    #expect(text.contains("Printed in Mazur (2015)"))
    let rows = text.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(rows.contains("a₁[2] 0.596884378 0.596884378 agrees"))
    #expect(rows.contains("W₁[1,2] 0.19956143 0.19956143 agrees"))
    #expect(rows.contains("C 0.291027924 0.291027774 differs"))
    #expect(rows.contains("After an update of W₁, W₂ with η = 0.5:"))
    #expect(text.contains("C: the hidden slopes there use"))
  }

  @Test func aScreenReaderIsToldEachNumber() throws {
    var session = try session(Page(isPlain: true))
    session.type("next 9")
    let text = session.type("again").text.plain
    #expect(text.contains("published: 0.291027924, ours: 0.291027774, differs"))
  }

  @Test func alterationsLeaveThePrintedNumbersAlone() throws {
    var session = try session(Page())
    session.type("next 9", "set W1 = 0*W1")
    let text = session.type("again").text.plain
    #expect(text.contains("0.291027774"))
  }

  /// Many updates are one after the other, each with all slopes first.
  @Test func manyUpdatesAreThoseOfATraining() throws {
    let text = Self.text.replacing(
      "after update of W1, W2", with: "after 300 updates of W1, W2")
    let lesson = try SmallLessons.lesson("a-lesson", text)
    let bench = try #require(lesson.screens[0].bench)
    let published = try #require(
      lesson.screens[0].pieces.lazy.compactMap { piece -> Published? in
        if case .published(let published) = piece.content {
          published
        } else {
          nil
        }
      }.first)
    let start = try #require(bench.valuation)
    let last = try #require(published.comparisons(from: start).last?.last)
    var slow = start
    for _ in 0..<300 {
      let (w1, w2) = try (
        slow.value(of: Expression("W1 - 0.5*dW1", in: slow.scope)),
        slow.value(of: Expression("W2 - 0.5*dW2", in: slow.scope))
      )
      try slow.set("W1", to: w1)
      try slow.set("W2", to: w2)
    }
    let cost = try #require(slow.values["C"]?.storage.first)
    let ours = try #require(last.value?.storage.first)
    #expect(abs(ours - cost) < 1e-13)
    #expect(try self.session(text).contains("After 300 updates of W₁, W₂"))
  }

  private func session(_ text: String) throws -> String {
    let lesson = try SmallLessons.lesson("a-lesson", text)
    var session = Session(
      library: LessonLibrary([lesson]), page: Page(), opening: "a-lesson")
    session.type("next 9")
    return session.type("again").text.plain
  }

  @Test(arguments: [
    "after 0 updates with η = 0.5", "after 2000000 updates with η = 0.5",
    "after many updates with η = 0.5", "after 3 with η = 0.5", "after 3",
  ])
  func whatNobodyCanCountIsRefused(line: String) {
    let text = Self.text.replacing(
      "after update of W1, W2 with η = 0.5", with: line)
    #expect(!compileFaults(of: text).isEmpty)
  }

  // MARK: - The last digit

  private func number(_ text: String) throws -> PrintedNumber {
    let expression = try Expression(text, in: Scope())
    return try #require(PrintedValue(expression)?.rows[0][0])
  }

  @Test(arguments: [
    ("0.50", 0.504, true), ("0.50", 0.506, false), ("0.5", 0.549, true),
    ("0.5", 0.5501, false), ("-0.25", -0.2549, true), ("-0.25", 0.25, false),
    ("3", 3.4, true), ("3", 3.6, false), ("2e-3", 0.0024, true),
    ("2e-3", 0.0026, false), ("1.5e2", 154, true), ("1.5e2", 156, false),
    ("0.1", .nan, false), ("0", .infinity, false),
  ])
  func aNumberStandsForWhatRoundsToIt(
    _ text: String, _ value: Double, _ agrees: Bool
  ) throws {
    #expect(try number(text).agrees(with: value) == agrees)
  }

  @Test(arguments: ["½", "1/2", "x", "[1, x]", "2*3"])
  func whatIsNoDecimalIsNotPrinted(_ text: String) throws {
    var scope = Scope()
    scope.shapes["x"] = .scalar
    #expect(PrintedValue(try Expression(text, in: scope)) == nil)
  }

  @Test(arguments: [
    (0.5, 2, "0.50"), (0.996, 2, "1.00"), (-0.25, 4, "-0.2500"),
    (1234.5678, 1, "1234.6"), (0.00004, 3, "0.000"), (0.6, 0, "1"),
    (-0.0001, 2, "0.00"), (12.0, -2, "12"), (2.5e-7, 8, "0.00000025"),
  ])
  func placesAreAllWritten(_ value: Double, _ places: Int, _ text: String) {
    #expect(NumberFormat.text(value, places: places) == text)
  }
}
