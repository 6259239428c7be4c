/// A line that begins with a key and a colon, and the indented lines below
/// it.
struct KeyedEntry {
  var key: String

  /// The line from the key on.
  var line: Stretch

  /// What stands behind the colon and on the lines below, without spaces
  /// around it.
  var texts: [Stretch]

  init(_ key: Stretch, in line: Stretch) {
    self.key = key.text
    self.line = line
    let rest = line.from(key.end + 1).trimmed
    texts = rest.isEmpty ? [] : [rest]
  }

  /// The lower-case word before a colon that a line begins with.
  static func key(of line: Stretch) -> Stretch? {
    let key = line.prefix { ("a"..."z").contains($0) }
    return !key.isEmpty && line[key.end] == ":" ? key : nil
  }

  /// The text as it stands; an empty one is reported.
  func words(_ faults: inout LessonFaults) -> [SourceText] {
    noteEmpty(&faults)
    return texts.map(\.source)
  }

  /// The text as prose; an empty one is reported.
  func prose(_ faults: inout LessonFaults) -> Prose {
    noteEmpty(&faults)
    return ProseReader.prose(of: texts, in: .fence, &faults)
  }

  private func noteEmpty(_ faults: inout LessonFaults) {
    if texts.isEmpty { faults.add(.keyEmpty(key), at: line) }
  }
}
