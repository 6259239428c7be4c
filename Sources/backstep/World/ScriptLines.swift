import Terminal

/// Lines that were given on the command line or in a file.
final class ScriptLines: LineReader {
  private var lines: ArraySlice<String>

  init(_ lines: [String]) { self.lines = lines[...] }

  func read(prompt: String) throws(LineError) -> LineEvent {
    if Interrupts.takeRaised() { return .interrupted }
    return lines.popFirst().map { .line($0) } ?? .end
  }
}

extension ScriptLines {
  /// The most bytes that are read of a script.
  static let limit = 1 << 24

  /// Reads a script; `-` is standard input.
  static func reader(of file: String) throws -> any LineReader {
    file == "-" ? PlainReader() : ScriptLines(try lines(of: file))
  }

  /// The lines of a script, comments and empty ones among them.
  static func lines(of file: String) throws -> [String] {
    do throws(FileTrouble) {
      return try backstep.text(of: file, limit: limit)
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
    } catch {
      throw Refusal(error, in: file, .usage)
    }
  }
}

extension String {
  /// Whether the line of a script says nothing: it is blank, or a comment.
  var saysNothing: Bool {
    let first = first { !$0.isWhitespace }
    return first == nil || first == "#"
  }
}
