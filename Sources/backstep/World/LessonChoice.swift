import Presentation

/// The lesson that was named on the command line, and a screen of it.
struct LessonChoice: Hashable {
  var id: String
  var screen: String?
  /// What opens the lesson from a shell.
  let opener: String

  /// Reads `last-layer`, `5` or `last-layer#bend`.
  ///
  /// - Parameters:
  ///   - word: What was typed.
  ///   - commands: The words that could have been meant instead.
  ///   - work: The lessons that a teacher has set, if there is no choice but
  ///     them.
  /// - Throws: ``Refusal`` with what comes nearest.
  init(
    _ word: String, orOneOf commands: [String], within work: SetWork? = nil
  ) throws {
    let parts = word.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false
    ).map(String.init)
    let ids = work?.lessons ?? lessonNames
    let number = Int(parts[0]).flatMap {
      ids.indices.contains($0 - 1) ? ids[$0 - 1] : nil
    }
    guard let id = number ?? ids.first(where: { $0 == parts[0] }) else {
      if let work, lessonNames.contains(parts[0]) {
        throw Refusal(
          "\(parts[0]) is none of the lessons of \(work.rules.file)", .usage,
          try: work.rules.opener + " " + ids[0])
      }
      throw Self.unknown(
        word, parts[0], ids, commands, opener: work?.rules.opener ?? "backstep")
    }
    self.id = id
    screen = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    opener = "\(work?.rules.opener ?? "backstep") \(id)"
  }

  private static func unknown(
    _ word: String, _ id: String, _ ids: [String], _ commands: [String],
    opener: String
  ) -> Refusal {
    if word.hasSuffix(".md") {
      return Refusal(
        "\(word) is a file, and the tutor opens lessons of the course", .usage,
        try: "backstep run \(word)")
    }
    if word.hasSuffix(".json") {
      return Refusal(
        "\(word) is a network file and no lesson", .usage,
        try: "backstep trace \(word)")
    }
    let nearest =
      NearestName.nearest(to: id, among: ids + commands) ?? "lessons"
    return Refusal(
      "\(word) is neither a lesson nor a command", .usage,
      try: (ids.contains(nearest) ? opener : "backstep") + " " + nearest)
  }
}

extension LessonChoice {
  /// The lesson of a file, and a screen of it.
  init(file: String, id: String, screen: String?) {
    self.id = id
    opener = "backstep run \(file)"
    self.screen = screen.flatMap { $0.isEmpty ? nil : $0 }
  }
}
