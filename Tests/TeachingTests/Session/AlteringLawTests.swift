import Matrices
import Testing

@testable import Teaching

struct AlteringLawTests {
  static let alterations = [
    "set W1[1,2] = 0.3", "set W1 = 2 * W1", "set W1[1,:] = [7 8]",
    "set x = [3; 4]", "set W1[:,2] = W1[:,1]", "set x[2] = z1[1]",
    "set x[1] = x[2], x[2] = x[1]", "set W1 = 2 * W1, x = [3; 4]",
  ]

  @Test(arguments: alterations)
  func undoingIsTheInverseOfDoing(_ line: String) {
    var session = SmallLessons.session("matrices")
    session.type("", "")
    let before = session.live?.now.values
    #expect(!session.type(line).failed)
    let after = session.live?.now.values
    #expect(after != before)
    session.type("undo")
    #expect(session.live?.now.values == before)
    session.type("redo")
    #expect(session.live?.now.values == after)
  }

  @Test(arguments: alterations)
  func movingNeverTouchesAnAlteration(_ line: String) {
    var session = SmallLessons.session("matrices")
    session.type("", line)
    let made = session.alterations
    for move in ["", "next 3", "back 2", "goto more", "back", "again", "list"] {
      session.type(move)
      #expect(session.alterations == made)
    }
  }

  @Test func theLearnersAlterationWinsOverTheLessons() {
    var session = SmallLessons.session("matrices")
    session.type("set W1[1,1] = 9", "next 4")
    #expect(session.type("again").text.plain.contains("W1[1,1] stays as you"))
    #expect(session.live?.now.values["W1"]?[0, 0] == 9)
    session.type("reset")
    #expect(session.live?.now.values["W1"]?[0, 0] == 5)
  }

  @Test func theLessonsAlterationIsUndoneByGoingBack() {
    var session = SmallLessons.session("matrices")
    session.type("next 4")
    #expect(session.live?.now.values["W1"]?[0, 0] == 5)
    session.type("back")
    #expect(session.live?.now.values["W1"]?[0, 0] == 1)
  }

  @Test func resetCanBeUndone() {
    var session = SmallLessons.session("matrices")
    session.type("set x[1] = 9", "reset")
    #expect(session.live?.now.values["x"]?[0, 0] == 1)
    session.type("undo")
    #expect(session.live?.now.values["x"]?[0, 0] == 9)
  }

  @Test func whatIsSetTogetherIsSetFromTheValuesBefore() {
    var session = SmallLessons.session("matrices")
    session.type("", "set x[1] = 8, x[2] = x[1]")
    #expect(session.live?.now.values["x"]?.storage == [8, 1])
    #expect(session.alterations.done.count == 1)
    let kept = try? ProgressRecord(reading: session.progress.text)
    #expect(kept?.alterations == session.alterations)
    #expect(session.type("set x[1] = 1, C = 2").failed)
    #expect(session.live?.now.values["x"]?.storage == [8, 1])
  }

  @Test func theLinesOfASetFenceAreSetTogether() throws {
    let lesson = try SmallLessons.lesson(
      "swap",
      """
      # A swap

      Needs nothing. Gives a swap.

      ```worksheet
      a = 2   input
      b = 3   input
      s = a*b   cost
      ```

      ```set
      a = b
      b = a
      ```
      """)
    var session = Session(library: LessonLibrary([lesson]), opening: "swap")
    session.type("next 4")
    #expect(session.live?.now.values["a"]?.storage == [3])
    #expect(session.live?.now.values["b"]?.storage == [2])
  }

  @Test func settingTheSameNumberIsNoAlteration() {
    var session = SmallLessons.session("matrices")
    let text = session.type("set x[1] = 1").text.plain
    #expect(text.contains("x[1] is that already."))
    #expect(session.alterations.done.isEmpty)
  }

  @Test func anAlterationShowsWhatFollowed() {
    var session = SmallLessons.session("matrices")
    session.type("", "", "")
    let text = session.type("set x[1] = 3").text.plain
    #expect(text.contains("x[1]"))
    #expect(text.contains("⎡3*⎤"))
    #expect(text.contains("z1[2]"))
    #expect(session.type("diff").text.plain.contains("x[1]"))
  }

  @Test func theHeadingNamesWhatIsAltered() {
    var session = SmallLessons.session("matrices")
    session.type("", "set x[1] = 3")
    #expect(session.type("again").text.plain.contains("altered: x[1]"))
  }

  static let refused: [(line: String, words: String, remedy: String?)] = [
    ("set z1[1] = 2", "z1 is computed", "nudge z1[1] 0.01"),
    ("set C = 2", "C is computed", "nudge C 0.01"),
    ("set W1 = 4", "2×2 and the value is 1×1", "set W1 = 4 + 0 * W1"),
    ("set W1[3,1] = 4", "3", nil),
    ("set W9 = 4", "W9", nil),
    ("set x[1] = 1/0", "∞", nil),
    ("set x[1] = 0/0", "NaN", nil),
    ("set x = ones(100000, 100000)", "too large", nil),
    ("set x[1] =", "empty", nil),
    ("set 3 = 4", "no quantity", nil),
    ("set x + 1 = 4", "no part", nil),
  ]

  @Test(arguments: refused)
  func aRefusalSaysWhyAndLosesNothing(
    _ line: String, _ words: String, _ remedy: String?
  ) {
    var session = SmallLessons.session("matrices")
    session.type("", "set x[2] = 5")
    let before = session.live?.now.values
    let reply = session.type(line)
    #expect(reply.failed)
    #expect(reply.text.plain.contains(words))
    if let remedy { #expect(reply.text.plain.contains("try: \(remedy)")) }
    #expect(session.live?.now.values == before)
  }

  @Test func aNameOfOnesOwnFollowsTheNumbers() {
    var session = SmallLessons.session("matrices")
    session.type("let t = 2*C")
    #expect(session.type("t").text.plain.contains("= 146"))
    session.type("set x = [0; 0]")
    #expect(session.type("t").text.plain.contains("= 0"))
  }

  @Test func aFunctionOfOnesOwnHasItsSlope() {
    var session = SmallLessons.session("matrices")
    #expect(!session.type("let cube(t) = t^3").failed)
    #expect(session.type("cube(2)").text.plain.contains("= 8"))
    #expect(session.type("cube'(2)").text.plain.contains("= 12"))
  }
}

/// What a lesson never mentions comes after all that it does.
struct ChangeOrderTests {
  @Test func whatIsNeverMentionedComesLast() {
    var session = Session(
      library: CourseLibrary.lessons, opening: "hidden-layer")
    session.type("goto step")
    let lines = session.type("set x[1] = 2").text.plain
      .split(separator: "\n").map(String.init)
    let rows = lines.filter { $0.contains("→") }
    #expect(rows.first?.contains("x[1]") == true)
    #expect(rows.last?.contains("C ") == true)
    #expect(!rows.contains { $0.contains("da2") })
    #expect(lines.contains { $0.contains("more quantit") })
    #expect(session.type("diff").text.plain.contains("da2"))
  }
}
