#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The bytes of a file, of which a window is held at a time.
final class ByteStream {
  /// Puts bytes into a buffer and says how many; 0 at the end.
  typealias Read =
    (UnsafeMutableRawBufferPointer) throws(FormatFault) -> Int

  static let capacity = 1 << 18

  private let read: Read
  private let window: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// Where the first byte that was not taken stands in the file.
  private(set) var place = 0

  init(_ read: @escaping Read) {
    self.read = read
    window = .allocate(byteCount: Self.capacity, alignment: 16)
  }

  deinit { window.deallocate() }

  /// The bytes that were read and not taken, until the next call.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: window[start..<end])
  }

  /// Where the bytes end that were read.
  var endOfBytes: Int { place + end - start }

  /// Goes on behind bytes that were looked at.
  func take(_ count: Int) {
    start += count
    place += count
  }

  /// Reads on until so many bytes can be looked at, fewer only where the file
  /// ends.
  ///
  /// - Parameter count: At most `capacity`.
  /// - Throws: ``FormatFault`` where the file cannot be read.
  func fill(_ count: Int) throws(FormatFault) {
    guard end - start < count, !isAtEnd, let base = window.baseAddress else {
      return
    }
    base.copyMemory(from: base + start, byteCount: end - start)
    (start, end) = (0, end - start)
    while end < count, !isAtEnd {
      let length = try read(
        UnsafeMutableRawBufferPointer(rebasing: window[end...]))
      isAtEnd = length == 0
      end += length
    }
  }
}

extension ByteStream {
  /// Bytes that are there already.
  convenience init(_ bytes: Data) {
    var rest = bytes[...]
    self.init { buffer in
      let piece = rest.prefix(buffer.count)
      piece.copyBytes(to: buffer)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
  }

  /// Hands everything to a reader, inflated first where it is compressed.
  ///
  /// - Parameters:
  ///   - isPacked: Whether it is compressed.
  ///   - reader: What reads it.
  /// - Returns: The reader, with all that it has read.
  /// - Throws: ``FormatFault`` where the file cannot be read or inflated, and
  ///   what the reader throws.
  func read<Reader: PieceReader>(
    isPacked: Bool, by reader: Reader
  ) throws(FormatFault) -> Reader {
    var reader = reader
    if isPacked {
      try Gzip.inflate(self) { piece throws(FormatFault) in
        try reader.take(piece)
      }
    } else {
      try fill(1)
      while !bytes.isEmpty {
        try reader.take(bytes)
        take(bytes.count)
        try fill(1)
      }
    }
    try reader.end()
    return reader
  }
}

/// What makes something of a file while its bytes come in.
protocol PieceReader {
  /// Takes the next bytes, which are there until it returns.
  mutating func take(_ piece: UnsafeRawBufferPointer) throws(FormatFault)

  /// Has had the last bytes.
  mutating func end() throws(FormatFault)
}

/// Keeps a file that cannot be read piece by piece.
struct WholeReader: PieceReader {
  private(set) var bytes: [UInt8] = []
  let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func take(_ piece: UnsafeRawBufferPointer) throws(FormatFault) {
    guard bytes.count + piece.count <= limit else {
      throw FormatFault(.tooLong(bytes: bytes.count + piece.count))
    }
    bytes += piece
  }

  mutating func end() {}
}

/// What a matrix may take.
struct Room: Hashable, Sendable {
  /// The bytes of memory that the machine has.
  var memory = Int.max

  func holds(_ bytes: Int) -> Bool {
    bytes <= min(DataFile.limit, memory)
  }

  /// Refuses what cannot be held.
  func check(_ bytes: Int) throws(FormatFault) {
    guard bytes <= DataFile.limit else {
      throw FormatFault(.tooLarge(bytes: bytes))
    }
    guard bytes <= memory else {
      throw FormatFault(.exceedsMemory(bytes: bytes, memory: memory))
    }
  }
}
