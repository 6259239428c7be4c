import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

/// A published program whose network is not that of its slopes: the cost
/// rises with its step.
@Suite struct ComparedTests {
  private static let text = """
    # Two sides

    Needs nothing. Gives lines that were printed.

    ```network
    layers 2 → 3 sigmoid → 2 identity, no bias
    cost half squared error
    x = [1; 3]
    y = [4; 1]
    W1 = [0.97007005 0.61840113; 0.92420913 0.97500156; 0.72183716 0.53289514]
    W2 = [0.85264027 0.97336448 0.51301245; 0.2620828 0.97489056 0.90059674]
    ```

    ```compare
    source: a notebook
    z2 = W2 @ z1
    δ2 = -z2 + y
    W1 <- W1 + η*dW1
    show z2, C
    show dW2[1,:]
    after update with η = 0.01
    show C
    ```

    """

  private func lesson() throws -> Lesson {
    try SmallLessons.lesson("a-lesson", Self.text)
  }

  private func version() throws -> (SourceVersion, Bench) {
    let screen = try lesson().screens[0]
    for case .compared(let version, _) in screen.pieces.map(\.content) {
      return (version, try #require(screen.bench))
    }
    throw ProbeFailure()
  }

  private struct ProbeFailure: Error {}

  private func session(_ page: Page) throws -> Session {
    Session(
      library: LessonLibrary([try lesson()]), page: page, opening: "a-lesson")
  }

  @Test func bothSidesComeToThePublishedNumbers() throws {
    let (version, bench) = try version()
    let rows = version.rows(from: try #require(bench.valuation))
    let costs = try [rows[0][1], rows[2][0]].map {
      (
        try #require($0.written?.storage.first),
        try #require($0.right?.storage.first)
      )
    }
    // The notebook's own numbers, and those of the network that it means.
    #expect(abs(costs[0].0 - 21.1824) < 0.0001)
    #expect(abs(costs[0].1 - 2.09738016205579) < 1e-7)
    #expect(abs(costs[1].0 - 24.2467) < 0.0001)
    #expect(abs(costs[1].1 - 1.986049892103779) < 1e-7)
    #expect(rows[1][0].differs)
  }

  @Test func everyLineIsAPieceAndIsCounted() throws {
    let report = lint(files: [("a-lesson", Self.text)])
    #expect(report.findings.map(\.text) == [])
    #expect(report.tally.linesRefuted == 3)
    let pieces = try lesson().screens[0].pieces.filter {
      if case .compared = $0.content { true } else { false }
    }
    #expect(pieces.count == 4)
  }

  @Test(arguments: [80, 60, 40])
  func sidesStandWithinThePage(width: Int) throws {
    var session = try session(Page(width: width))
    session.type("next 9")
    let text = session.type("again").text
    #expect(text.lines.allSatisfy { $0.width <= width })
    let words = text.plain.split { $0 == " " || $0 == "\n" }.joined(
      separator: " ")
    #expect(words.contains("C ≈ 21.18* C ≈ 2.097"))
    #expect(words.contains("C ≈ 24.25* C ≈ 1.986"))
    // A matrix that is too wide for half of the page is shown whole.
    #expect(width < 60 || !text.plain.contains("⋯"))
  }

  @Test func aScreenReaderIsToldWhichSideIsWhich() throws {
    var session = try session(Page(isPlain: true))
    session.type("next 9")
    let text = session.type("again").text.plain
    #expect(text.contains("as written: C is about 21.18 changed"))
    #expect(text.contains("right: C is about 2.097"))
  }

  @Test func alterationsHoldForBothSides() throws {
    var session = try session(Page())
    session.type("next 9")
    session.type("set W2 = 0*W2")
    // Without W2 both networks give 0, and one cost stays as it is.
    let text = session.type("again").text.plain
    #expect(text.contains("C = 8.5                                C = 8.5\n"))
  }

  @Test(arguments: Lens.all)
  func aBookHasTheSameNumbers(lens: Lens) throws {
    let (own, bench) = try version()
    let seen = try lesson().seen(through: lens).screens[0]
    for case .compared(let version, _) in seen.pieces.map(\.content) {
      let rows = version.rows(from: try #require(seen.bench?.valuation))
      let ours = own.rows(from: try #require(bench.valuation))
      let costs = [rows[0][1], rows[2][0]].map(\.written)
      for (cost, our) in zip(costs, [ours[0][1], ours[2][0]].map(\.written)) {
        let found = try #require(cost?.storage.first)
        // A book may count the cost of a layer twice or half.
        let ratio = try found / #require(our?.storage.first)
        #expect([0.5, 1, 2].contains { abs(ratio - $0) < 1e-9 }, "\(ratio)")
      }
      break
    }
  }
}
