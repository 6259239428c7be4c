import Foundation

@testable import Teaching

/// The lesson files that lie beside the tests.
enum LessonFiles {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent()

  static func fixture(_ name: String) throws -> String {
    try text(of: folder.appendingPathComponent("Fixtures/\(name).md"))
  }

  static func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// The names of the wrong lessons, in order.
  static let wrong: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent("Wrong"),
      includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "md" }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }()
}

/// The faults of a text, or none if it reads.
func faults(of text: String, id: String = "a-lesson") -> LessonFaults? {
  do {
    _ = try LessonDocument(id: id, reading: text)
    return nil
  } catch {
    return error
  }
}

/// A lesson with one piece in its opening.
func lesson(_ piece: String) -> String {
  "# Title\n\nNeeds nothing. Gives a slip.\n\n\(piece)\n"
}

/// Every stretch of the file that a piece of syntax holds.
func sources(in value: Any) -> [SourceText] {
  if let source = value as? SourceText { return [source] }
  return Mirror(reflecting: value).children.flatMap { sources(in: $0.value) }
}

/// Whether a stretch stands in a file where it says.
func stands(_ source: SourceText, in text: String) -> Bool {
  let lines = text.replacingOccurrences(of: "\r\n", with: "\n")
    .split(separator: "\n", omittingEmptySubsequences: false)
  guard lines.indices.contains(source.line - 1), source.column > 0,
    source.column <= lines[source.line - 1].count + 1
  else { return false }
  let rest =
    [lines[source.line - 1].dropFirst(source.column - 1)]
    + lines[source.line...]
  return rest.joined(separator: "\n").hasPrefix(source.text)
}
