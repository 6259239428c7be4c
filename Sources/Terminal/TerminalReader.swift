#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Returns the reader that suits the terminal, or the lack of one.
///
/// Lines are edited where both standard input and output are a terminal that
/// can do more than show text. Elsewhere they are read as they come, with a
/// prompt only if somebody is there to see it.
///
/// - Parameters:
///   - history: The lines typed so far.
///   - edits: False for `--no-edit`.
///   - environment: The program's environment.
/// - Returns: An ``EditLine`` or a ``PlainReader``.
public func terminalReader(
  history: History, edits: Bool = true, environment: [String: String]
) -> any LineReader {
  let isAttended = isTerminal(STDIN_FILENO) && Output.standard.isTerminal
  if isAttended, edits, !isDumb(environment),
    let editor = EditLine(history: history)
  {
    return editor
  }
  return PlainReader(promptingOn: isAttended ? .standard : nil)
}
