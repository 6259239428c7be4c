import Formats
import Lessons
import Presentation
import Teaching

/// Lessons and rules that a teacher has set: a class file understood.
struct SetWork {
  let course: Course
  let rules: ClassRules
  let lessons: [String]

  /// Reads a class file.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``Refusal`` with what is wrong in it and what to do.
  init(path: String) throws {
    let file: ClassFile
    do throws(FormatFault) {
      file = try ClassFile(json: NetworkFile.bytes(of: path, named: path))
    } catch {
      throw Refusal([error.inClassFile(path)], .unusableFile)
    }
    try Self.requireKnown(file.lessons, in: path)
    lessons = file.lessons
    let name = path.split(separator: "/").last ?? ""
    let title = file.title ?? "The lessons of \(name)"
    course = Course.own.only(
      file.lessons,
      titled: title.split(whereSeparator: \.isNewline).joined(separator: " "))
    rules = ClassRules(
      file: path, maySkip: file.maySkip,
      attemptsBeforeReveal: file.attemptsBeforeReveal,
      mostHints: file.mostHints)
  }

  /// Refuses lessons that there are none of, and one that is there twice.
  private static func requireKnown(_ ids: [String], in path: String) throws {
    let known = lessonNames
    let strangers = ids.filter { !known.contains($0) }
    if let first = strangers.first {
      let mended = ids.map { id -> String? in
        known.contains(id) ? id : NearestName.nearest(to: id, among: known)
      }
      var notes = strangers.dropFirst().prefix(4).map {
        "nor is there a lesson \"\($0.shortened)\""
      }
      if mended.contains(nil) { notes.append("backstep lessons lists them") }
      throw Refusal(
        "\(path): there is no lesson \"\(first.shortened)\"", .unusableFile,
        notes: notes,
        try: list(mended.compactMap(\.self).removingDuplicates))
    }
    let twice = ids.first { id in ids.count { $0 == id } > 1 }
    if let twice {
      throw Refusal(
        "\(path) names the lesson \"\(twice)\" twice", .unusableFile,
        try: list(ids.removingDuplicates))
    }
  }

  private static func list(_ ids: [String]) -> String {
    let ids = ids.isEmpty ? ["one-weight"] : ids
    return "\"lessons\": " + JSONText.list(ids.map(JSONText.quoted))
  }
}

extension FormatFault {
  /// The fault with the name of the file and a remedy for its kind.
  fileprivate func inClassFile(_ path: String) -> Diagnostic {
    diagnostic(in: path, try: classFileRemedy)
  }

  /// The fault of one file among several kinds, which is always named.
  func diagnostic(in path: String, try remedy: String?) -> Diagnostic {
    var diagnostic = diagnostic(in: path)
    diagnostic.remedy = remedy
    if diagnostic.location == nil, !diagnostic.headline.contains(path) {
      diagnostic.headline = "\(path): \(diagnostic.headline)"
    }
    return diagnostic
  }
}

extension [String] {
  fileprivate var removingDuplicates: [String] {
    var seen = Set<String>()
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The text, or its beginning where it is long.
  fileprivate var shortened: String { count > 40 ? prefix(40) + "..." : self }
}
