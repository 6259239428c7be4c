/// The entry that says where lines or numbers come from.
///
///     entry     = "source:" text { indented text }
struct SourceEntry {
  private var entry: KeyedEntry?

  /// Whether an indented line goes on with it.
  private var isOpen = false

  /// Reads a line of the fence.
  ///
  /// - Returns: Whether the line belongs to the entry.
  mutating func read(_ line: Stretch, _ faults: inout LessonFaults) -> Bool {
    let text = line.trimmed
    if line.isIndented, isOpen {
      entry?.texts.append(text)
      return true
    }
    isOpen = false
    guard let key = KeyedEntry.key(of: text), key.text == "source" else {
      return false
    }
    if entry != nil { faults.add(.keyTwice("source:"), at: text) }
    entry = KeyedEntry(key, in: text)
    isOpen = true
    return true
  }

  /// What it says; where there is none, the fence has a fault.
  func words(
    orReport fault: LessonFault.Words, at opening: Stretch,
    _ faults: inout LessonFaults
  ) -> [SourceText] {
    guard let entry else {
      faults.add(fault, at: opening)
      return []
    }
    return entry.words(&faults)
  }
}
