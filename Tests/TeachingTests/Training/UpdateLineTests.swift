import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

/// The lines with an arrow: one meaning for training, for printed numbers and
/// for the walk through an iteration.
@Suite struct UpdateLineTests {
  /// The first update reads the weight that the second one sets.
  private static let lesson = """
    # Two weights

    Needs nothing. Gives two weights that step at once. About 1 minute.

    ```worksheet
    x  = 3     input
    y  = 1     input
    w1 = 0.5   parameter
    w2 = 2     parameter
    z1 = w1*x
    z2 = w2*z1
    C  = ½(z2 - y)^2   cost
    w2 <- w2 - 0.01*dw2
    w1 <- w1 - 0.01*(z2 - y)*w2*x
    ```

    ```published
    source: by hand
    after update
    w1 = 0.38
    w2 = 1.97
    ```

    """

  private func session(_ text: String = lesson) throws -> Session {
    let lesson = try SmallLessons.lesson("a-lesson", text)
    var session = Session(
      library: LessonLibrary([lesson]), opening: "a-lesson")
    session.type("next 3")
    return session
  }

  private func weights(_ session: Session) throws -> [Double] {
    try ["w1", "w2"].map {
      try #require(session.live?.value(of: $0)?.storage.first)
    }
  }

  @Test func printedNumbersAreThoseOfAllLinesAtOnce() {
    #expect(lint(files: [("a-lesson", Self.lesson)]).findings.isEmpty)
  }

  @Test func trainingDoesAllLinesAtOnce() throws {
    var session = try session()
    session.type("train 1")
    let weights = try weights(session)
    #expect(abs(weights[0] - 0.38) < 1e-15)
    #expect(abs(weights[1] - 1.97) < 1e-15)
  }

  @Test func theWalkShowsWhatTrainingDoes() throws {
    var (walked, trained) = try (session(), session())
    walked.type("train 1 step")
    trained.type("train 1")
    #expect(try weights(walked) == weights(trained))
    let walk = walked.type("walk 99").text.plain
    #expect(walk.contains("0.38") && walk.contains("1.97"))
  }

  @Test func theRateIsReportedWhereTheLinesHaveIt() throws {
    var session = try session()
    let own = session.type("train 3 rate 0.5").text.plain
    #expect(!own.contains("η") && !own.contains("0.5,"))
    #expect(own.contains("which take no rate"))
    #expect(!session.type("train 0").text.plain.contains("Cauchy"))
    let rule = session.type("train 3 by momentum rate 0.01").text.plain
    #expect(rule.contains("by momentum, η = 0.01"))
    let free = Self.lesson.replacing("0.01*dw2", with: "η*dw2")
      .replacing("```published", with: "```published\nsource: x\nC = 2")
    #expect(!compileFaults(of: free).isEmpty)
  }

  @Test func aQuantityHasOneUpdate() {
    let twice = Self.lesson.replacing("\nw1 <-", with: "\nw2 <-")
    #expect(
      compileFaults(of: twice).contains { $0.contains("updated twice") })
  }

  // MARK: - Training in a lesson

  private static let asking = """
    # Ask

    Needs nothing. Gives a training. About 1 minute.

    ```network
    layers 2 → 4 tanh → 1 sigmoid
    cost   mean binary cross-entropy
    x, y from circles 30 seed 3 test 0.2
    W1 ~ glorot
    b1 ~ zeros
    W2 ~ random normal 0.1
    b2 ~ zeros
    numpy seed 0
    ```

    Words.

    ```run
    train 20 rate 0.5
    check
    ```

    ```ask
    Bring `C` below 1/10.
    until: C < 0.1
    answer: train 400 by adam rate 0.1
    answer: train 40 epochs batch 8 by adam rate 0.1
    right: so it learns
    ```

    Done.

    """

  @Test func aSampleMayBeATraining() {
    #expect(
      lint(files: [("a-lesson", Self.asking)]).findings.map(\.text) == [])
    let short = Self.asking.replacing("train 400", with: "train 1")
    #expect(
      lint(files: [("a-lesson", short)]).findings.map(\.message) == [
        "'train 1 by adam rate 0.1' does not bring the condition about"
      ])
    for wrong in ["train 400 by adma", "train 900000000", "train 3 step"] {
      let text = Self.asking.replacing(
        "train 400 by adam rate 0.1", with: wrong)
      #expect(
        lint(files: [("a-lesson", text)]).findings.map(\.message) == [
          "'\(wrong)' cannot be run"
        ])
    }
  }

  @Test func whatALessonTrainsIsTrainedOnce() throws {
    var session = try session(Self.asking)
    session.type("restart", "next 3")
    let before = try #require(session.live?.value(of: "W1"))
    let first = session.trained?.record.state.iteration
    #expect(first == 20)
    for line in ["again", "back", "next", "goto 1"] { session.type(line) }
    #expect(session.live?.value(of: "W1") == before)
    var later = Session(
      library: session.library, progress: session.progress)
    later.type("", "again", "back", "next")
    #expect(later.live?.value(of: "W1") == before)
    session.type("restart", "next 3")
    #expect(session.live?.value(of: "W1") == before)
  }

  @Test func aSetOfALessonHasClassesAndATest() throws {
    var session = try session(Self.asking)
    #expect(session.live?.value(of: "x")?.shape == Shape(rows: 2, columns: 24))
    session.type("next 9", "train 400 by adam rate 0.1")
    let text = session.type("predict").text.plain
    #expect(text.contains("The 6 examples kept to test:"))
    #expect(text.contains("inner"))
  }

  @Test func aWorksheetMayTakeSetsToo() throws {
    let text = """
      # Two sets

      Needs nothing. Gives two sets. About 1 minute.

      ```worksheet
      x, y from circles 40 seed 3
      xt, yt from circles 10 seed 4
      W1 = [0.1 -0.2]   parameter
      z1 = W1 @ x
      C  = mean((z1 - y).^2)   cost
      kept = mean((W1 @ xt - yt).^2)
      ```

      Words.

      """
    let lesson = try SmallLessons.lesson("a-lesson", text)
    let bench = try #require(lesson.screens[0].bench)
    #expect(bench.givens["x"]?.shape == Shape(rows: 2, columns: 40))
    #expect(bench.givens["yt"]?.shape == Shape(rows: 1, columns: 10))
    for (wrong, part) in [
      ("x from circles 40", "1 names"), ("x, y from squares", "squares"),
      ("x, y from circles x", "says nothing"),
      ("x, y from circles 40 test 2", "part"),
    ] {
      let faults = compileFaults(
        of: text.replacing("x, y from circles 40 seed 3", with: wrong))
      #expect(faults.contains { $0.contains(part) }, "\(faults)")
    }
  }
}
