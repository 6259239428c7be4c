#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How many columns there are to write in.
public enum TerminalWidth {
  /// Where nothing tells otherwise.
  public static let standard = 80

  /// Returns the columns of a terminal as they are now.
  ///
  /// - Parameters:
  ///   - descriptor: The terminal.
  ///   - environment: Its `COLUMNS` stands in where the terminal does not say,
  ///     or is none.
  /// - Returns: The width, or ``standard``.
  public static func current(
    of descriptor: Int32 = STDOUT_FILENO, environment: [String: String]
  ) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    guard let columns = environment["COLUMNS"].flatMap({ Int($0) }),
      (1...10_000).contains(columns)
    else { return standard }
    return columns
  }
}
