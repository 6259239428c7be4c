/// What came of waiting for a line.
public enum LineEvent: Hashable, Sendable {
  /// A line without its line feed.
  case line(String)
  /// Ctrl-C: the line was given up.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}

/// A source of lines.
public protocol LineReader: AnyObject {
  /// Waits for the next line.
  ///
  /// - Parameter prompt: ASCII; what is not is left out. A reader that has no
  ///   terminal shows none.
  /// - Returns: What came.
  /// - Throws: ``LineError`` for a line that cannot be taken; the line is
  ///   gone, and the next call goes on after it.
  func read(prompt: String) throws(LineError) -> LineEvent
}
