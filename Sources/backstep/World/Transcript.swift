import Presentation
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A Markdown file of what is typed and shown, for reading it again.
struct Transcript {
  let path: String

  /// Begins a transcript; what the file holds already stays above it.
  init(path: String) throws(FileTrouble) {
    self.path = path
    try append("# A session with backstep\n")
  }

  /// Adds a line that was typed and what it was answered with.
  func add(prompt: String, line: String, reply: String) throws(FileTrouble) {
    let body = "\(prompt)\(line)\n" + (reply.isEmpty ? "" : reply + "\n")
    let fence = Self.fence(around: body)
    try append("\n\(fence)console\n\(body)\(fence)\n")
  }

  /// More backticks than stand anywhere in the text.
  private static func fence(around text: String) -> String {
    var longest = 0
    var current = 0
    for character in text {
      current = character == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    return String(repeating: "`", count: max(3, longest + 1))
  }

  private func append(_ text: String) throws(FileTrouble) {
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing : .refused(code: errno)
    }
    defer { close(descriptor) }
    try writeAll(text, to: descriptor)
  }
}
