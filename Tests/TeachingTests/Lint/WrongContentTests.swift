import Foundation
import Testing

@testable import Teaching

/// Each lesson in `Wrong` can be read, and says something that is wrong; the
/// findings stand beside it.
///
/// With `RECORD=1` in the environment the findings are written anew, and the
/// test fails so that nobody forgets to read them.
@Suite struct WrongContentTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Wrong")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "md" }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }()

  private func report(_ name: String) throws -> LintReport {
    let file = Self.folder.appendingPathComponent("\(name).md")
    return lint(
      files: [(name, try LessonFiles.text(of: file))], library: Course.files)
  }

  @Test(arguments: names)
  func findingsAreThoseBesideIt(name: String) throws {
    let found = try report(name).findings.map {
      "\($0.text)\n  rule: \($0.rule)\n"
    }.joined()
    let expected = Self.folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(found.utf8).write(to: expected)
      Issue.record("recorded \(name).txt")
    } else {
      #expect(try LessonFiles.text(of: expected) == found)
    }
  }

  @Test(arguments: names)
  func everyWrongLessonHasFindings(name: String) throws {
    let findings = try report(name).findings
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.message.last != ".")
      #expect(!finding.message.lowercased().contains("invalid"))
      #expect(!finding.remedy.isEmpty)
      #expect(finding.line > 4 || name == "needs")
    }
  }

  @Test func findingsAreTheSameEachTime() throws {
    for name in Self.names {
      #expect(try report(name).findings == report(name).findings)
    }
  }
}
