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
    try bytes.withBytes { buffer throws(FormatFault) in
      try contents(of: buffer, limit: limit)
    }
  }

  private static func contents(
    of bytes: UnsafeRawBufferPointer, limit: Int
  ) throws(FormatFault) -> [UInt8] {
    let said = bytes.count >= 18 ? bytes.number(4, at: bytes.count - 4) : 0
    let most = bytes.count * mostPerByte
    guard said <= limit || said > most else {
      throw FormatFault(.tooLarge(bytes: said))
    }
    let inflated = Pieces(limit: limit, expected: min(said, most))
    var place = 0
    repeat {
      place = try member(bytes, at: place, into: inflated)
      // Tapes and some servers fill up with zeros.
      while place < bytes.count, bytes[place] == 0 { place += 1 }
    } while place < bytes.count
    return inflated.bytes
  }

  /// Inflates a member and gives the place behind it.
  private static func member(
    _ bytes: UnsafeRawBufferPointer, at place: Int,
    into inflated: Pieces
  ) throws(FormatFault) -> Int {
    let start = try header(bytes, at: place)
    let before = inflated.bytes.count
    var checksum = Checksum()
    let end = try Inflate.stream(bytes, from: start) {
      piece throws(FormatFault) in
      checksum.add(piece)
      guard inflated.add(piece) else {
        throw tooLarge(bytes, inflated.limit)
      }
    }
    guard end + 8 <= bytes.count else { throw ended(bytes) }
    guard bytes.number(4, at: end) == Int(checksum.value) else {
      throw FormatFault(.wrongChecksum, at: .byte(end))
    }
    let count = inflated.bytes.count - before
    guard bytes.number(4, at: end + 4) == count & 0xffff_ffff else {
      throw FormatFault(
        .sizeDiffers(said: bytes.number(4, at: end + 4), found: count),
        at: .byte(end + 4))
    }
    return end + 8
  }

  /// The fewest bytes above the limit that agree with the size at the end,
  /// of which only the lowest 32 bits are written.
  private static func tooLarge(
    _ bytes: UnsafeRawBufferPointer, _ limit: Int
  ) -> FormatFault {
    var size = bytes.number(4, at: bytes.count - 4)
    if size <= limit { size += ((limit - size) >> 32 + 1) << 32 }
    return FormatFault(.tooLarge(bytes: size))
  }
}

// MARK: - The header

extension Gzip {
  /// Returns where the compressed stream begins.
  private static func header(
    _ bytes: UnsafeRawBufferPointer, at start: Int
  ) throws(FormatFault) -> Int {
    guard bytes[start...].starts(with: magic.prefix(bytes.count - start)) else {
      throw FormatFault(
        .wrongMagic(expected: "a gzip file"), at: .byte(start))
    }
    guard start + 10 <= bytes.count else { throw ended(bytes) }
    let flags = bytes[start + 3]
    guard bytes[start + 2] == 8, flags & 0xe0 == 0 else {
      throw FormatFault(.badHeader("method"), at: .byte(start + 2))
    }
    var place = start + 10
    if flags & 4 != 0 {
      guard place + 2 <= bytes.count else { throw ended(bytes) }
      place += 2 + bytes.number(2, at: place)
    }
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      guard place < bytes.count,
        let end = bytes[place...].firstIndex(of: 0)
      else { throw ended(bytes) }
      place = end + 1
    }
    if flags & 2 != 0 { place += 2 }
    guard place < bytes.count else { throw ended(bytes) }
    return place
  }

  private static func ended(_ bytes: UnsafeRawBufferPointer) -> FormatFault {
    FormatFault(.endsWithinCompressed(found: bytes.count))
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
