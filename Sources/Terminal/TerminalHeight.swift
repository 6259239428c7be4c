#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How many rows there are to write in.
public enum TerminalHeight {
  /// Where nothing tells otherwise.
  public static let standard = 24

  /// Returns the rows of a terminal as they are now.
  ///
  /// - Parameter descriptor: The terminal.
  /// - Returns: The height, or ``standard``.
  public static func current(of descriptor: Int32 = STDOUT_FILENO) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0
    else { return standard }
    return Int(size.ws_row)
  }
}
