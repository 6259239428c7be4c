import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that is read from its beginning on, and closed with its last use.
final class OpenFile {
  private let descriptor: Int32

  init(_ path: String) throws(FileTrouble) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .missing : .refused(code: errno)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Its bytes, where it is no pipe and no device.
  var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(status.st_size)
  }

  /// Reads the next bytes into a buffer; 0 at the end.
  ///
  /// A file may be long, or a pipe of which nothing comes, so Ctrl-C stops it.
  func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileTrouble) -> Int {
    while true {
      guard !Interrupts.isRaised else { throw .interrupted }
      #if canImport(Glibc)
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
      let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno == EINTR { continue }
      throw errno == EISDIR ? .isFolder : .refused(code: errno)
    }
  }
}

/// The bytes of memory that this machine has.
var machineMemory: Int {
  let (pages, size) = (
    sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE))
  )
  guard pages > 0, size > 0 else { return .max }
  return pages * size
}
