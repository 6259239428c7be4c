/// Ctrl-R: the earlier lines that hold what is typed, character by character.
///
/// libedit has such a search of its own, but it takes `W1[1` for a pattern.
struct ReverseSearch: Hashable {
  /// What a key did.
  enum Step: Hashable {
    /// The search goes on; whether the last key found nothing.
    case shown(missed: Bool)
    /// The line found is the line now, and the key does what it always does.
    case taken
    /// The line is again what it was.
    case dropped
  }

  private(set) var pattern = ""
  private(set) var found: EditLine.Line
  private let original: EditLine.Line
  private let lines: [String]
  private var position: Int

  /// Begins with the line as it stands.
  init(from line: EditLine.Line, in lines: [String]) {
    original = line
    found = line
    self.lines = lines
    position = lines.count
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Step {
    switch scalar {
    case "\u{12}":
      return .shown(missed: !search(before: position))
    case "\u{7}":
      found = original
      return .dropped
    case "\u{8}", "\u{7F}":
      if !pattern.unicodeScalars.isEmpty { pattern.unicodeScalars.removeLast() }
      if pattern.isEmpty { found = original }
      return .shown(missed: !search(before: lines.count))
    case _ where scalar.properties.generalCategory == .control:
      return .taken
    default:
      pattern.unicodeScalars.append(scalar)
      return .shown(missed: !search(before: position + 1))
    }
  }

  /// Finds the pattern in the last line before `end`; the cursor goes to its
  /// beginning.
  private mutating func search(before end: Int) -> Bool {
    guard !pattern.isEmpty else { return true }
    for index in lines[..<min(end, lines.count)].indices.reversed() {
      guard let match = Self.range(of: pattern, in: lines[index]),
        lines[index] != found.text || index == position
      else { continue }
      position = index
      found = EditLine.Line(
        beforeCursor: String(lines[index][..<match]),
        afterCursor: String(lines[index][match...]))
      return true
    }
    return false
  }

  private static func range(
    of pattern: String, in line: String
  ) -> String.Index? {
    line.indices.last { line[$0...].hasPrefix(pattern) }
  }
}
