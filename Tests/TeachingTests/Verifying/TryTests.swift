import Algebra
import Presentation
import Testing

@testable import Teaching

/// What `try` says of a learner's own line.
struct TryTests {
  private func hiddenLayer() -> Session {
    Session(library: CourseLibrary.lessons, opening: "hidden-layer")
  }

  @Test(arguments: [
    "(W2' @ δ2) .* g1'(z1)", "da1 .* a1 .* (1 - a1)",
    "(δ2' @ W2)' .* σ'(z1)", "g1'(z1) .* (W2.T @ d2)",
    "(W2' @ (a2 - y)) .* a1 .* (1 - a1)",
  ])
  func everyFormOfARightLineIsAccepted(_ line: String) {
    var session = hiddenLayer()
    let reply = session.type("try δ1 = \(line)")
    #expect(!reply.failed, "\(reply.text.plain)")
    #expect(reply.text.plain.contains("Right"))
  }

  @Test func bothSlipsAreNamedAndTheAnswerIsNot() {
    var session = hiddenLayer()
    let reply = session.type("try δ1 = W2 @ δ2 .* g1'(a1)")
    #expect(reply.failed)
    let text = reply.text.plain.split { $0.isWhitespace }
      .joined(separator: " ")
    #expect(text.contains("You took the slope at a1"))
    #expect(text.contains("W2 takes"))
    #expect(!text.contains("W2'"))
    #expect(!text.contains("W₂ᵀ"))
    #expect(!text.contains("z1)"))
    #expect(text.contains("If all sizes were equal"))
    #expect(session.type("walk").failed == false)
    let pass = session.type("why pass").text.plain
    #expect(pass.contains("has no value"))
  }

  @Test func theMarksStandBelowWhatIsShown() {
    for charset in [Charset.unicode, .ascii] {
      var session = hiddenLayer()
      session.page.charset = charset
      let lines = session.type("try δ1 = (W2' @ δ2) .* g1'(a1)").text.plain
        .split(separator: "\n").map(Array.init)
      let marks = lines.firstIndex { $0.contains("^") && !$0.contains("=") }
      guard let marks, let place = lines[marks].firstIndex(of: "^") else {
        Issue.record("nothing is marked")
        continue
      }
      #expect(String(lines[marks - 1][place...].prefix(2)) == "a1")
    }
  }

  @Test func theQuantityItselfIsNoLine() {
    for line in ["try δ1 = δ1", "try δ1 = dC/dz1", "try dW1 = (dC/dW1)"] {
      var session = hiddenLayer()
      let reply = session.type(line)
      #expect(reply.failed)
      #expect(reply.text.plain.contains("the very thing"), "\(line)")
    }
  }

  @Test func pastedNumbersAreJudgedToTheirDigits() {
    var session = hiddenLayer()
    let right = session.type("try δ2 = [[-1.775], [1.022]]")
    #expect(!right.failed, "\(right.text.plain)")
    let sign = session.type("try δ2 = [[1.775], [-1.022]]")
    #expect(sign.failed)
    #expect(
      session.type("try δ2 = tensor([[-1.775], [1.022]])").failed == false)
  }

  @Test(arguments: [
    "try", "try δ1", "try W1 = 3", "try nothing = 3", "try δ1 = W9 @ δ2",
    "try δ1 = (", "try δ1 = ln(0 - 1 - z1.^2)",
  ])
  func whatCannotBeTriedIsSaid(_ line: String) {
    var session = hiddenLayer()
    let reply = session.type(line)
    #expect(reply.failed)
    #expect(!reply.text.isEmpty)
    #expect(!session.type("where").failed)
  }

  @Test func aWrongAnswerAtAQuestionIsDiagnosed() throws {
    var session = hiddenLayer()
    // The first question that wants a line.
    for _ in 0..<60 where session.openQuestion?.question.line == nil {
      _ =
        session.openQuestion == nil
        ? session.type("next") : session.type("skip")
    }
    let question = try #require(session.openQuestion?.question)
    #expect(question.line != nil)
    let reply = session.type("W2' @ (y - a2)")
    #expect(reply.failed)
    #expect(
      reply.text.plain.contains("sign") || reply.text.plain.contains("turned"),
      "\(reply.text.plain)")
  }
}
