import Algebra
import Matrices
import Presentation
import Testing

@testable import Teaching

@Suite struct CheckTests {
  @Test(arguments: ["one-weight", "sigmoid", "last-layer", "hidden-layer"])
  func everySlopeOfALessonAgreesWithDifferences(lesson: String) {
    var session = Session(library: CourseLibrary.lessons, opening: lesson)
    let reply = session.type("check")
    #expect(!reply.failed)
    let rows = reply.text.plain.split(separator: "\n").filter {
      $0.hasPrefix(" dW") || $0.hasPrefix(" dw") || $0.hasPrefix(" db")
    }
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.hasSuffix("agrees"), "\(row)") }
  }

  @Test(arguments: ["one-weight", "sigmoid", "last-layer", "hidden-layer"])
  func everyEntryOfALessonAgreesToo(lesson: String) {
    var session = Session(library: CourseLibrary.lessons, opening: lesson)
    let reply = session.type("check --all")
    #expect(!reply.failed)
    let text = reply.text.plain
    #expect(text.contains("Only what follows from an entry was computed"))
    let rows = text.split(separator: "\n").filter { $0.hasSuffix("agrees") }
    #expect(!rows.isEmpty && !text.contains("in which all of them move"))
  }

  @Test func oneOptionIsTakenAtATime() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    #expect(
      session.type("check --all --steps").text.plain.contains("a picture"))
    #expect(
      session.type("check --every").text.plain.contains("try: check --all"))
  }

  /// No slope is there to be measured, which is nobody's fault.
  @Test func entryAtAKinkIsFlaggedAndNotFailed() {
    var session = Session(library: CourseLibrary.lessons)
    for line in [
      "new", "given W: 2×1", "z = 2*W", "C = sum(relu(z))", "set W = [0; 1]",
    ] {
      #expect(!session.type(line).failed, "\(line)")
    }
    let reply = session.type("check W")
    #expect(!reply.failed)
    let text = reply.text.plain
    #expect(text.contains("1 of 2"))
    #expect(text.contains("agrees"))
    #expect(text.contains("z[1] stands at the kink of relu"))
    #expect(session.type("set W = [0; 0]").failed == false)
    #expect(session.type("check").text.plain.contains("at a kink"))
  }

  @Test func entryNearAKinkIsMeasuredWithASmallerStep() {
    var session = Session(library: CourseLibrary.lessons)
    for line in [
      "new", "given W: 2×1", "C = sum(relu(W) .* W)", "set W = [1e-4; -1e-4]",
    ] {
      #expect(!session.type(line).failed, "\(line)")
    }
    let text = session.type("check W").text.plain
    #expect(text.contains("agrees") && !text.contains("of 2"))
  }

  @Test func zerosOnBothSidesAreSaidToBeZeros() {
    var session = Session(library: CourseLibrary.lessons)
    for line in [
      "new", "given W: 2×2, x: 2×3", "C = sum(relu(W @ x - 9))",
      "set W = [1 1; 1 1]", "set x = [1 1 1; 1 1 1]",
    ] {
      #expect(!session.type(line).failed, "\(line)")
    }
    let reply = session.type("check W")
    #expect(!reply.failed)
    #expect(reply.text.plain.contains("is all zero, here and at other"))
  }

  @Test func whatHasNoSlopeIsRefused() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    for line in ["check x", "check y", "check W9", "check a2 z2"] {
      #expect(session.type(line).failed)
    }
    #expect(
      session.type("check x").text.plain.contains("checked are W1, W2"))
  }

  @Test(arguments: ["δ1", "delta1", "z1", "dC/dz1", "W1", "dW1", "a1"])
  func everySpellingOfASlopeIsChecked(_ word: String) {
    var session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    let reply = session.type("check \(word)")
    #expect(!reply.failed)
    #expect(reply.text.plain.contains("agrees"))
  }

  /// The size of a slope cannot be read off what is said about its error.
  @Test func checkShowsNoSlope() throws {
    var session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    let valuation = try #require(session.live?.now)
    let text = session.type("check").text.plain
    for name in ["dW1", "dW2"] as [Name] {
      for slope in try #require(valuation.values[name]).storage {
        let shown = NumberFormat(digits: 2).text(slope.magnitude)
        #expect(!text.contains(shown), "\(shown)")
      }
    }
  }

  /// `dC/dw1` is asked for: that it is zero must not be said.
  @Test func zeroThatIsWithheldIsNotGivenAway() throws {
    var session = Session(
      library: CourseLibrary.lessons, opening: "one-weight")
    _ = session.type("set w1 = 2")
    let reply = session.type("check")
    #expect(!reply.failed)
    #expect(!reply.text.plain.contains("zero"))
  }

  // MARK: - The error against the step

  /// A cost of products alone is the same to the last bit everywhere.
  @Test(arguments: [Charset.unicode, .ascii])
  func errorIsDrawnAgainstTheStep(_ charset: Charset) throws {
    var session = Session(
      library: CourseLibrary.lessons, page: Page(charset: charset))
    for line in CheckPictures.lines {
      #expect(!session.type(line).failed, "\(line)")
    }
    let text = session.type("check --steps").text.plain
    #expect(
      text
        == (charset == .unicode ? CheckPictures.unicode : CheckPictures.ascii))
  }

  /// Truncation falls with the square and with the fourth power.
  @Test func errorsFallWithTheOrderOfTheDifference() throws {
    let session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    let valuation = try #require(session.live?.now)
    let errors = try #require(try StepErrors(["W1", "W2"], in: valuation))
    // The first is 0.1, and every third one is ten times smaller.
    let second = errors.secondOrder[0] / errors.secondOrder[3]
    let fourth = errors.fourthOrder[0] / errors.fourthOrder[3]
    #expect((80...120).contains(second))
    #expect((6000...14000).contains(fourth))
    #expect(errors.secondOrder[33] > 1e-6)
  }

  @Test func optionThatIsNoneIsRefused() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    let reply = session.type("check --step")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("try: check --steps"))
  }
}
