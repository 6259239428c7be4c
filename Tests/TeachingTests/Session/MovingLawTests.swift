import Testing

@testable import Teaching

struct MovingLawTests {
  @Test func theSmallLessonsAreUnderstood() throws {
    _ = try SmallLessons.lesson("straight", SmallLessons.straight)
    _ = try SmallLessons.lesson("matrices", SmallLessons.matrices)
  }

  /// Goes through a lesson, answering nothing: every question is skipped.
  @Test(arguments: ["straight", "matrices"])
  func backUndoesNextExactly(_ id: String) {
    var session = SmallLessons.session(id)
    for _ in 0..<60 where !session.isAtEnd {
      let before = session
      session.type("")
      if session.place == before.place {
        // A question: it is settled, and is no move.
        session.type("skip")
        continue
      }
      var other = session
      other.type("back")
      #expect(other.place == before.place)
      #expect(other.alterations == before.alterations)
    }
    #expect(session.isAtEnd)
  }

  @Test func backUndoesStepExactly() {
    var session = SmallLessons.session("matrices")
    session.type("next 3")
    let before = session.standing
    session.type("step", "step", "back", "back")
    #expect(session.standing == before)
  }

  @Test func stepOpensTheSumBehindAProduct() {
    var session = SmallLessons.session("matrices")
    session.type("next 3")
    let text = session.type("step").text.plain
    #expect(text.contains("z₁[1] = W₁[1,1]·x[1] + W₁[1,2]·x[2] = 5"))
  }

  @Test func countsRepeatAMove() {
    var one = SmallLessons.session("matrices")
    var other = one
    one.type("", "", "")
    other.type("next 3")
    #expect(one.place == other.place)
    one.type("back 2")
    other.type("back", "back")
    #expect(one.place == other.place)
  }

  @Test func aQuestionIsNeverPassedByEnter() {
    var session = SmallLessons.session()
    session.type("next 9")
    #expect(session.prompt == "answer> ")
    let place = session.place
    for line in ["", "next", "next 5", "continue", "until δ1", "step", ""] {
      session.type(line)
      #expect(session.place == place)
    }
    session.type("skip")
    #expect(session.place != place)
  }

  @Test func nothingIsBeforeTheFirstPiece() {
    var session = SmallLessons.session()
    session.type("", "back")
    #expect(session.place == Place())
    #expect(session.type("back").failed)
  }

  @Test func gotoTakesNamesAndNumbers() {
    var session = SmallLessons.session()
    session.type("goto end")
    #expect(session.place == Place(screen: 2, shown: 1))
    session.type("g 2")
    #expect(session.place == Place(screen: 1, shown: 1))
    let reply = session.type("goto ende")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("try: goto end"))
  }

  @Test func untilGoesToTheFirstMention() {
    var session = SmallLessons.session("matrices")
    session.type("until z1")
    #expect(session.place.screen == 0)
    session.type("restart", "goto more")
    #expect(session.type("until W9").failed)
  }

  @Test func untilSaysWhatHoldsItUp() {
    var session = SmallLessons.session()
    let words = "δ1 comes on screen 2, behind this question."
    #expect(session.type("until δ1").text.plain.contains(words))
    #expect(session.prompt == "answer> ")
    #expect(session.type("until δ1").text.plain.contains(words))
    session.type("skip")
    let reply = session.type("until δ1").text.plain
    #expect(!reply.contains("behind"))
    #expect(reply.contains("δ₁"))
  }

  @Test func theEndOpensTheNextLesson() {
    var session = SmallLessons.session()
    session.type("goto end", "next 9")
    #expect(session.type("").text.plain.contains("Enter opens matrices"))
    session.type("")
    #expect(session.lesson?.id == "matrices")
    #expect(session.progress.finished == ["straight"])
  }
}
