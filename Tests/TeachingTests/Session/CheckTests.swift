import Teaching
import Testing

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

  @Test func slopeAtAKinkIsSeenToDiffer() {
    var session = Session(library: CourseLibrary.lessons)
    for line in ["new", "given W: 1×1", "C = sum(relu(W))", "set W = [0]"] {
      #expect(!session.type(line).failed, "\(line)")
    }
    let reply = session.type("check").text.plain
    #expect(reply.contains("differs"))
    #expect(session.type("set W = [2]").failed == false)
    #expect(session.type("check W").text.plain.contains("agrees"))
  }

  @Test func whatIsNoParameterIsRefused() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "last-layer")
    let reply = session.type("check z1")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("checked are W1, W2"))
  }
}
