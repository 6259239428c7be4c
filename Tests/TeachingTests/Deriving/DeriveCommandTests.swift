import Algebra
import Presentation
import Testing

@testable import Teaching

@Suite struct DeriveCommandTests {
  private static func session() -> Session {
    Session(library: LessonLibrary([]))
  }

  private static func line() -> Session {
    var session = SmallLessons.session()
    session.type("")
    return session
  }

  @Test func aDerivationIsShownWithItsRulesAndItsVerdict() {
    var session = Self.session()
    let text = session.type("derive tanh(3z^2) wrt z").text.plain
    #expect(
      text == """
           D(tanh(3z²), z) = tanh′(3z²)·D(3z², z)         chain rule      1
                           = (1 - tanh(3z²)²)·D(3z², z)   slope of tanh   2
                           = (1 - tanh(3z²)²)·(6z)        power rule      3
                           = 6z·(1 - tanh(3z²)²)          arithmetic      4
           4 equalities checked, all exact
        """)
  }

  @Test func aLetterIsTheOneThatMoves() {
    var session = Self.line()
    let reply = session.type("derive sigmoid(t) wrt t")
    #expect(!reply.failed)
    #expect(reply.text.plain.contains("= σ(t)·(1 - σ(t))"))
    #expect(reply.text.plain.contains("8 equalities checked"))
  }

  @Test func whatIsNotThereIsNamed() {
    var session = Self.line()
    #expect(
      session.type("derive foo").text.plain.contains("there is no foo here"))
    #expect(
      session.type("derive dC/dfoo").text.plain.contains("there is no"))
    #expect(session.type("(foo + 1)^2").text.plain.contains("no foo here"))
  }

  @Test func anEntryIsDerivedWithTheWholeSlope() {
    let opened = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    for line in ["derive dC/dW2[1,2]", "derive C wrt W2[1,2]"] {
      var session = opened
      session.type("reveal dW2")
      let reply = session.type(line)
      #expect(!reply.failed)
      #expect(reply.text.plain.contains("= (δ₂·a₁ᵀ)[i,j]"))
      #expect(reply.text.plain.contains("why dW₂[1,2]"))
    }
  }

  @Test func whoMaySeeASlopeMaySeeItsDerivation() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    #expect(session.type("derive δ1").failed)
    session.type("reveal δ1")
    #expect(!session.type("derive δ1").failed)
    #expect(!session.type("derive --moves δ1").failed)
  }

  @Test func eachSideOfAKinkHasItsLines() {
    var session = Self.session()
    let text = session.type("derive relu(z) wrt z").text.plain
    for part in ["where z > 0", "where z < 0", "relu′(0) = 0 here"] {
      #expect(text.contains(part))
    }
  }

  @Test func stepOpensOneLineAfterTheOther() {
    var session = Self.session()
    session.type("derive tanh(3z^2) wrt z")
    #expect(session.type("step").text.plain.contains("chain rule:"))
    let second = session.type("step").text.plain
    #expect(second.contains("quotient rule"))
    #expect(second.contains("2.1"))
    #expect(session.type("step").text.plain.contains("3.2"))
    session.type("step")
    #expect(!session.hasLinesToOpen)
  }

  @Test func nextFoldsAndGoesOn() {
    var session = Self.line()
    session.type("derive sigmoid(t) wrt t")
    let place = session.place
    session.type("step")
    #expect(session.place == place)
    session.type("next")
    #expect(session.place != place)
    #expect(!session.hasLinesToOpen)
  }

  @Test func whyExplainsALine() {
    var session = Self.line()
    session.type("derive sigmoid(t) wrt t")
    let text = session.type("why 2").text.plain
    #expect(text.contains("Reciprocal rule"))
    #expect(session.type("why 99").failed)
  }

  @Test func theValueStandsBelowWhereThereIsOne() {
    var session = Self.line()
    let text = session.type("derive x*w1^2 wrt w1").text.plain
    #expect(text.contains("= 12"))
  }

  @Test func whatComesLaterIsNotGivenAway() {
    var session = Self.line()
    for line in ["derive C wrt z1", "derive δ1", "derive --moves δ1"] {
      let reply = session.type(line)
      #expect(reply.failed)
      #expect(reply.text.plain.contains("reveal δ1"))
    }
  }

  @Test func whatIsAskedIsNotGivenAway() throws {
    let text = """
      # A slope

      Needs nothing. Gives a slope. About 1 minute.

      ```worksheet
      z1 = 2   input
      a1 = σ(z1)   cost
      ```

      ```ask
      What is the slope of `a1` in `z1`?
      answer: a1*(1 - a1)
      right: it is
      ```

      That was all.
      """
    let lesson = try SmallLessons.lesson("slope", text)
    var session = Session(library: LessonLibrary([lesson]), opening: "slope")
    session.type("next 5")
    #expect(session.openQuestion != nil)
    let refused = session.type("derive sigmoid(t) wrt t")
    #expect(refused.failed)
    #expect(refused.text.plain.contains("gives away what is asked"))
    #expect(!session.type("derive t^3 wrt t").failed)
    session.type("a1*(1 - a1)")
    #expect(!session.type("derive sigmoid(t) wrt t").failed)
  }

  @Test(arguments: [
    "derive sigmoid(t)", "derive C", "derive sigmoid(t) wrt q",
    "derive q*t wrt t", "derive t > 0 wrt t", "derive all(t > 0) wrt t",
    "derive sigmoid(t wrt t", "derive C wrt w1[1]", "derive [1; 2]*w1 wrt w1",
    "derive sigmoyd(t) wrt t", "derive 1/2t wrt t",
  ])
  func aSlipIsAnsweredWithARemedyThatWorks(_ line: String) throws {
    var session = Self.line()
    session.type("reveal dw1", "reveal δ1")
    let reply = session.type(line)
    #expect(reply.failed)
    let text = reply.text.plain
    #expect(text.contains("error:"))
    let remedy = try #require(
      text.split(separator: "\n").first { $0.contains("try: ") })
    let typed = String(
      remedy.drop { $0 != ":" }.dropFirst(2))
    #expect(!session.type(typed).failed, "\(line): \(typed)")
  }

  @Test func derivedLinesStayWithinThePage() {
    for width in [60, 80] {
      var session = Self.session()
      session.page.width = width
      for name in ["sigmoid", "tanh", "softmax", "softplus", "gelu"] {
        let reply = session.type("derive \(name)(z) wrt z")
        for line in reply.text.lines { #expect(line.width <= width) }
      }
    }
  }

  @Test func completionOffersWrtAndTheName() {
    let session = Self.line()
    func offered(_ line: String) -> [String] {
      session.completions(of: line, cursor: line.count).candidates
    }
    #expect(offered("derive sigmoid(z1) w").contains("wrt"))
    #expect(offered("derive sigmoid(t)*x wrt ").contains("x"))
    #expect(offered("der") == ["derive"])
  }
}
