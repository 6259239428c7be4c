#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why a line of the input could not be taken.
public enum LineError: Error, Hashable, Sendable {
  /// The bytes of this line, counted from 1, are not UTF-8.
  case notUTF8(line: Int)
  /// This line, counted from 1, has more bytes than are accepted.
  case tooLong(line: Int, limit: Int)
  /// The system could not read; its error number.
  case unreadable(code: Int32)
}

extension LineError {
  /// The problem, in lower case, without the word *error*.
  public var headline: String {
    switch self {
    case .notUTF8(let line):
      "line \(line) of the input is not UTF-8"
    case .tooLong(let line, let limit):
      "line \(line) of the input is longer than \(limit) bytes"
    case .unreadable(let code):
      "the input cannot be read: \(String(cString: strerror(code)))"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .notUTF8:
      "iconv -f LATIN1 -t UTF-8 FILE | backstep"
    case .tooLong:
      "split the line; a matrix may go over several lines, row by row"
    case .unreadable:
      "backstep < FILE, with a file that you may read"
    }
  }
}

extension LineError: CustomStringConvertible {
  public var description: String { "error: \(headline)\ntry: \(remedy)" }
}
