import Teaching

/// A lesson file that is not part of the course.
struct LessonPaper: Sendable {
  /// The file as it was named.
  let path: String
  let text: String

  /// The name of the file without its ending.
  var id: String { Self.id(of: path) }

  /// Reads the file.
  init(path: String) throws(FileTrouble) {
    self.path = path
    text = try backstep.text(of: path, limit: LessonLimits.bytes)
  }

  static func id(of path: String) -> String {
    FilePath(path).stem
  }

  /// Another lesson in the same folder, of which a network may be borrowed.
  func neighbour(_ id: String) -> String? {
    guard !id.contains("/") else { return nil }
    let file = FilePath(path).neighbour(id + ".md")
    return try? backstep.text(of: file, limit: LessonLimits.bytes)
  }
}

extension Refusal {
  /// A file that cannot be taken.
  init(_ trouble: FileTrouble, in path: String, _ status: ExitStatus) {
    self.init(trouble.headline(path), status, try: trouble.remedy(path))
  }
}
