#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How the program ends, as a shell sees it.
enum ExitStatus: Int32, Error {
  case good = 0
  /// A command, an answer or a check failed.
  case failed = 1
  /// The command line is not understood.
  case usage = 2
  /// A lesson or a network file cannot be used.
  case unusableFile = 3

  /// Ends the program.
  func end() -> Never { exit(rawValue) }
}
