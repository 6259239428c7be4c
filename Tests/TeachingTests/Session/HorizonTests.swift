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
