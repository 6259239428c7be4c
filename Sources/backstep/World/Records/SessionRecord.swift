import Presentation
import Teaching

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that is kept of a conversation while it goes on.
protocol SessionRecord {
  /// How the learner named the file.
  var file: String { get }

  /// Writes down one more line.
  ///
  /// - Throws: ``FileTrouble`` where it cannot be written; the file is then as
  ///   it was before.
  mutating func add(_ exchange: Exchange) throws(FileTrouble)
}

/// A line that was typed, and what it was answered with.
struct Exchange {
  /// Where the learner stood after it.
  var screen: ScreenName?
  var prompt = ""
  /// What was typed; nothing where the world speaks by itself.
  var line: String?
  /// What a script has in its place; nothing where it has none.
  var command: String?
  var reply = StyledText()
  /// What fills the window from now on, where it is drawn anew.
  var window: StyledText?
  /// When the prompt was shown, the line entered, and the reply shown.
  var asked = ContinuousClock.now
  var entered = ContinuousClock.now
  var answered = ContinuousClock.now
}

/// A file that grows by whole entries.
struct GrowingFile {
  let path: String

  /// Writes an entry behind what the file holds, all of it or nothing.
  func append(_ text: String) throws(FileTrouble) {
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw .refused(code: errno) }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    do throws(FileTrouble) {
      try writeAll(text, to: descriptor)
    } catch {
      // Half an entry would spoil those before it.
      if size >= 0 { ftruncate(descriptor, size) }
      throw error
    }
  }

  /// Whether there is something in it already.
  var holdsSomething: Bool {
    var status = stat()
    return stat(path, &status) == 0
      && (status.st_mode & S_IFMT == S_IFDIR
        || status.st_mode & S_IFMT == S_IFREG && status.st_size > 0)
  }
}
