import Formats
import Presentation
import Testing

@testable import backstep

/// A class in one table.
@Suite struct ClassTableTests {
  private static func lesson(
    _ id: String, right: Int, finished: Bool = false
  ) -> ProgressReport.Lesson {
    ProgressReport.Lesson(
      id: id, isFinished: finished, screen: 1, screens: 4, questions: 5,
      seconds: 90,
      answers: (0..<5).map {
        ProgressReport.Answer(
          screen: "\(id)#a", question: $0 + 1,
          outcome: $0 < right ? .right : .skipped, attempts: 2, hints: 1,
          seconds: 10)
      })
  }

  private static func slip(
    _ name: String, _ times: Int, _ screens: String...
  ) -> ProgressReport.Slip {
    ProgressReport.Slip(name: name, times: times, screens: screens)
  }

  private static let anna = ProgressReport(
    lessons: [
      lesson("sigmoid", right: 3),
      lesson("one-weight", right: 5, finished: true),
    ],
    slips: [
      slip("factor-of-two", 2, "sigmoid#slope", "one-weight#slope"),
      slip("sigmoid#slope, question 1", 9, "sigmoid#slope"),
    ])
  private static let ben = ProgressReport(
    lessons: [lesson("one-weight", right: 1), lesson("own", right: 0)],
    slips: [slip("factor-of-two", 1, "one-weight#slope")])
  private static let empty = ProgressReport(lessons: [], slips: [])

  private static let table = ClassTable(
    [
      ("handed-in/anna.json", anna), ("handed-in/ben.json", ben),
      ("carla.json", empty),
    ], order: lessonNames)

  @Test func learnersAreRowsAndLessonsColumnsInTheirOrder() throws {
    let lines = Self.table.text(for: Page(width: 100)).plain
      .split(separator: "\n").map { $0.split { $0 == " " }.map(String.init) }
    #expect(
      lines[0] == [
        "learner", "one-weight", "sigmoid", "own", "attempts", "hints",
        "revealed", "skipped", "minutes",
      ])
    #expect(
      lines[2]
        == ["anna", "done", "5/5", "3/5", "-", "20", "10", "0", "2", "3"])
    #expect(
      lines[3] == ["ben", "1/5", "-", "0/5", "20", "10", "0", "9", "3"])
    #expect(lines[4] == ["carla", "-", "-", "-", "0", "0", "0", "0", "0"])
  }

  @Test func theSlipThatMostLearnersMadeComesFirst() {
    let lines = Self.table.text(for: Page(width: 100)).plain
      .split(separator: "\n").map(String.init)
    let start = lines.firstIndex(of: " Slips") ?? 0
    #expect(
      lines[start + 1]
        == " a factor of 2 is too many or too few: 3 times, 2 learners, most on "
        + "one-weight#slope.")
    #expect(
      lines[start + 2]
        == " foreseen at sigmoid#slope, question 1: 9 times, 1 learner.")
  }

  @Test(arguments: [40, 60, 80, 200])
  func itFitsThePage(_ width: Int) {
    let reports = (0..<30).map { number in
      (
        file: "a-learner-with-quite-a-long-name-\(number).json",
        report: ProgressReport(
          lessons: lessonNames.map { Self.lesson($0, right: number % 6) },
          slips: [])
      )
    }
    let table = ClassTable(reports, order: lessonNames)
    let text = table.text(for: Page(width: width))
    #expect(text.lines.allSatisfy { $0.width <= width }, "\(text.plain)")
    for id in lessonNames { #expect(text.plain.contains(id)) }
    let ascii = table.text(for: Page(width: width, charset: .ascii))
    #expect(ascii.plain.allSatisfy { $0.isASCII })
  }

  @Test func twoOfTheSameNameAreToldApart() {
    let table = ClassTable(
      [("a/x.json", Self.anna), ("b/x.json", Self.ben)], order: [])
    let text = table.text(for: Page(width: 100)).plain
    #expect(text.contains("a/x.json") && text.contains("b/x.json"))
  }

  @Test func aScreenReaderIsToldInWords() {
    let text = Self.table.text(for: Page(isPlain: true)).plain
    #expect(
      text.contains("learner: carla, one-weight: not begun"), "\(text)")
    #expect(text.hasPrefix("learner: anna, one-weight: done 5 of 5"))
  }

  @Test func aClassThatDidNothingIsNoDisaster() {
    let table = ClassTable([("x.json", Self.empty)], order: lessonNames)
    #expect(table.text(for: Page()).plain.contains("1 learner."))
  }
}
