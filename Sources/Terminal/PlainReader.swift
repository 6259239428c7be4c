import CLineEditor

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Lines from a pipe, a file, or a terminal that edits them itself.
public final class PlainReader: LineReader {
  /// As many bytes as one line may have, unless told otherwise.
  public static let limit = 1 << 20

  private let descriptor: Int32
  private let limit: Int
  private let output: Output?

  private var buffer: [UInt8] = []
  private var start = 0
  private var lineNumber = 0
  private var isAtEnd = false

  /// Creates a reader of lines.
  ///
  /// - Parameters:
  ///   - descriptor: Where to read.
  ///   - limit: How many bytes a line may have.
  ///   - output: Where the prompt goes; nil shows none.
  public init(
    descriptor: Int32 = STDIN_FILENO, limit: Int = PlainReader.limit,
    promptingOn output: Output? = nil
  ) {
    self.descriptor = descriptor
    self.limit = limit
    self.output = output
  }

  public func read(prompt: String) throws(LineError) -> LineEvent {
    // A prompt that cannot be shown is no reason not to read.
    try? output?.write(prompt.filter(\.isASCII))
    // A script stops between its lines, even those that are here already.
    if Interrupts.takeRaised() { return interrupted() }
    var scanned = start
    while true {
      if let feed = buffer[scanned...].firstIndex(of: 0x0A) {
        return try take(through: feed)
      }
      if isAtEnd {
        if start == buffer.count { try? output?.write("\n") }
        return try takeRest()
      }
      if buffer.count - start > limit { return try skipLongLine() }
      dropDelivered()
      scanned = buffer.count
      guard try fill() else { return interrupted() }
    }
  }
}

extension PlainReader {
  private func take(through feed: Int) throws(LineError) -> LineEvent {
    lineNumber += 1
    var bytes = buffer[start..<feed]
    start = feed + 1
    if bytes.last == 0x0D { bytes.removeLast() }
    return try decoded(bytes)
  }

  /// The last line may have no line feed.
  private func takeRest() throws(LineError) -> LineEvent {
    guard start < buffer.count else { return .end }
    buffer.append(0x0A)
    return try take(through: buffer.count - 1)
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) throws(LineError)
    -> LineEvent
  {
    guard bytes.count <= limit else {
      throw .tooLong(line: lineNumber, limit: limit)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = lineNumber == 1 && bytes.starts(with: mark)
    let bytes = isMarked ? bytes.dropFirst(mark.count) : bytes
    let text = String(decoding: bytes, as: UTF8.self)
    // Repaired text is not the text that was sent.
    guard text.utf8.elementsEqual(bytes) else {
      throw .notUTF8(line: lineNumber)
    }
    return .line(text)
  }

  /// Goes on to the end of a line that is too long, keeping nothing of it.
  private func skipLongLine() throws(LineError) -> LineEvent {
    lineNumber += 1
    while !isAtEnd {
      buffer.removeAll(keepingCapacity: true)
      start = 0
      guard try fill() else { return interrupted() }
      if let feed = buffer.firstIndex(of: 0x0A) {
        start = feed + 1
        break
      }
    }
    if isAtEnd { start = buffer.count }
    throw .tooLong(line: lineNumber, limit: limit)
  }

  /// The terminal has dropped the line that was typed; so do we.
  private func interrupted() -> LineEvent {
    try? output?.write("\n")
    return .interrupted
  }

  private func dropDelivered() {
    buffer.removeFirst(start)
    start = 0
  }

  /// Reads more; false for Ctrl-C.
  private func fill() throws(LineError) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      guard interrupts_wait(descriptor) else { return false }
      let count = bytesRead(from: descriptor, into: &chunk)
      if count >= 0 {
        buffer += chunk[..<count]
        isAtEnd = count == 0
        return true
      }
      let code = errno
      guard code == EINTR || code == EAGAIN else {
        isAtEnd = true
        throw .unreadable(code: code)
      }
    }
  }
}
