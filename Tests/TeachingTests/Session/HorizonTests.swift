import Testing

@testable import Teaching

struct HorizonTests {
  static let giveaways = [
    "δ1", "delta1", "print δ1", "why δ1", "2*δ1", "dC/dz1", "D(C, z1)",
  ]

  @Test(arguments: giveaways)
  func whatIsStillToComeIsNotGivenAway(_ line: String) {
    var session = SmallLessons.session()
    session.type("")
    let text = session.type(line).text.plain
    #expect(text.contains("comes on screen 2"))
    #expect(!text.contains("-1"))
  }

  @Test func changesCountWhatIsStillToCome() {
    var session = SmallLessons.session()
    let text = session.type("set w1 = 1").text.plain
    #expect(text.contains("still to come"))
    #expect(!text.contains("δ"))
  }

  @Test func revealShowsAQuantityBeforeItsTime() {
    var session = SmallLessons.session()
    session.type("")
    #expect(session.type("reveal δ1").text.plain.contains("δ₁ = -1"))
    #expect(session.type("δ1").text.plain.contains("δ₁ = -1"))
  }

  @Test func whatIsReachedIsFree() {
    var session = SmallLessons.session()
    session.type("goto slope")
    #expect(!session.type("δ1").failed)
  }

  @Test func whatTheWorksheetShowsIsFreeFromTheStart() {
    var session = SmallLessons.session()
    for name in ["w1", "x", "y", "z1", "C"] {
      #expect(!session.type(name).failed)
    }
  }
}

/// After `da1[1]` was derived the question asks for `da1[2]`: neither that
/// nor the whole is shown, and `da1[1]` is.
struct HorizonByEntryTests {
  /// The hidden layer with its first question open.
  static func asked() -> Session {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    session.type("goto roads", "continue")
    return session
  }

  /// The same once the question is answered and the next is not yet shown.
  static func answered() -> Session {
    var session = asked()
    session.type("W2[1,2]*δ2[1] + W2[2,2]*δ2[2]")
    return session
  }

  static let giveaways = [
    "da1", "da1[2]", "da1[1:2]", "print da1", "print da1[2]", "why da1",
    "why da1[2]", "2*da1[2] + 1", "sum(da1)", "dC/da1[2]", "D(2*C, a1)",
    "paths da1[2]", "paths a1[2]", "nudge da1[2] 0.01", "nudge a1[2] 0.01",
    "display da1", "display da1[2]", "info da1", "info da1[2]",
    "let t = da1[2]", "plot da1[2]*z", "set x[1] = da1[2]",
  ]

  @Test func theFirstEntryIsKnownAndTheSecondIsNot() {
    var session = Self.asked()
    #expect(session.prompt == "answer> ")
    #expect(!session.type("da1[1]").text.plain.isEmpty)
    #expect(!session.type("print da1[1]").failed)
    #expect(!session.type("why da1[1]").failed)
    #expect(!session.type("info da1[1]").failed)
  }

  @Test(arguments: giveaways)
  func anEntryAskedForIsNotShown(_ line: String) throws {
    var session = Self.asked()
    let live = try #require(session.live)
    let value = try #require(live.now.values["da1"]).storage[1]
    let reply = session.type(line)
    #expect(reply.failed)
    let digits = "\(value)".prefix(5)
    #expect(!reply.text.plain.contains(digits))
  }

  @Test func whatWasLetBeforeIsNotShownEither() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    session.type("goto roads", "reveal da1", "let t = da1")
    #expect(!session.type("t").failed)
    session.type("continue")
    #expect(session.type("2*t").failed)
  }

  @Test(arguments: ["print da1", "why da1", "info da1", "display da1"])
  func theWholeComesWhereItIsAskedFor(_ line: String) {
    var session = Self.answered()
    let text = session.type(line).text.plain
    #expect(text.contains("comes on screen 5"))
    #expect(text.contains("reveal da1"))
    #expect(!session.type("print da1[2]").failed)
  }

  @Test func aPartAloneDoesNotTellTheEquation() {
    var session = Self.answered()
    let text = session.type("why da1[1]").text.plain
    #expect(!text.contains("W₂ᵀ"))
    #expect(!text.contains("W2'"))
    let part = session.type("why W2").text.plain
    #expect(!part.contains("da"))
  }

  @Test func listsShowTheEntriesThatAreReached() {
    var session = Self.asked()
    let text = session.type("set W2[1,1] = 2").text.plain
    #expect(text.contains("da1[1]"))
    #expect(!text.contains("da1[2]"))
    #expect(!session.type("info").text.plain.contains("da1"))
    let other = session.type("set W2[1,2] = 2").text.plain
    #expect(!other.contains("da1[2]"))
    #expect(other.contains("still to come"))
    #expect(!session.type("diff").text.plain.contains("da1[2]"))
    #expect(!session.type("nudge W2[1,2] 0.1").text.plain.contains("da1[2]"))
  }

  @Test func anAnswerEchoedDoesNotShowWhatIsAsked() {
    var session = Self.asked()
    let text = session.type("da1").text.plain
    #expect(!text.contains("⎡") && !text.contains("≈"))
  }

  @Test func aDisplayRestsWhileItsQuantityIsAskedFor() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    session.type("goto roads", "reveal da1", "display da1", "continue")
    #expect(session.prompt == "answer> ")
    #expect(!session.type("display").text.plain.contains("⎡"))
    #expect(!session.type("set x[1] = 2").text.plain.contains("da1 "))
    session.type("skip")
    #expect(session.type("display").text.plain.contains("da"))
  }

  @Test func revealingWhatIsAskedRevealsTheAnswer() {
    var session = Self.asked()
    let text = session.type("reveal da1[2]").text.plain
    #expect(text.contains("roads add"))
    #expect(session.prompt != "answer> ")
  }

  @Test func theSlopeThatIsAskedIsNotForecast() {
    var session = SmallLessons.session()
    session.type("continue")
    #expect(session.type("C").failed)
    #expect(session.type("2*C").failed)
    #expect(!session.type("set w1 = 1").text.plain.contains("C "))
    let text = session.type("nudge w1 0.1").text.plain
    #expect(!text.contains("C"))
    session.type("skip")
    #expect(!session.type("C").failed)
  }
}
