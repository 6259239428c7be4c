import Matrices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A compressed file, as the MNIST digits are published.
///
/// Source: RFC 1952.
enum Gzip {
  static let magic: [UInt8] = [0x1f, 0x8b]

  /// The most bytes that are taken out of a file.
  static var limit: Int { Matrix<Double>.limit }

  /// No stream becomes more than this many times as long: two bits can stand
  /// for 258 bytes.
  static let mostPerByte = 1032

  /// Returns what was compressed.
  ///
  /// What a file says of its size is believed only where its length allows
  /// it, and then saves the work of inflating what is too large.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, of one member or several.
  ///   - limit: The most bytes that may come out.
  /// - Returns: The contents, of which every checksum was right.
  /// - Throws: ``FormatFault`` with the byte.
  static func contents(
    of bytes: Data, limit: Int = Gzip.limit
  ) throws(FormatFault) -> [UInt8] {
    let stream = ByteStream(bytes)
    return try bytes.withBytes { buffer throws(FormatFault) in
      try contents(of: buffer, limit: limit, stream)
    }
  }

  private static func contents(
    of bytes: UnsafeRawBufferPointer, limit: Int, _ stream: ByteStream
  ) throws(FormatFault) -> [UInt8] {
    let said = bytes.count >= 18 ? bytes.number(4, at: bytes.count - 4) : 0
    let most = bytes.count * mostPerByte
    guard said <= limit || said > most else {
      throw FormatFault(.tooLarge(bytes: said))
    }
    let inflated = Pieces(limit: limit, expected: min(said, most))
    try inflate(stream) { piece throws(FormatFault) in
      guard inflated.add(piece) else { throw tooLarge(said, limit) }
    }
    return inflated.bytes
  }

  /// The fewest bytes above the limit that agree with the size at the end,
  /// of which only the lowest 32 bits are written.
  private static func tooLarge(_ said: Int, _ limit: Int) -> FormatFault {
    var size = said
    if size <= limit { size += ((limit - size) >> 32 + 1) << 32 }
    return FormatFault(.tooLarge(bytes: size))
  }

  /// Inflates a file, of one member or several, as it is read.
  ///
  /// - Parameters:
  ///   - stream: The file.
  ///   - sink: Takes what comes out, piece by piece. It decides how much that
  ///     may be; a checksum is known to be right when all has been taken.
  /// - Throws: ``FormatFault`` with the byte, and what the sink throws.
  static func inflate(
    _ stream: ByteStream, to sink: @escaping Inflate.Sink
  ) throws(FormatFault) {
    repeat {
      try member(stream, to: sink)
      // Tapes and some servers fill up with zeros.
      try stream.fill(1)
      while stream.bytes.first == 0 {
        stream.take(1)
        try stream.fill(1)
      }
    } while !stream.bytes.isEmpty
  }

  private static func member(
    _ stream: ByteStream, to sink: @escaping Inflate.Sink
  ) throws(FormatFault) {
    try header(stream)
    var checksum = Checksum()
    var count = 0
    try Inflate.stream(stream) { piece throws(FormatFault) in
      checksum.add(piece)
      count += piece.count
      try sink(piece)
    }
    try stream.fill(8)
    let end = stream.bytes
    guard end.count >= 8 else { throw ended(stream) }
    guard end.number(4, at: 0) == Int(checksum.value) else {
      throw FormatFault(.wrongChecksum, at: .byte(stream.place))
    }
    guard end.number(4, at: 4) == count & 0xffff_ffff else {
      throw FormatFault(
        .sizeDiffers(said: end.number(4, at: 4), found: count),
        at: .byte(stream.place + 4))
    }
    stream.take(8)
  }
}

// MARK: - The header

extension Gzip {
  /// Goes on to where the compressed stream begins.
  private static func header(_ stream: ByteStream) throws(FormatFault) {
    try stream.fill(10)
    let bytes = stream.bytes
    guard bytes.starts(with: magic.prefix(bytes.count)) else {
      throw FormatFault(
        .wrongMagic(expected: "a gzip file"), at: .byte(stream.place))
    }
    guard bytes.count >= 10 else { throw ended(stream) }
    let flags = bytes[3]
    guard bytes[2] == 8, flags & 0xe0 == 0 else {
      throw FormatFault(.badHeader("method"), at: .byte(stream.place + 2))
    }
    stream.take(10)
    if flags & 4 != 0 {
      try need(2, of: stream)
      let length = stream.bytes.number(2, at: 0)
      stream.take(2)
      try need(length, of: stream)
      stream.take(length)
    }
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      var last: UInt8
      repeat {
        try need(1, of: stream)
        last = stream.bytes[0]
        stream.take(1)
      } while last != 0
    }
    if flags & 2 != 0 {
      try need(2, of: stream)
      stream.take(2)
    }
    try need(1, of: stream)
  }

  private static func need(
    _ count: Int, of stream: ByteStream
  ) throws(FormatFault) {
    try stream.fill(count)
    guard stream.bytes.count >= count else { throw ended(stream) }
  }

  private static func ended(_ stream: ByteStream) -> FormatFault {
    FormatFault(.endsWithinCompressed(found: stream.endOfBytes))
  }
}

/// Bytes that are kept as they come, up to a limit.
final class Pieces {
  private(set) var bytes: [UInt8] = []
  let limit: Int

  init(limit: Int, expected: Int = 0) {
    self.limit = limit
    bytes.reserveCapacity(min(expected, limit))
  }

  /// Keeps a piece; false where it would be too much.
  func add(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard piece.count <= limit - bytes.count else { return false }
    bytes.append(contentsOf: piece)
    return true
  }
}

extension UnsafeRawBufferPointer {
  /// A whole number of some bytes, the lowest first; the bytes are there.
  func number(_ count: Int, at place: Int) -> Int {
    self[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension Data {
  /// Hands the bytes to a function, in one stretch.
  func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws(FormatFault) -> Result
  ) throws(FormatFault) -> Result {
    // Foundation passes on any error, and so loses its type.
    let result: Swift.Result<Result, FormatFault> = withUnsafeBytes { bytes in
      do throws(FormatFault) {
        return .success(try body(bytes))
      } catch { return .failure(error) }
    }
    return try result.get()
  }
}
