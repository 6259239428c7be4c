/// The bits of a compressed stream, the lowest of each byte first.
///
/// Source: RFC 1951, section 3.1.1.
struct BitSource {
  private var bytes: UnsafeRawBufferPointer
  /// Where `bytes` come from, if there are more to come.
  private let stream: ByteStream?
  /// The next byte that has not been put into `buffer`.
  private var next: Int
  private var buffer: UInt64 = 0
  /// How many bits of `buffer` may be taken.
  private(set) var count = 0

  init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    self.bytes = bytes
    stream = nil
    next = start
  }

  init(_ stream: ByteStream) {
    self.stream = stream
    bytes = stream.bytes
    next = 0
  }

  /// The byte of which no bit has been taken yet.
  var place: Int { (stream?.place ?? 0) + next - count / 8 }

  /// Looks at the bits without taking them; those behind the end are 0.
  var ahead: Int { Int(truncatingIfNeeded: buffer & 0xffff_ffff) }

  /// Makes 56 bits or more ready, fewer only where the bytes end.
  @inline(__always)
  mutating func refill() throws(FormatFault) {
    guard count < 56 else { return }
    if next + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self)
      // Bits above `count` may be there already; they are the same ones.
      buffer |= UInt64(littleEndian: word) << UInt64(count)
      next += (63 - count) / 8
      count |= 56
    } else {
      try refillSlowly()
    }
  }

  private mutating func refillSlowly() throws(FormatFault) {
    try readOn(8)
    while count <= 55, next < bytes.count {
      buffer |= UInt64(bytes[next]) << UInt64(count)
      next += 1
      count += 8
    }
  }

  /// Reads on where fewer bytes are left than are wanted.
  private mutating func readOn(_ wanted: Int) throws(FormatFault) {
    guard let stream, bytes.count - next < wanted else { return }
    // Whole bytes in the buffer may be gone back to.
    let kept = min(next, 8)
    stream.take(next - kept)
    try stream.fill(kept + wanted)
    bytes = stream.bytes
    next = kept
  }

  /// Goes on with the stream behind what was taken.
  mutating func leave() {
    alignToByte()
    stream?.take(next)
    next = 0
  }

  /// Drops bits that were looked at.
  @inline(__always)
  mutating func drop(_ bits: Int) throws(FormatFault) {
    guard bits <= count else { throw truncated }
    buffer >>= UInt64(bits)
    count -= bits
  }

  /// Takes a whole number of at most 32 bits.
  @inline(__always)
  mutating func take(_ bits: Int) throws(FormatFault) -> Int {
    if count < bits { try refill() }
    let number = ahead & ((1 << bits) - 1)
    try drop(bits)
    return number
  }

  /// Takes whole bytes from the next one on.
  mutating func takeBytes(
    _ length: Int
  ) throws(FormatFault) -> UnsafeRawBufferPointer {
    alignToByte()
    try readOn(length)
    guard length <= bytes.count - next else { throw truncated }
    next += length
    return UnsafeRawBufferPointer(rebasing: bytes[(next - length)..<next])
  }

  /// Goes to the next whole byte.
  mutating func alignToByte() {
    next -= count / 8
    buffer = 0
    count = 0
  }

  private var truncated: FormatFault {
    FormatFault(
      .endsWithinCompressed(found: stream?.endOfBytes ?? bytes.count))
  }
}
