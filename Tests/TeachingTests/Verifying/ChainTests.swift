import Testing

@testable import Teaching

/// Derivations that a learner writes line by line.
struct ChainTests {
  private func bench() -> Session {
    var session = Session(library: LessonLibrary([]))
    for line in [
      "new", "given W: k×n, x: n×m, y: k×m", "z = W @ x", "a = σ(z)",
      "C = ½ sum((a - y).^2)",
    ] {
      #expect(!session.type(line).failed, "\(line)")
    }
    return session
  }

  @Test func everyLineIsHeldAgainstTheOneBefore() {
    var session = bench()
    for line in [
      "dC/dz = dC/da .* σ'(z) by chain rule",
      "= (a - y) .* σ'(z) by power rule",
      "= (a - y) .* a .* (1 - a) by slope of sigmoid",
    ] {
      let reply = session.type(line)
      #expect(!reply.failed, "\(line): \(reply.text.plain)")
    }
    #expect(session.chain?.lines.count == 3)
    #expect(session.chain?.holds == true)
  }

  @Test func aWrongLineStandsAndIsMarked() {
    var session = bench()
    #expect(!session.type("dC/da = a - y").failed)
    let wrong = session.type("= y - a")
    #expect(wrong.failed)
    #expect(wrong.text.plain.contains("≠ y - a"))
    let next = session.type("= -(a - y)")
    #expect(!next.failed)
    #expect(session.chain?.lines.map(\.holds) == [true, false, true])
    #expect(session.chain?.holds == false)
  }

  @Test func undoTakesALineBack() {
    var session = bench()
    _ = session.type("dC/da = a - y")
    _ = session.type("= y - a")
    #expect(!session.type("undo").failed)
    #expect(session.chain?.lines.count == 1)
    #expect(!session.type("redo").failed)
    #expect(session.chain?.lines.count == 2)
  }

  @Test func aLineThatHasNoValueIsNotKept() {
    var session = bench()
    _ = session.type("dC/da = a - y")
    #expect(session.type("= a @ y").failed)
    #expect(session.type("= a - q").failed)
    #expect(session.chain?.lines.count == 1)
  }

  @Test func aRuleMustExist() {
    var session = bench()
    #expect(session.type("by chain rule").text.plain.contains("No line"))
    #expect(session.type("= 3").failed)
    _ = session.type("dC/da = a - y")
    let reply = session.type("by chian rule")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("try: by chain rule"))
    #expect(!session.type("by power rule").failed)
    #expect(session.chain?.lines.first?.reason?.text == "power rule")
  }

  @Test func aTriedLineCanBeGoneOnFrom() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    #expect(!session.type("try dW2 = δ2 @ a1'").failed)
    #expect(!session.type("= (a1 @ δ2')'").failed)
    #expect(session.type("= a1 @ δ2'").failed)
  }
}
