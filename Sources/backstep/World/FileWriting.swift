import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Writes all of a text to a file that is open.
func writeAll(
  _ text: String, to descriptor: Int32
) throws(FileTrouble) {
  try writeAll(Array(text.utf8), to: descriptor)
}

private func writeAll(
  _ bytes: [UInt8], to descriptor: Int32
) throws(FileTrouble) {
  do throws(OutputError) {
    try Output(descriptor: descriptor).write(bytes)
  } catch {
    throw .refused(code: error.code)
  }
}

/// Puts a text in place of a file: all of it or, if anything fails, nothing.
///
/// - Parameters:
///   - path: The file; where it is a link, that which it leads to.
///   - text: What the file holds then.
///   - mode: Who may read and write it, unless it is there already.
/// - Throws: ``FileTrouble`` when the file is as it was.
func replaceFile(
  at path: String, with text: String, mode: mode_t
) throws(FileTrouble) {
  try replaceFile(at: path, with: Array(text.utf8), mode: mode)
}

/// Puts bytes in place of a file: all of them or, if anything fails, nothing.
///
/// - Parameters:
///   - path: The file; where it is a link, that which it leads to.
///   - bytes: What the file holds then.
///   - mode: Who may read and write it, unless it is there already.
/// - Throws: ``FileTrouble`` when the file is as it was.
func replaceFile(
  at path: String, with bytes: [UInt8], mode: mode_t
) throws(FileTrouble) {
  let target = resolved(path)
  var status = stat()
  let isThere = stat(target, &status) == 0
  let draft = "\(target).\(getpid()).new"
  do throws(FileTrouble) {
    try write(bytes, to: draft, mode: mode)
    if isThere { chmod(draft, status.st_mode & 0o777) }
    guard rename(draft, target) == 0 else { throw .refused(code: errno) }
  } catch {
    unlink(draft)
    throw error
  }
  sync(FilePath(target).folder)
}

/// A link is followed, so that it stays one.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}

private func write(
  _ bytes: [UInt8], to path: String, mode: mode_t
) throws(FileTrouble) {
  let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
  let descriptor = open(path, flags, mode)
  guard descriptor >= 0 else { throw .refused(code: errno) }
  defer { close(descriptor) }
  try writeAll(bytes, to: descriptor)
  guard fsync(descriptor) == 0 else { throw .refused(code: errno) }
}

/// The name is on the disk only when its folder is.
private func sync(_ folder: String) {
  let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
