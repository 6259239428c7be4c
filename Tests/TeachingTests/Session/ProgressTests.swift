import Testing

@testable import Teaching

struct ProgressTests {
  static func travelled() -> Session {
    var session = SmallLessons.session()
    session.type("next 9", "3", "hint", "1/2", "set w1 = 2.5", "undo", "redo")
    session.type("goto slope", "next 2", "step", "digits 6", "reveal dw1")
    return session
  }

  @Test func leavingAndReturningGivesTheSamePlaceAndNumbers() throws {
    let before = Self.travelled()
    let record = try ProgressRecord(reading: before.progress.text)
    #expect(record == before.progress)
    let after = Session(library: SmallLessons.library, progress: record)
    #expect(after.place == before.place)
    #expect(after.alterations == before.alterations)
    #expect(after.attempts == before.attempts)
    #expect(after.live?.now.values == before.live?.now.values)
    #expect(after.page.digits == 6)
    #expect(after.prompt == before.prompt)
  }

  @Test func theFirstEnterShowsTheScreenAgain() throws {
    let before = Self.travelled()
    var after = Session(
      library: SmallLessons.library, progress: before.progress)
    #expect(after.opening.plain.contains("welcome back"))
    #expect(after.opening.plain.contains("w1"))
    var other = before
    #expect(after.type("").text == other.type("again").text)
    #expect(after.place == before.place)
  }

  @Test func aRevisedLessonKeepsThePlaceAndDropsTheAlterations() throws {
    var record = Self.travelled().progress
    record.bookmarks["straight"]?.fingerprint = "another"
    let session = Session(library: SmallLessons.library, progress: record)
    #expect(session.place == Self.travelled().place)
    #expect(session.alterations.done.isEmpty)
    #expect(session.opening.plain.contains("was revised"))
  }

  @Test func aNewerFormatIsRefusedPolitely() {
    #expect(throws: ProgressFault.newerFormat(2)) {
      try ProgressRecord(reading: "backstep progress 2\nsomething new\nend\n")
    }
    #expect(ProgressFault.newerFormat(2).message.contains("left as it is"))
  }

  @Test(arguments: ["", "\n", "hello\n", "backstep progress\n", "{}"])
  func anotherKindOfFileIsRefused(_ text: String) {
    #expect(throws: ProgressFault.notARecord) {
      try ProgressRecord(reading: text)
    }
  }

  @Test func aRecordThatWasCutOffIsReadAsFarAsItGoes() throws {
    let text = Self.travelled().progress.text
    let first = text.prefix { $0 != "\n" }.count
    for length in stride(from: first + 1, to: text.count, by: 3) {
      let record = try ProgressRecord(reading: String(text.prefix(length)))
      _ = Session(library: SmallLessons.library, progress: record).opening
    }
  }

  @Test func strangeLinesAreLeftOut() throws {
    let text = """
      backstep progress 1
      lesson straight
      at straight slope 1000000 x
      at
      opened straight slope -1 2
      did set straight W1 W1 99:nan
      did set straight W1 W1 99:1
      did set
      answer straight slope 0 perhaps 1 1
      finished
      what is this

      """
    let record = try ProgressRecord(reading: text)
    let session = Session(library: SmallLessons.library, progress: record)
    #expect(session.place.screen == 1)
    #expect(record.alterations.done.count == 1)
  }

  @Test func aLessonThatIsGoneIsNoDisaster() throws {
    var record = ProgressRecord()
    record.lesson = "gone"
    var session = Session(library: SmallLessons.library, progress: record)
    #expect(session.opening.plain.contains("no lesson"))
    #expect(session.type("").failed)
    #expect(!session.type("open straight").failed)
    #expect(!session.type("2 + 2").failed)
  }
}
