import Foundation
import Presentation
import TestSupport
import Testing

@testable import Teaching

/// Recorded sessions over the lessons of the course.
struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Recorded")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }()

  /// `last-layer.narrow` is a session in last-layer on a page of 40 columns.
  static func session(_ name: String) -> Session {
    let parts = name.split(separator: ".").map(String.init)
    var page = Page()
    if parts.contains("narrow") { page.width = 40 }
    if parts.contains("ascii") { page.charset = .ascii }
    if parts.contains("plain") { page = Page(isPlain: true) }
    return Session(
      library: CourseLibrary.lessons, page: page, opening: parts[0])
  }

  @Test(arguments: names)
  func aSessionGoesAsRecorded(_ name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name).txt")
    let script = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var session = Self.session(name)
    let text = Transcript.play(
      TranscriptScript.inputs(of: script), in: &session)
    try Snapshot.check(text, against: "Recorded/\(name).txt")
  }
}
