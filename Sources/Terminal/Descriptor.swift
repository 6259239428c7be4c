#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The system's `read`, which a method of that name would hide.
func bytesRead(from descriptor: Int32, into bytes: inout [UInt8]) -> Int {
  read(descriptor, &bytes, bytes.count)
}

/// The system's `write`, likewise.
func bytesWritten(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int
{
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// Returns whether a file descriptor is a terminal.
///
/// - Parameter descriptor: 0, 1 or 2, as a rule.
/// - Returns: Whether somebody can type or read there.
public func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
