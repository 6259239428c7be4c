import Algebra
import Testing

@testable import Teaching

/// What `verify` says, and what can be asked afterwards.
struct VerifyTests {
  private func lastLayer() -> Session {
    Session(library: CourseLibrary.lessons, opening: "last-layer")
  }

  private func bench(_ lines: String...) -> Session {
    var session = Session(library: LessonLibrary([]))
    for line in ["new"] + lines {
      let reply = session.type(line)
      #expect(!reply.failed, "\(line): \(reply.text.plain)")
    }
    return session
  }

  @Test func aTrueLineSaysWhatItRestsOn() {
    var session = lastLayer()
    let reply = session.type("verify dC/dW2 = δ2 @ a1'")
    #expect(!reply.failed)
    #expect(reply.text.plain.contains("It holds."))
    #expect(reply.text.plain.contains("It holds for all of them.") == false)
    #expect(reply.text.plain.contains("measured by differences"))
    guard case .exact? = session.judgedLines.last?.verification.verdict else {
      Issue.record("\(reply.text.plain)")
      return
    }
  }

  @Test func aFalseLineComesWithNumbers() {
    var session = bench()
    let reply = session.type("verify (u + v)^2 = u^2 + v^2")
    #expect(reply.failed)
    let example = session.judgedLines.last?.counterexample
    #expect(example?.origin == .small)
    #expect(example?.givens.values.allSatisfy { $0.storage == [1] } == true)
    #expect(example?.left.storage == [4])
    #expect(example?.right.storage == [2])
  }

  @Test func anAssumptionIsNamedAndCanBeDropped() {
    var session = bench(
      "given W: k×n, x: n×m, y: k×m with colsum(y) = 1", "z = W @ x",
      "a = softmax(z)", "C = -sum(y .* ln(a))/m")
    let with = session.type("verify dC/dz = (a - y)/m")
    #expect(!with.failed)
    #expect(with.text.plain.contains("colsum(y) = 1. Without it"))
    let without = session.type("verify dC/dz = (a - y)/m without colsum(y) = 1")
    #expect(without.failed)
    let general = session.type(
      "verify dC/dz = (a .* (ones(k, 1) @ colsum(y)) - y)/m "
        + "without colsum(y) = 1")
    #expect(!general.failed)
  }

  @Test func everyKindOfConditionCanBeDeclared() {
    var session = bench(
      "given y: k×m with onehot(y)", "given x: n×m with x > 0",
      "given q: k×m with colsum(q) = 1, q > 0")
    for line in [
      "y .* y = y", "colsum(y) = ones(1, m)", "abs(x) = x",
      "abs(q) = q .* (ones(k, 1) @ colsum(q))",
    ] {
      let reply = session.type("verify \(line)")
      #expect(!reply.failed, "\(line): \(reply.text.plain)")
    }
    #expect(session.type("verify q .* q = q").failed)
    #expect(session.type("verify y .* y = y without onehot(y)").failed)
    _ = session.type("set x = [-1 1; 1 1]")
    #expect(session.type("verify abs(x) = x").failed)
  }

  @Test func whatIsNotAssumedCannotBeDropped() {
    var session = bench("given y: k×m")
    let reply = session.type("verify y = y without colsum(y) = 1")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("is not taken for granted here"))
  }

  @Test(arguments: [
    "verify", "verify u", "verify u = ", "verify u = u with moon",
    "verify W9 @ = 3",
  ])
  func whatCannotBeJudgedIsRefused(_ line: String) {
    var session = bench()
    let reply = session.type(line)
    #expect(reply.failed)
    #expect(session.judgedLines.isEmpty)
    #expect(reply.text.plain.contains("try:") || line.contains("@"))
  }

  @Test func aWalkGoesFromTheNumbersToBothSides() {
    var session = lastLayer()
    #expect(session.type("walk").text.plain.contains("no counterexample"))
    _ = session.type("verify dC/dW2 = a1 @ δ2' + 0*dC/dW2")
    _ = session.type("verify z2 = W2 @ z1")
    let first = session.type("walk").text.plain
    #expect(first.contains("x"))
    #expect(first.contains("more: walk"))
    let rest = session.type("walk 99").text.plain
    #expect(rest.contains("left:"))
    #expect(rest.contains("right:"))
    #expect(!rest.contains("more: walk"))
  }

  @Test func aValueThatIsStillToComeIsNotShown() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    let reply = session.type("verify δ1 = 0*z1")
    #expect(reply.failed)
    #expect(session.judgedLines.last?.counterexample?.origin == .small)
  }

  @Test func theSameLineGetsTheSameVerdict() {
    let line = "verify softmax(z) = exp(z)/sum(exp(z))"
    let texts = (0..<2).map { _ in
      var session = bench("given z: k×1")
      return session.type(line).text.plain
    }
    #expect(texts[0] == texts[1])
  }

  @Test func lettersStandForAnyNumberWhereNoneOfThemIsKnown() {
    var session = bench("given y: k×m")
    let reply = session.type("verify (p - q)^2 = (q - p)^2")
    #expect(!reply.failed)
    #expect(reply.text.plain.contains("p, q stand for any number"))
    let typo = session.type("verify q = y")
    #expect(typo.failed)
    #expect(typo.text.plain.contains("there is no q here"))
  }
}
