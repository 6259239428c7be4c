import TestSupport
import Testing

@testable import Teaching

@Suite struct LessonPositionTests {
  @Test(arguments: ["hidden-layer", "every-form"], ["\n", "\r\n"])
  func everySourceStandsWhereItSays(name: String, lineEnd: String) throws {
    let text = try LessonFiles.fixture(name)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: lineEnd)
    let document = try LessonDocument(id: name, reading: text)
    let found = sources(in: document)
    #expect(found.count > 90)
    for source in found {
      #expect(stands(source, in: text), "\(source)")
    }
  }

  @Test func lineEndsDoNotChangeTheSyntax() throws {
    let text = try LessonFiles.fixture("hidden-layer")
    let other = text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(
      try LessonDocument(id: "a", reading: text)
        == LessonDocument(id: "a", reading: other))
  }

  /// A slip of the keyboard leads to a lesson that still reads, with every
  /// place exact, or to faults that lie in the file, in its order.
  @Test(arguments: 0..<40)
  func slipsLeadToPlacesInTheFile(seed: UInt64) throws {
    let text = try mistyped(seed)
    guard let found = faults(of: text) else {
      let document = try LessonDocument(id: "a-lesson", reading: text)
      #expect(sources(in: document).allSatisfy { stands($0, in: text) })
      return
    }
    for fault in found.all {
      let place = SourceText("", line: fault.line, column: fault.column)
      #expect(stands(place, in: text), "\(fault)")
    }
    let places = found.all.map { ($0.line, $0.column) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
  }

  /// A lesson with a few characters left out or put in.
  private func mistyped(_ seed: UInt64) throws -> String {
    var numbers = SeededGenerator(seed)
    let name = seed % 2 == 0 ? "hidden-layer" : "every-form"
    let marks = Array("`*#{}[]()=:~-<\n\t\\.0é| ")
    var characters = Array(try LessonFiles.fixture(name))
    for _ in 0..<Int.random(in: 1...12, using: &numbers) {
      let place = Int.random(in: 0..<characters.count, using: &numbers)
      if Bool.random(using: &numbers) {
        characters.remove(at: place)
      } else if let mark = marks.randomElement(using: &numbers) {
        characters.insert(mark, at: place)
      }
    }
    return String(characters)
  }
}
