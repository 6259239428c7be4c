import Teaching
import Testing

@Suite struct IndexTests {
  private func session() -> Session {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    session.type("reveal dW2", "reveal δ2")
    return session
  }

  @Test func anEquationIsShownForOneEntryAndBack() {
    var session = session()
    let sums = session.type("index dW2")
    #expect(!sums.failed)
    #expect(sums.text.plain.contains("dW₂[i,j] = δ₂[i]·a₁[j]"))
    #expect(sums.text.plain.contains("It holds"))
    let back = session.type("index dW2[i,j] = δ2[i]*a1[j]")
    #expect(back.text.plain.contains("dW₂ = δ₂·a₁ᵀ"))
    #expect(back.text.plain.contains("It holds"))
  }

  @Test func theLinesOfWhatWasDerivedHaveNumbers() {
    var session = session()
    session.type("derive dW2")
    let back = session.type("index 4")
    #expect(back.text.plain.contains("dW₂ = δ₂·a₁ᵀ"))
    #expect(back.text.plain.contains("It holds"))
    session.type("derive --moves dW2")
    #expect(session.type("index 3").text.plain.contains("It holds"))
  }

  @Test func aWrongLineIsRefutedInItsOtherForm() {
    var session = session()
    let reply = session.type("index dW2[i,j] = 2*δ2[i]*a1[j]")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("It does not hold"))
  }

  @Test func whatIsNotReachedIsNotGivenAway() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    let reply = session.type("index dW1")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("shows it now"))
  }

  @Test func aLineThatIsNotThereIsNamed() {
    var session = session()
    #expect(session.type("index 99").failed)
    #expect(session.type("index nosuch").failed)
    #expect(session.type("index (").failed)
  }

  @Test func namesAreCompletedBehindIt() {
    let candidates = session().completions(of: "index dW", cursor: 8).candidates
    #expect(candidates.contains("dW2"))
  }
}
