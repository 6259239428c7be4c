#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file operation that the system refused.
public struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// The system's error number.
  public let code: Int32

  public var description: String {
    "\(path): \(String(cString: strerror(code)))"
  }
}

/// Lines in a plain UTF-8 file that only its owner may read.
struct HistoryFile {
  let path: String

  /// Returns every line; none where there is no file yet.
  ///
  /// Lines that are not UTF-8, blank ones and immediate repeats are left out.
  func load() throws(FileFailure) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return [] }
    try check(descriptor)
    defer { close(descriptor) }
    let reader = PlainReader(descriptor: descriptor)
    var lines: [String] = []
    while true {
      do {
        guard case .line(let line) = try reader.read(prompt: "") else {
          return lines
        }
        let isBlank = line.allSatisfy(\.isWhitespace)
        if !isBlank, line != lines.last { lines.append(line) }
      } catch .unreadable(let code) {
        throw FileFailure(path: path, code: code)
      } catch {
        continue
      }
    }
  }

  /// Adds a line at the end: one write, so that two programs at once mix
  /// lines, never parts of them.
  func append(_ line: String) throws(FileFailure) {
    makeFolder(above: path)
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    try check(descriptor)
    defer { close(descriptor) }
    try write(line + "\n", to: descriptor)
  }

  /// Puts these lines in place of the file, all or none of them.
  func replace(with lines: [String]) throws(FileFailure) {
    // A link is followed, so that it stays one.
    let target = resolved(path)
    let draft = target + ".\(getpid()).new"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let descriptor = open(draft, flags, 0o600)
    try check(descriptor)
    do {
      defer { close(descriptor) }
      let text = lines.map { $0 + "\n" }.joined()
      try write(text, to: descriptor)
      try check(fsync(descriptor))
    } catch {
      unlink(draft)
      throw error
    }
    try check(rename(draft, target))
  }
}

extension HistoryFile {
  private func check(_ result: Int32) throws(FileFailure) {
    if result < 0 { throw FileFailure(path: path, code: errno) }
  }

  private func write(_ text: String, to descriptor: Int32)
    throws(FileFailure)
  {
    do {
      try Output(descriptor: descriptor).write(text)
    } catch {
      throw FileFailure(path: path, code: error.code)
    }
  }

  private func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

/// Makes the folders above a file, for its owner alone; what fails shows when
/// the file is opened.
public func makeFolder(above path: String) {
  var folder = ""
  for part in path.split(separator: "/").dropLast() {
    folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
    mkdir(folder, 0o700)
  }
}
