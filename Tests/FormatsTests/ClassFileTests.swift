import Formats
import Foundation
import Testing

@Suite struct ClassFileTests {
  static let whole = """
    { "format": 1, "title": "Week 3", "lessons": ["one-weight", "sigmoid"],
      "skip": false, "attemptsBeforeReveal": 2, "hints": 1 }
    """

  private static func fault(_ json: String) -> FormatFault? {
    do throws(FormatFault) {
      _ = try ClassFile(json: Data(json.utf8))
      return nil
    } catch { return error }
  }

  @Test func everyKeyIsRead() throws {
    #expect(
      try ClassFile(json: Data(Self.whole.utf8))
        == ClassFile(
          title: "Week 3", lessons: ["one-weight", "sigmoid"], maySkip: false,
          attemptsBeforeReveal: 2, mostHints: 1))
  }

  @Test func whatIsLeftOutIsAllowed() throws {
    let json = "{ \"format\": 1, \"lessons\": [\"a\"] }"
    #expect(
      try ClassFile(json: Data(json.utf8))
        == ClassFile(
          lessons: ["a"], maySkip: true, attemptsBeforeReveal: 0,
          mostHints: nil))
  }

  static let hints: [(String, Int?)] = [
    ("true", nil), ("false", 0), ("0", 0), ("3", 3),
  ]

  @Test(arguments: hints)
  func hintsAreAllowedOrCounted(_ value: String, _ most: Int?) throws {
    let json = Self.whole.replacingOccurrences(
      of: "\"hints\": 1", with: "\"hints\": \(value)")
    #expect(try ClassFile(json: Data(json.utf8)).mostHints == most)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let headline: String
    let remedy: String

    init(_ old: String, _ new: String, _ headline: String, try remedy: String) {
      (self.old, self.new) = (old, new)
      (self.headline, self.remedy) = (headline, remedy)
    }

    var testDescription: String { headline }
  }

  @Test(arguments: [
    Wrong(
      "\"format\": 1", "\"format\": 2",
      "c.json is of format 2, and this program knows 1",
      try: "a newer release of backstep"),
    Wrong(
      "\"format\": 1,", "", "c.json does not say its \"format\"",
      try: "{ \"format\": 1, \"lessons\": [\"one-weight\", \"sigmoid\"] }"),
    Wrong(
      "\"skip\"", "\"skipp\"", "there is no key \"skipp\"", try: "\"skip\""),
    Wrong(
      "\"lessons\"", "\"lesson\"", "there is no key \"lesson\"",
      try: "\"lessons\""),
    Wrong(
      "\"lessons\": [\"one-weight\", \"sigmoid\"],", "",
      "the key \"lessons\" is missing",
      try: "\"lessons\": [\"one-weight\", \"sigmoid\"]"),
    Wrong(
      "[\"one-weight\", \"sigmoid\"]", "[]", "lessons has no entries",
      try: "\"lessons\": [\"one-weight\", \"sigmoid\"]"),
    Wrong(
      "[\"one-weight\", \"sigmoid\"]", "\"one-weight\"",
      "lessons should be a list",
      try: "\"lessons\": [\"one-weight\", \"sigmoid\"]"),
    Wrong(
      "\"sigmoid\"", "7", "lessons[2] should be text",
      try: "\"lessons\": [\"one-weight\", \"sigmoid\"]"),
    Wrong(
      "false", "\"no\"", "skip should be true or false", try: "\"skip\": false"),
    Wrong(
      ": 2", ": -1", "attemptsBeforeReveal should be from 0 to 1000000000",
      try: "\"attemptsBeforeReveal\": 2"),
    Wrong(
      ": 2", ": 1.5", "attemptsBeforeReveal should be a whole number",
      try: "\"attemptsBeforeReveal\": 2"),
    Wrong(
      "\"hints\": 1", "\"hints\": \"few\"", "hints should be a number",
      try: "\"hints\": true"),
  ])
  func theFirstThingThatIsWrongIsNamed(_ wrong: Wrong) throws {
    let json = Self.whole.replacingOccurrences(of: wrong.old, with: wrong.new)
    #expect(json != Self.whole)
    let fault = try #require(Self.fault(json))
    #expect(fault.headline(in: "c.json") == wrong.headline)
    #expect(fault.classFileRemedy == wrong.remedy)
  }

  @Test func everyTruncationIsRefused() {
    let bytes = Array(Self.whole.utf8)
    for length in bytes.indices {
      #expect(throws: FormatFault.self) {
        try ClassFile(json: Data(bytes[..<length]))
      }
    }
  }
}

@Suite struct ProgressReportTests {
  static let report = ProgressReport(
    lessons: [
      ProgressReport.Lesson(
        id: "one-weight", isFinished: true, screen: 6, screens: 6,
        questions: 5, seconds: 812,
        answers: [
          ProgressReport.Answer(
            screen: "one-weight#slope", question: 1, outcome: .right,
            attempts: 2, hints: 1, seconds: 40),
          ProgressReport.Answer(
            screen: "one-weight#step", question: 2, outcome: .skipped,
            attempts: 0, hints: 0, seconds: 3),
        ]),
      ProgressReport.Lesson(
        id: "sigmoid", isFinished: false, screen: 2, screens: 7,
        questions: 4, seconds: 0, answers: []),
    ],
    slips: [
      ProgressReport.Slip(
        name: "factor-of-two", times: 2, screens: ["one-weight#slope"])
    ])

  @Test func readingUndoesWriting() throws {
    for report in [Self.report, ProgressReport(lessons: [], slips: [])] {
      #expect(try ProgressReport(json: Data(report.json.utf8)) == report)
    }
  }

  @Test(arguments: [
    ("\"format\": 1", "\"format\": 2", "r.json is of format 2"),
    ("\"attempts\": 2", "\"attempts\": -2", "should be from 0 to"),
    ("\"attempts\": 2", "\"attempts\": 1e12", "should be from 0 to"),
    ("\"right\"", "\"rihgt\"", "there is no outcome \"rihgt\""),
    ("\"slips\"", "\"slip\"", "there is no key \"slip\""),
    ("\"finished\": true", "\"finished\": 1", "should be true or false"),
    ("\"seconds\": 812, ", "", "\"lessons.seconds[1]\" is missing"),
  ])
  func theFirstThingThatIsWrongIsNamed(
    _ old: String, _ new: String, _ words: String
  ) throws {
    let json = Self.report.json.replacingOccurrences(of: old, with: new)
    #expect(json != Self.report.json)
    do throws(FormatFault) {
      _ = try ProgressReport(json: Data(json.utf8))
      Issue.record("\(json) was read")
    } catch {
      let headline = error.headline(in: "r.json")
      #expect(headline.contains(words), "\(headline)")
      #expect(error.reportRemedy != nil)
    }
  }

  @Test func everyTruncationIsRefused() {
    let bytes = Array(Self.report.json.utf8)
    let last = bytes.lastIndex(of: UInt8(ascii: "}")) ?? 0
    for length in 0...last {
      #expect(throws: FormatFault.self) {
        try ProgressReport(json: Data(bytes[..<length]))
      }
    }
  }
}
