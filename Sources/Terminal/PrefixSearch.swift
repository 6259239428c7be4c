/// Up and Down: the earlier lines that begin as the line does before the
/// cursor.
///
/// libedit has such a search of its own, but it also finds what was typed in
/// the middle of a line and takes `W1[1,2]` for a pattern.
struct PrefixSearch: Hashable {
  private var prefix = ""
  private var typed = ""
  private var shown: String?
  private var position = 0

  /// Finds the next earlier line.
  ///
  /// - Parameters:
  ///   - line: The line as it stands.
  ///   - beforeCursor: Its part before the cursor.
  ///   - lines: The history, oldest first.
  /// - Returns: The line, or nil where there is none.
  mutating func older(
    line: String, beforeCursor: String, in lines: [String]
  ) -> String? {
    begin(line: line, beforeCursor: beforeCursor, in: lines)
    let earlier = lines[..<position]
    guard
      let found = earlier.lastIndex(where: {
        $0.hasPrefix(prefix) && $0 != line
      })
    else { return nil }
    return show(lines[found], at: found)
  }

  /// Returns the next later line, at last what had been typed, or nil.
  mutating func newer(
    line: String, beforeCursor: String, in lines: [String]
  ) -> String? {
    begin(line: line, beforeCursor: beforeCursor, in: lines)
    guard position < lines.count else { return nil }
    let later = lines[(position + 1)...]
    let found = later.firstIndex { $0.hasPrefix(prefix) && $0 != line }
    guard let found else { return show(typed, at: lines.count) }
    return show(lines[found], at: found)
  }

  /// A line that was edited since begins a new search.
  private mutating func begin(
    line: String, beforeCursor: String, in lines: [String]
  ) {
    guard shown != line || position > lines.count else { return }
    prefix = beforeCursor
    typed = line
    position = lines.count
  }

  private mutating func show(_ line: String, at index: Int) -> String {
    shown = line
    position = index
    return line
  }
}
