import Testing

@testable import Teaching

/// What a session asks to be kept of it.
@Suite struct RecordTests {
  @Test func keepingIsTheWorldsBusiness() {
    var session = SmallLessons.session()
    func effects(_ line: String) -> [Reply.Effect] {
      let reply = session.type(line)
      #expect(!reply.failed && reply.text.isEmpty)
      return reply.effects
    }
    #expect(
      effects("transcript a.md") == [.beginRecord(.transcript, file: "a.md")])
    #expect(effects("transcript off") == [.endRecords([.transcript])])
    #expect(effects("transcript") == [.endRecords([.transcript])])
    #expect(effects("record a.txt") == [.beginRecord(.script, file: "a.txt")])
    #expect(
      effects("record --cast a.cast")
        == [.beginRecord(.cast, file: "a.cast")])
    #expect(effects("record off") == [.endRecords([.script, .cast])])
    #expect(
      effects("progress --export a.json") == [.report(file: "a.json")])
  }

  @Test(arguments: [
    "record", "record a b", "record --cast", "record --cast --cast",
    "record --film a", "record a b c", "record -x", "transcript a b",
    "transcript --cast a", "progress off", "progress --export",
    "progress --export a b", "progress --import a",
  ])
  func aLineThatIsNotUnderstoodKeepsNothing(_ line: String) {
    var session = SmallLessons.session()
    let reply = session.type(line)
    #expect(reply.failed && reply.effects.isEmpty)
    #expect(reply.text.plain.contains("try: "), "\(reply.text.plain)")
  }

  @Test func anEquationIsStillAnEquation() {
    var session = SmallLessons.session()
    #expect(session.type("record = 3").effects.isEmpty)
  }

  @Test func optionsAndWordsAreCompleted() {
    let session = SmallLessons.session()
    func candidates(_ line: String) -> [String] {
      session.completions(of: line, cursor: line.count).candidates
    }
    #expect(candidates("record o") == ["off"])
    #expect(candidates("record --") == ["cast"])
    #expect(candidates("transcript ") == ["off"])
    #expect(candidates("transcript --").isEmpty)
    #expect(candidates("progress --e") == ["export"])
    #expect(candidates("record --cast o").isEmpty)
  }

  @Test func whatEndsIsNamedAndWhatWasNotKeptDoesNotEnd() {
    let session = SmallLessons.session()
    let ended = session.ended(
      [.script, .cast], in: [.script: "a.txt", .cast: "a.cast"]
    ).text.plain
    #expect(ended.contains("backstep run straight -f a.txt"))
    #expect(ended.contains("asciinema play a.cast"))
    let nothing = session.ended([.script, .cast], in: [:])
    #expect(!nothing.failed)
    #expect(nothing.text.plain.contains("Nothing is being kept"))
    for kind in RecordKind.allCases {
      #expect(session.begun(kind, in: "a").text.plain.contains("off ends"))
    }
  }

  // MARK: Places and Enter

  @Test func aScreenHasItsNameInALessonAlone() {
    var session = SmallLessons.session()
    #expect(session.screenName?.id == "straight#straight")
    session.type("goto slope")
    #expect(session.screenName?.id == "straight#slope")
    #expect(session.screenName?.title == "The slope")
    #expect(session.type("open straight#slope").failed == false)
    session.type("new")
    #expect(session.screenName == nil)
  }

  /// The word for Enter does all that Enter does, wherever one stands.
  @Test(arguments: [
    [], ["next 2"], ["next 9"], ["next 9", "skip"], ["goto end", "next 9"],
    ["goto end", "next 9", ""], ["new"], ["back"],
  ])
  func theWordForEnterDoesTheSame(_ way: [String]) throws {
    var typed = SmallLessons.session()
    for line in way { typed.type(line) }
    let record = try ProgressRecord(reading: typed.progress.text)
    let returned = Session(library: SmallLessons.library, progress: record)
    for session in [typed, returned] {
      var (one, other) = (session, session)
      let text = one.reply(to: "").text
      #expect(other.reply(to: other.wordForEnter).text == text)
      #expect(one.standing == other.standing)
    }
  }

  @Test func inAReviewEnterLeadsToTheNextQuestion() {
    var record = ProgressRecord()
    record.slips.visit = 1
    for slip in ["sign-turned", "cube"] {
      record.slips.note(.named(slip), at: nil)
    }
    var session = Session(library: SmallLessons.library, progress: record)
    session.type("review")
    #expect(session.screenName == nil)
    session.type("reveal")
    var other = session
    #expect(
      session.type("").text == other.type(session.wordForEnter).text)
    #expect(other.place == session.place)
  }
}
