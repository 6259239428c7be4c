import Foundation
import Terminal

/// Writes all of a text to a file that is open.
func writeAll(
  _ text: String, to descriptor: Int32
) throws(FileTrouble) {
  do throws(OutputError) {
    try Output(descriptor: descriptor).write(text)
  } catch {
    throw .refused(code: error.code)
  }
}
