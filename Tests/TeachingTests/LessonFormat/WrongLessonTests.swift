import Foundation
import Testing

@testable import Teaching

/// Each wrong lesson in `Wrong` has the picture of its faults beside it.
///
/// With `RECORD=1` in the environment the pictures are written anew, and the
/// test fails so that nobody forgets to read them.
@Suite struct WrongLessonTests {
  @Test(arguments: LessonFiles.wrong)
  func faultsAreThoseOfThePicture(name: String) throws {
    let folder = LessonFiles.folder.appendingPathComponent("Wrong")
    let file = folder.appendingPathComponent("\(name).md")
    let text = try LessonFiles.text(of: file)
    let found = picture(faults(of: text, id: name), of: text)
    let expected = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(found.utf8).write(to: expected)
      Issue.record("recorded \(name).txt")
    } else {
      #expect(try LessonFiles.text(of: expected) == found)
    }
  }

  @Test func thereAreManyKindsOfSlips() {
    #expect(LessonFiles.wrong.count >= 25)
  }

  @Test(arguments: LessonFiles.wrong)
  func wordingKeepsToTheHouseManner(name: String) throws {
    let file = LessonFiles.folder.appendingPathComponent("Wrong/\(name).md")
    let found = faults(of: try LessonFiles.text(of: file), id: name)
    for fault in try #require(found).all {
      #expect(fault.message.first?.isUppercase == false)
      #expect(fault.message.last != ".")
      #expect(!fault.message.lowercased().contains("invalid"))
      #expect(!fault.remedy.isEmpty)
    }
  }

  /// Every fault with what stands in its place.
  private func picture(_ faults: LessonFaults?, of text: String) -> String {
    guard let faults else { return "no faults\n" }
    let lines = text.replacingOccurrences(of: "\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    return faults.all.map { fault in
      let place = lines[fault.line - 1].dropFirst(fault.column - 1)
        .prefix(30).map { $0.unicodeScalars.map(shown).joined() }.joined()
      return "\(fault.line):\(fault.column): \(fault.message)\n"
        + "  | \(place)\n  try: \(fault.remedy)\n"
    }.joined()
  }

  private func shown(_ scalar: Unicode.Scalar) -> String {
    let isPlain =
      scalar.properties.generalCategory != .control
      && scalar.properties.generalCategory != .format
    return isPlain ? String(scalar) : scalar.escaped(asASCII: true)
  }
}
