import Testing

@testable import Teaching

@Suite struct SlipLogTests {
  static let slip = SlipLog.Kind.named("transpose-missing")
  static let place = QuestionID(lesson: "layers", screen: "two", place: 1)

  @Test func aSlipIsDueInTheNextVisitAndNotInItsOwn() {
    var log = SlipLog()
    log.visit = 1
    log.note(Self.slip, at: Self.place)
    #expect(log.due.isEmpty)
    log.visit = 2
    #expect(log.due == [Self.slip])
  }

  @Test func rightAnswersMoveASlipOnAndWrongOnesBringItBack() {
    var log = SlipLog()
    log.visit = 1
    log.note(Self.slip, at: nil)
    var visits: [Int] = []
    for visit in 2...20 {
      log.visit = visit
      guard !log.due.isEmpty else { continue }
      visits.append(visit)
      log.settle(Self.slip, isAvoided: true)
    }
    #expect(visits == [2, 4, 8])
    #expect(log.entries[Self.slip]?.due == nil)
    log.note(Self.slip, at: nil)
    log.visit = 21
    #expect(log.due == [Self.slip])
    log.settle(Self.slip, isAvoided: false)
    #expect(log.due.isEmpty)
    log.visit = 22
    #expect(log.due == [Self.slip])
  }

  @Test func slipsOfOneKindGatherWithTheirPlaces() {
    var log = SlipLog()
    let other = QuestionID(lesson: "batch", screen: "mean", place: 0)
    for place in [Self.place, other, Self.place] {
      log.note(Self.slip, at: place)
    }
    #expect(log.entries[Self.slip]?.times == 3)
    #expect(log.entries[Self.slip]?.places == [other, Self.place])
  }

  static let record: ProgressRecord = {
    var record = ProgressRecord()
    record.slips.visit = 3
    record.slips.note(slip, at: place)
    record.slips.note(.question(place), at: place)
    record.slips.note(.named("sign-turned"), at: nil)
    record.slips.settle(.named("sign-turned"), isAvoided: true)
    return record
  }()

  @Test func aRecordKeepsThem() throws {
    #expect(try ProgressRecord(reading: Self.record.text) == Self.record)
  }

  /// A version that knows nothing of them reads the rest.
  @Test func eachLineStandsForItself() throws {
    let lines = Self.record.text.split(separator: "\n")
    for line in lines.dropFirst() {
      let rest = lines.filter { $0 != line }.joined(separator: "\n") + "\n"
      _ = try ProgressRecord(reading: rest)
    }
    let without = lines.filter {
      !$0.hasPrefix("slip") && !$0.hasPrefix("visit")
    }.joined(separator: "\n")
    #expect(try ProgressRecord(reading: without + "\n") == ProgressRecord())
  }

  @Test func strangeLinesAreLeftOut() throws {
    let text = """
      backstep progress 1
      visit -3
      visit 99999999999999999999
      slip
      slip a 1 9 4
      slip a 0 0 4
      slip a/b 1 0 4
      slip / 1 0 4
      slipped nothing layers two 0
      slip fine 1 0 7
      slipped fine layers two -1

      """
    let record = try ProgressRecord(reading: text)
    #expect(record.slips.visit == 0)
    #expect(record.slips.entries.keys.map(\.text) == ["fine"])
    #expect(record.slips.entries[.named("fine")]?.places == [])
  }
}
