#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why text could not be written.
public enum OutputError: Error, Hashable, Sendable {
  /// Nobody reads any more, as after `| head`: a reason to end quietly.
  case closed
  /// The system could not write; its error number.
  case failed(code: Int32)

  /// The system's error number.
  public var code: Int32 {
    switch self {
    case .closed: EPIPE
    case .failed(let code): code
    }
  }
}

/// A file descriptor that text is written to, whole and at once.
///
/// libedit writes to the same terminal through C's buffers and empties them;
/// nothing here is held back, so the order is always that of the calls.
public struct Output: Hashable, Sendable {
  public static let standard = Output(descriptor: STDOUT_FILENO)
  public static let error = Output(descriptor: STDERR_FILENO)

  public let descriptor: Int32

  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// Whether a person reads it.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all of the text.
  ///
  /// - Parameter text: Written as UTF-8.
  /// - Throws: ``OutputError/closed`` when nobody reads any more, given that
  ///   ``Interrupts/install()`` was called.
  public func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  /// Writes all of the bytes.
  ///
  /// - Throws: As for text.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        bytesWritten($0, to: descriptor)
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else {
        try recover(from: errno)
      }
    }
  }

  private func recover(from code: Int32) throws(OutputError) {
    switch code {
    case EINTR:
      return
    case EAGAIN:
      var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&wanted, 1, -1)
    // A terminal that has gone answers EIO; `>&-` leaves no descriptor.
    case EPIPE, EIO, EBADF:
      throw .closed
    default:
      throw .failed(code: code)
    }
  }
}
